import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/actor.ts';
import {
  isSettled,
  moveStatus,
  OFFICER_STATUSES,
  type StatusMove,
} from '../../src/domain/status-transition.ts';

const DOCUMENT = { number: '985/UBND-THVX', date: '2026-08-20', issuer: 'UBND Tỉnh' };

describe('a change of status', () => {
  it.each(OFFICER_STATUSES)('to %s is the officer’s for the agency’s own item', (to) => {
    expect(moveStatus(move('officer', { to }))).toEqual({ ok: true, value: to });
  });

  it.each([
    ['officer', { to: 'unknown' }, 'statusUnknownNotAllowed'],
    ['officer', { agencyId: 8 }, 'notYourAgency'],
    ['head', { agencyId: 8 }, 'notYourAgency'],
    ['observer', {}, 'notAllowed'],
    ['leader', {}, 'notAllowed'],
    ['admin', {}, 'notAllowed'],
    ['officer', { to: 'stopped' }, 'stopNeedsSecretary'],
    ['officer', { from: 'stopped' }, 'stopNeedsSecretary'],
    ['secretary', { to: 'stopped' }, 'stopNeedsDocument'],
    [
      'secretary',
      { to: 'stopped', stopDocument: { ...DOCUMENT, number: ' ' } },
      'stopNeedsDocument',
    ],
    ['officer', { to: 'fulfilled', isAppraised: true }, 'appraiserDecides'],
    ['secretary', { to: 'notFulfilled', isAppraised: true }, 'appraiserDecides'],
    ['appraiser', { to: 'fulfilled' }, 'notAllowed'],
    ['appraiser', { to: 'inProgress', isAppraised: true }, 'notAllowed'],
  ] as const)('by the %s with %j is refused as %s', (role, over, code) => {
    expect(moveStatus(move(role, over))).toEqual({ ok: false, error: { code } });
  });

  it.each([
    ['secretary', { to: 'stopped', stopDocument: DOCUMENT }],
    ['secretary', { from: 'stopped', to: 'inProgress', stopDocument: DOCUMENT }],
    ['secretary', { agencyId: 8 }],
    ['head', {}],
    ['officer', { to: 'awaitingAppraisal', isAppraised: true }],
    ['appraiser', { to: 'fulfilled', isAppraised: true, agencyId: 8 }],
  ] as const)('by the %s with %j is allowed', (role, over) => {
    expect(moveStatus(move(role, over)).ok).toBe(true);
  });

  it('settles an item when nothing more is expected of it', () => {
    expect(
      ['fulfilled', 'notFulfilled', 'stopped'].map((status) => isSettled(status as 'stopped')),
    ).toEqual([true, true, true]);
    expect(isSettled('awaitingAppraisal')).toBe(false);
  });
});

function move(role: Role, over: Partial<StatusMove>): StatusMove {
  return {
    from: 'inProgress',
    to: 'inProgress',
    actor: { personId: 1, name: 'Lê Minh Khoa', role, agencyId: 7 },
    agencyId: 7,
    isAppraised: false,
    stopDocument: null,
    ...over,
  };
}
