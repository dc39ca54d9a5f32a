import type { Action } from '../domain/permission.ts';
import { can } from '../domain/permission.ts';
import type { TextKey } from '../views/texts.ts';
import type { MemberTurn, Reply } from './turn.ts';

/** A line of help, and the right that it needs; null for everybody. */
const LINES: readonly (readonly [TextKey, Action | null])[] = [
  ['help.mine', null],
  ['help.update', 'record'],
  ['help.unchanged', 'record'],
  ['help.bulk', 'record'],
  ['help.undo', 'undo'],
  ['help.history', 'viewHistory'],
  ['help.statusOwn', 'viewAgency'],
  ['help.statusAny', 'viewAnyAgency'],
  ['help.overdue', null],
  ['help.upcoming', null],
  ['help.calendar', 'viewCalendar'],
  ['help.agencies', 'invite'],
  ['help.invite', 'invite'],
  ['help.bindGroup', 'bindGroup'],
  ['help.form', 'viewAgency'],
  ['help.undelivered', 'settleDelivery'],
  ['help.importFile', 'import'],
  ['help.myData', null],
  ['help.language', null],
];

/** Only what the person may do. */
export function showHelp({ texts, actor }: MemberTurn): Reply {
  const lines = LINES.filter(([, action]) => action === null || can(actor, action));
  return {
    text: [
      texts('help.title'),
      ...lines.map(([key]) => texts(key)),
      texts('help.typing'),
      texts('help.noSecrets'),
    ].join('\n'),
  };
}
