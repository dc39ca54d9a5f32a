import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../src/domain/actor.ts';
import { type Action, can } from '../../src/domain/permission.ts';
import { anActor } from './samples.ts';

const OWN = 1;
const OTHER = 2;

/** For each action: who may do it to the own agency, and who to any. Source: product notes 5. */
const TABLE: readonly (readonly [Action, readonly Role[], readonly Role[]])[] = [
  ['record', ['officer', 'head', 'secretary'], ['secretary']],
  ['undo', ['officer', 'head', 'secretary'], ['secretary']],
  ['viewAgency', ROLES, ['secretary', 'leader']],
  ['viewHistory', ROLES, ['secretary', 'leader']],
  ['viewAnyAgency', ['secretary', 'leader'], ['secretary', 'leader']],
  ['viewOverdue', ['secretary', 'leader'], ['secretary', 'leader']],
  ['invite', ['secretary', 'admin'], ['secretary', 'admin']],
  ['confirmPerson', ['secretary', 'admin'], ['secretary', 'admin']],
  ['bindGroup', ['secretary', 'admin'], ['secretary', 'admin']],
  ['settleDelivery', ['secretary'], ['secretary']],
  ['viewCalendar', ROLES, ROLES],
  ['import', ['secretary', 'admin'], ['secretary', 'admin']],
];

describe('permission', () => {
  it.each(TABLE)(
    'to %s is given to whom the table names and to nobody else',
    (action, own, any) => {
      const allowed = (agencyId: number) =>
        ROLES.filter((role) => can(anActor(role, OWN), action, agencyId));

      expect(allowed(OWN).sort()).toEqual([...own].sort());
      expect(allowed(OTHER).sort()).toEqual([...any].sort());
    },
  );

  it('means the own agency where none is named', () => {
    expect(can(anActor('officer', OWN), 'record')).toBe(true);
    expect(can(anActor('observer', OWN), 'record')).toBe(false);
  });
});
