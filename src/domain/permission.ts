import type { Actor, Role } from './actor.ts';

/** What a person can ask for. */
export type Action =
  | 'record'
  | 'undo'
  | 'viewAgency'
  | 'viewAnyAgency'
  | 'viewOverdue'
  | 'viewHistory'
  | 'invite'
  | 'confirmPerson'
  | 'bindGroup'
  | 'settleDelivery'
  | 'viewCalendar'
  | 'import';

/** How far a right reaches: over the person's own agency alone, or over every one. */
type Reach = 'own' | 'any';

/**
 * Who may do what; a role that is not named may not. The admin's right is to run the service: it
 * shows no agency's work but the own one. Source: table of commands, product notes 5; feature F106.
 */
const REACH: Readonly<Record<Action, Readonly<Partial<Record<Role, Reach>>>>> = {
  record: { officer: 'own', head: 'own', secretary: 'any' },
  undo: { officer: 'own', head: 'own', secretary: 'any' },
  viewAgency: {
    officer: 'own',
    head: 'own',
    appraiser: 'own',
    observer: 'own',
    admin: 'own',
    secretary: 'any',
    leader: 'any',
  },
  viewAnyAgency: { secretary: 'any', leader: 'any' },
  viewOverdue: { secretary: 'any', leader: 'any' },
  viewHistory: {
    officer: 'own',
    head: 'own',
    appraiser: 'own',
    observer: 'own',
    admin: 'own',
    secretary: 'any',
    leader: 'any',
  },
  invite: { secretary: 'any', admin: 'any' },
  confirmPerson: { secretary: 'any', admin: 'any' },
  bindGroup: { secretary: 'any', admin: 'any' },
  settleDelivery: { secretary: 'any' },
  viewCalendar: {
    officer: 'any',
    head: 'any',
    appraiser: 'any',
    observer: 'any',
    admin: 'any',
    secretary: 'any',
    leader: 'any',
  },
  import: { secretary: 'any', admin: 'any' },
};

/** Whether a person may do that to an agency; without `agencyId`, to the own one. Source: decision 18. */
export function can(actor: Actor, action: Action, agencyId: number = actor.agencyId): boolean {
  const reach = REACH[action][actor.role];
  return reach === 'any' || (reach === 'own' && actor.agencyId === agencyId);
}
