import { can } from '../domain/permission.ts';
import { laterCommand } from '../language/later-commands.ts';
import type { OfferedChoice } from '../usecases/ports/conversation-store.ts';
import { bold, shorten } from '../views/message.ts';
import type { Expectation } from './action.ts';
import { isSlash, type OpenQuestion } from './answers.ts';
import type { MemberTurn, Reply, Turn } from './turn.ts';

/** A figure that is none of the choices, which are named. */
export function notInQuestion(
  { texts }: MemberTurn,
  text: string,
  { choices }: OpenQuestion,
): Reply {
  if (choices.length === 0) return { text: texts('chat.noQuestion') };
  const values = { typed: text.trim(), choices: choicesWords(choices) };
  return { text: texts('chat.notInQuestion', values) };
}

/** «có» where the choices are others. */
export function whichChoice({ texts }: MemberTurn, { choices, isExpired }: OpenQuestion): Reply {
  if (isExpired || choices.length === 0) return { text: texts('chat.noQuestion') };
  return { text: texts('chat.whichChoice', { choices: choicesWords(choices) }) };
}

/** «**1** Đang thực hiện · **2** Hoàn thành». Source: script TX-14. */
export function choicesWords(choices: readonly Pick<OfferedChoice, 'typed' | 'label'>[]): string {
  return choices
    .map(({ typed, label }) => (typed === label ? bold(typed) : `${bold(typed)} ${label}`))
    .join(' · ');
}

/** A command that comes later, or that there is not; null for other words. */
export function unknownCommand(
  { texts }: Pick<Turn, 'texts'>,
  text: string,
  expects: Expectation | null,
): Reply | null {
  const isNamed = isSlash(text);
  // «dừng» and «thẩm định» may name a status.
  const later =
    expects?.kind === 'status' && !isNamed ? null : laterCommand(text, { canGoOn: false });
  if (later !== null) return { text: texts('chat.later', { command: later }) };
  if (!isNamed) return null;
  const [command = ''] = text.split(/\s/u);
  return { text: texts('chat.unknownCommand', { command: shorten(command, 40) }) };
}

export function unknownText({ texts, actor }: MemberTurn, text: string): Reply {
  const later = laterCommand(text, { canGoOn: true });
  if (later !== null) return { text: texts('chat.later', { command: later }) };
  const hint = can(actor, 'record')
    ? texts('chat.unknownOfficer', { number: '1.3' })
    : texts('chat.unknownOther');
  return { text: `${texts('chat.unknown')} ${hint}` };
}
