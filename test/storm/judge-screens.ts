import type { ShownMessage } from '../../src/sandbox/people.ts';
import { type Act, GREETING, REPEAT } from './officer.ts';
import { DIGEST, shownFor } from './secretary.ts';
import { onTheWall } from './stage.ts';
import type { Trial, Verdict } from './trial.ts';

type Sum = { -readonly [Key in keyof Omit<Verdict, 'what'>]: number };

interface Owed {
  readonly chatId: number;
  /** Everything on the screen that is it. */
  readonly copies: readonly ShownMessage[];
  /** False for what may be missing. */
  readonly isOwed: boolean;
  /** For the finding, as in «1001 and the reminder of 4 June». */
  readonly name: string;
}

const isMarked = ({ text }: ShownMessage) => text.startsWith(REPEAT);

/** Adds up what should be there once, and says what is wrong with it. */
function weigh(trial: Trial, { chatId, copies, isOwed, name }: Owed, sum: Sum, faults: string[]) {
  const [first, ...more] = [...copies].sort((left, right) => left.messageId - right.messageId);
  if (isOwed || first !== undefined) sum.expected += 1;
  if (first === undefined) {
    if (!isOwed) return;
    sum.lost += 1;
    faults.push(`lost: ${name}`);
    return;
  }
  sum.shown += 1;
  const isExcused = [first, ...more.slice(0, -1)].every((copy) => hasCause(trial, chatId, copy));
  const isOnce = copies.filter((copy) => !isMarked(copy)).length <= 1;
  if (more.length === 0) return;
  if (isOnce && isExcused) sum.repeated += more.length;
  else {
    sum.doubled += more.length;
    const marks = [first, ...more].map((copy) => {
      const time = new Date(copy.sentAt).toISOString().slice(11, 23);
      return `${isMarked(copy) ? 'marked' : 'plain'} at ${time}`;
    });
    faults.push(`doubled: ${name} (${marks.join(', ')}${isExcused ? '' : ', without a cause'})`);
  }
}

/** After so long a bot gives up a call that hangs. */
const LONGEST_CALL_MS = 35_000;

/** Whether a copy was in flight when something struck, or the platform broke a call to its chat. */
function hasCause({ stage, weather }: Trial, chatId: number, copy: ShownMessage): boolean {
  const { sentAt, isEdited } = copy;
  // An edit keeps the time at which the message was first shown, a person's reaction earlier.
  const slackMs = isEdited ? 60_000 : 0;
  return (
    weather.doubts.some(({ from, until }) => sentAt > from - slackMs && sentAt < until) ||
    stage.api.calls.some(
      ({ status, parameters, endedAt }) =>
        status === 0 &&
        Number(parameters['chat_id']) === chatId &&
        sentAt < endedAt + 500 &&
        endedAt < sentAt + LONGEST_CALL_MS,
    )
  );
}

const nothing = (): Sum => ({ expected: 0, shown: 0, lost: 0, repeated: 0, doubled: 0 });

function saidIn({ stage }: Trial, chatId: number): ShownMessage[] {
  return stage.api.messages(chatId).filter(({ from }) => from.isBot);
}

export function judgeReminders(trial: Trial, faults: string[]): Verdict {
  const { cast, weather, slices, officers } = trial;
  const sum = nothing();
  const ladder = slices.filter(({ kind }) => kind === 'reminders' || kind === 'interrupted');
  for (const chatId of [...cast.people, ...officers.map(({ id }) => id)]) {
    const own = saidIn(trial, chatId).filter(({ text }) => text.includes(GREETING));
    for (const { at, kind, isLate } of ladder) {
      const { date } = onTheWall(Date.parse(at));
      const copies = own.filter(({ sentAt }) => onTheWall(sentAt).date === date);
      const isBlocked = weather.blocked.some(
        (each) => each.id === chatId && onTheWall(each.at).date === date,
      );
      const isOwed = kind === 'reminders' && !isBlocked;
      weigh(
        trial,
        { chatId, copies, isOwed, name: `reminder of ${chatId} on ${date}` },
        sum,
        faults,
      );
      if (isLate && copies.some(({ text }) => !text.includes('gửi chậm do gián đoạn'))) {
        faults.push(`${chatId} was not told on ${date} that the message comes late`);
      }
    }
  }
  return { what: 'reminders', ...sum };
}

export function judgeAnswers(
  trial: Trial,
  faults: string[],
): { readonly verdict: Verdict; readonly disorders: number } {
  const sum = nothing();
  let disorders = 0;
  for (const { id: chatId, acts } of trial.officers) {
    const own = saidIn(trial, chatId).filter(({ text }) => !text.includes(GREETING));
    let last = 0;
    for (const [index, act] of acts.entries()) {
      const copies = own.filter(({ text }) => text.includes(act.shows));
      // Nothing is left of a card when its button is pressed: it is edited into the next answer.
      const isOwed = !isEditedAway(act, acts[index + 1]);
      const name = `answer to «${act.did}» of ${chatId}`;
      weigh(trial, { chatId, copies, isOwed, name }, sum, faults);
      const first = act.isPress ? last : (copies[0]?.messageId ?? last);
      if (first < last) {
        disorders += 1;
        faults.push(`out of order: ${name}`);
      }
      last = first;
    }
  }
  return { verdict: { what: 'answers in dialogues', ...sum }, disorders };
}

function isEditedAway({ shows }: Act, next: Act | undefined): boolean {
  return shows.endsWith(' – ') && next?.isPress === true;
}

export function judgeGroup({ stage, leaders }: Trial, faults: string[]): Verdict {
  const sum = nothing();
  for (const due of leaders.due) {
    const { length } = shownFor(stage.api, leaders.groupId(), due);
    sum.expected += 1;
    sum.shown += Math.min(1, length);
    if (length === 0) {
      sum.lost += 1;
      faults.push(`the group never saw «${due.shows}»`);
    }
    if (length > 1) {
      sum.doubled += length - 1;
      faults.push(`the group saw «${due.shows}» ${length} times`);
    }
  }
  return { what: 'messages to the group', ...sum };
}

/** Messages in an officer's chat that answer nothing. */
export function judgeStrays(trial: Trial, faults: string[]): void {
  for (const { id, acts } of trial.officers) {
    const isKnown = (text: string) =>
      text.includes(GREETING) || acts.some(({ shows }) => text.includes(shows));
    const own = saidIn(trial, id).filter(({ text }) => !isKnown(text));
    for (const { text } of own) faults.push(`${id} was told «${text.slice(0, 120)}»`);
  }
}

/** Only what the clock starts; an answer may come at any hour. */
export function judgeRestDays(trial: Trial, faults: string[]): void {
  const { cast, officers, leaders } = trial;
  const chats = [...cast.people, ...officers.map(({ id }) => id), leaders.groupId()];
  for (const chat of chats) {
    for (const { text, sentAt } of saidIn(trial, chat)) {
      const isUnasked = text.includes(GREETING) || DIGEST.test(text);
      if (!isUnasked) continue;
      const { date, minutes } = onTheWall(sentAt);
      const isRest = [0, 6].includes(new Date(date).getUTCDay());
      if (isRest || minutes < 7 * 60 + 30 || minutes >= 17 * 60) {
        faults.push(`${chat} was written to on ${date} at minute ${minutes}`);
      }
    }
  }
}
