import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { type BulkSentence, readBulk } from './bulk-sentence.ts';
import { ANSWERS, COMMANDS, type CommandId } from './chat-words.ts';
import { ITEM, MEASURE, NUMBER } from './item-mentions.ts';
import { withoutPoliteness } from './politeness.ts';
import { statusIn } from './status-words.ts';
import { normalizeSpaces, repairText } from './text-repair.ts';
import { isAnyPhrase, lengthOfPhrase, typedWords } from './typed-words.ts';

/** What a person's message is, by its words alone. */
export type Sentence =
  | {
      readonly kind: 'update';
      readonly number: string;
      /** Null where the words leave it open. */
      readonly status: CommitmentStatus | null;
      readonly result: string | null;
    }
  /** «tất cả đang thực hiện, trừ 1.3 hoàn thành»; «1.1 và 1.2 xong, 1.3 đang làm». */
  | ({ readonly kind: 'bulk' } & BulkSentence)
  | { readonly kind: 'command'; readonly command: CommandId; readonly rest: string }
  /** «huỷ» withdraws what is being asked, or, with nothing asked, what was said last. */
  | { readonly kind: 'undo' | 'withdraw' | 'yes' | 'no' | 'cancel' | 'skip' | 'thanks' }
  | { readonly kind: 'other' };

type Reader = (text: string) => Sentence | null;

/** The first that knows the message has it. */
const READERS: readonly Reader[] = [
  readSlash,
  readAnswer,
  readBulkSentence,
  readUpdate,
  readStatusFirst,
  readPhrase,
];

/** Reads one message; the text of an answer keeps its wording and accents. */
export function readSentence(text: string): Sentence {
  const said = normalizeSpaces(repairText(text).text);
  for (const read of READERS) {
    const sentence = read(said);
    if (sentence !== null) return sentence;
  }
  return { kind: 'other' };
}

/** «/capnhat 1.2», «/capnhat@camket_bot», and the same name without its slash. */
function readSlash(text: string): Sentence | null {
  const found = /^(\/?)(\p{L}+)(?:@\w+)?(?:\s+(.*))?$/u.exec(text);
  const name = found?.[2] ?? '';
  const [, slash, , rest = ''] = found ?? [];
  const command = COMMANDS.find(({ names }) => isAnyPhrase(name, names));
  if (command === undefined) return null;
  if (slash === '' && rest !== '' && !command.takesMore) return null;
  return { kind: 'command', command: command.id, rest };
}

function readAnswer(text: string): Sentence | null {
  const bare = withoutPoliteness(text);
  const answer = ANSWERS.find(([, phrases]) => isAnyPhrase(bare, phrases));
  return answer === undefined ? null : { kind: answer[0] };
}

/** Before a single update: «1.3 xong, còn lại đang làm» is not one. */
function readBulkSentence(text: string): Sentence | null {
  const bulk = readBulk(text);
  return bulk === null ? null : { kind: 'bulk', ...bulk };
}

const UPDATE = new RegExp(
  `^(?:(?:sửa lại|sua lai|sửa|sua|đính chính|(?<asks>cập nhật|cap nhat))[\\s:]+)?(?<item>${ITEM})?\\s*(?:số\\s+)?` +
    `(?<number>${NUMBER})\\.?(?![\\d/%]|,\\d)(?<mark>\\s*[:;,–—-])?(?<said>(?:\\s.*|\\S.*)?)$`,
  'iu',
);

/** Another item after the first: several at once are not one update. */
const OTHER_ITEM = new RegExp(
  `^(?:và|va|,|;|&|\\+|đến)\\s*(?:${ITEM}\\s*)?${NUMBER}(?![\\d/%,])|(?:^|[\\s,;])(?:${ITEM}\\s*)?${NUMBER}\\s+(?<said>\\p{L}.*)$`,
  'iu',
);

/** «1.3 đang thực hiện - 91,22%», «mục 2.1: hoàn thành», a number alone. */
function readUpdate(text: string): Sentence | null {
  const { asks, item, number, mark = '', said = '' } = UPDATE.exec(text)?.groups ?? {};
  if (number === undefined) return null;
  const rest = said.trim();
  // «cập nhật 1.2» asks for the item to be opened: a command.
  if (rest === '' && asks !== undefined) return null;
  if (rest === '') return updateOf(number, null, '');
  if (MEASURE.test(rest) || holdsOtherItem(`${mark.trim()}${said}`)) return null;
  const isNamed = item !== undefined || number.includes('.') || mark !== '';
  return statedUpdate(number, rest, isNamed);
}

/** Words without a status are a result only where the number is surely an item's. */
function statedUpdate(number: string, said: string, isNamed: boolean): Sentence | null {
  const stated = statusIn(said);
  if (stated !== null) return updateOf(number, stated.status, stated.rest);
  return isNamed && !isQuestion(said) ? updateOf(number, null, said) : null;
}

function updateOf(number: string, status: CommitmentStatus | null, result: string): Sentence {
  return {
    kind: 'update',
    number: number.toLowerCase(),
    status,
    result: result === '' ? null : result,
  };
}

function holdsOtherItem(text: string): boolean {
  const found = OTHER_ITEM.exec(text.trim());
  if (found === null) return false;
  const said = found.groups?.['said'];
  return said === undefined || statusIn(said) !== null || /^(?:ko|không|ht)\b/iu.test(said);
}

function isQuestion(text: string): boolean {
  return /\?|(?<!\p{L})(?:chưa|vậy|hả|thế nào|sao)\s*$/iu.test(text);
}

const NUMBER_LAST = new RegExp(
  `^(?<said>.+?)\\s+(?:mục|muc|nội dung|noi dung)\\s+(?<number>${NUMBER})$`,
  'iu',
);

/** «xong mục 3». */
function readStatusFirst(text: string): Sentence | null {
  const { said = '', number } = NUMBER_LAST.exec(text)?.groups ?? {};
  const stated = statusIn(said);
  if (number === undefined || stated === null || stated.rest !== '') return null;
  return updateOf(number, stated.status, '');
}

/** A command in plain words; no phrase that takes more begins another one. */
function readPhrase(text: string): Sentence | null {
  const said = withoutPoliteness(text).replace(/\s*\?$/u, '');
  const typed = typedWords(said);
  const found = COMMANDS.flatMap(({ id, phrases, takesMore }) =>
    phrases.map((phrase) => ({ id, takesMore, length: lengthOfPhrase(typed, phrase.split(' ')) })),
  ).find(({ length, takesMore }) => length > 0 && (takesMore || length === typed.length));
  if (found === undefined) return null;
  const rest = said.slice(typed[found.length - 1]?.end).replace(/^[\s:,-]+/u, '');
  return { kind: 'command', command: found.id, rest };
}
