import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/domain/actor.ts';
import { COMMITMENT_STATUSES } from '../../src/domain/commitment-status.ts';
import { moveStatus, type StatusMove } from '../../src/domain/status-transition.ts';
import { anActor } from './samples.ts';

const DECISION = { number: '985/UBND-THVX', date: '2026-08-20', issuer: 'UBND Tỉnh' };

describe('a decision to stop', () => {
  it.each(ROLES)('is entered by the secretary or the admin, and by the %s only if that', (role) => {
    const stopped = moveStatus(
      aMove({ actor: anActor(role), to: 'stopped', stopDocument: DECISION }),
    );

    expect(stopped.ok).toBe(role === 'secretary' || role === 'admin');
  });

  it('needs its number, its date and its issuer', () => {
    for (const part of ['number', 'date', 'issuer'] as const) {
      const stopDocument = { ...DECISION, [part]: ' ' };

      const moved = moveStatus(aMove({ actor: anActor('admin'), to: 'stopped', stopDocument }));

      expect(moved).toEqual({ ok: false, error: { code: 'stopNeedsDocument' } });
    }
  });

  it('holds until a new document lifts it', () => {
    const lifting = aMove({ actor: anActor('secretary'), from: 'stopped' });

    expect(moveStatus(lifting).ok).toBe(false);
    expect(moveStatus({ ...lifting, stopDocument: DECISION }).ok).toBe(true);
  });

  it('gives the admin no other say over statuses', () => {
    const moved = moveStatus(aMove({ actor: anActor('admin'), stopDocument: DECISION }));

    expect(moved).toEqual({ ok: false, error: { code: 'notAllowed' } });
  });
});

describe('any change of status', () => {
  const anyMove = fc.record<StatusMove>({
    from: fc.constantFrom(...COMMITMENT_STATUSES),
    to: fc.constantFrom(...COMMITMENT_STATUSES),
    actor: fc.constantFrom(...ROLES).map((role) => anActor(role)),
    agencyId: fc.constantFrom(1, 2),
    isAppraised: fc.boolean(),
    stopDocument: fc.constantFrom(null, DECISION),
  });

  it('never ends in unknown, and leaves what was judged to the appraiser', () => {
    fc.assert(
      fc.property(anyMove, (move) => {
        const moved = moveStatus(move);
        const isVerdict = move.to === 'fulfilled' || move.to === 'notFulfilled';
        const isJudged = move.isAppraised && isVerdict;

        expect(moved.ok && move.to === 'unknown').toBe(false);
        expect(moved.ok && isJudged && move.actor.role !== 'appraiser').toBe(false);
        expect(moved.ok && ['leader', 'observer'].includes(move.actor.role)).toBe(false);
      }),
    );
  });

  it('stays within the own agency for officers and heads', () => {
    fc.assert(
      fc.property(anyMove, (move) => {
        const isBound = move.actor.role === 'officer' || move.actor.role === 'head';

        expect(moveStatus(move).ok && isBound && move.agencyId !== 1).toBe(false);
      }),
    );
  });
});

function aMove(some: Partial<StatusMove> = {}): StatusMove {
  return {
    from: 'inProgress',
    to: 'inProgress',
    actor: anActor('officer'),
    agencyId: 1,
    isAppraised: false,
    stopDocument: null,
    ...some,
  };
}
