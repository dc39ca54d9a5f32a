import type { Log } from './log.ts';

/** What an operator must act on, or may stop acting on: a fixed sentence each, and no person's words. */
const EVENTS = {
  deadLetter: ['error', 'message given up after its last attempt'],
  unclearGroupMessage: ['error', 'message to a group may not have arrived'],
  updateFailed: ['error', 'update given up after its last attempt'],
  databaseUnreachable: ['error', 'database unreachable, or takes nothing down'],
  databaseTakenOver: ['warn', 'serving the database of a process that is gone'],
  diskFull: ['error', 'disk full: nothing is taken down, and nothing sent, until there is room'],
  diskRoomAgain: ['info', 'room on the disk again'],
  databaseBack: ['info', 'database back again'],
  pollLost: ['warn', 'another instance asks for updates now'],
  tokenRefused: ['error', 'platform refuses the token'],
} as const satisfies Record<string, readonly [keyof Pick<Log, 'info' | 'warn' | 'error'>, string]>;

export type OperatorEvent = keyof typeof EVENTS;

export const OPERATOR_EVENTS = Object.keys(EVENTS) as OperatorEvent[];

/** Ids and codes only. */
export interface EventFields {
  readonly delivery?: number;
  readonly kind?: string;
  readonly channel?: string | null;
}

export type TellOperator = (event: OperatorEvent, fields?: EventFields) => void;

/** One line an event, under its own code. */
export function tellOperatorBy(log: Pick<Log, 'info' | 'warn' | 'error'>): TellOperator {
  return (event, fields = {}) => {
    const [level, sentence] = EVENTS[event];
    log[level]({ event, ...fields }, sentence);
  };
}
