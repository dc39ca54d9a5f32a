/**
 * What a commitment can be. `unknown` was imported without a mark: it is asked, never printed.
 * Whether the work came late is a separate field. Source: decision 4.
 */
export const COMMITMENT_STATUSES = [
  'unknown',
  'notStarted',
  'inProgress',
  'fulfilled',
  'notFulfilled',
  'awaitingAppraisal',
  'stopped',
] as const;

export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number];

/** Why a line says nothing new without being unreported. Source: decision 4, quirk Q-19. */
export const STATUS_MODIFIERS = ['nothingArose', 'conditionNotMet'] as const;

export type StatusModifier = (typeof STATUS_MODIFIERS)[number];
