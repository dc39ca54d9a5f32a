import type { BotApi } from '../sandbox/bot-api.ts';
import { momentOf } from '../views/deadlines.ts';

type Shown = ReturnType<BotApi['messages']>[number];

/** A chat of the play, and how the transcript names it. */
export interface Listener {
  readonly chatId: number;
  readonly name: string;
}

/** What was said in the chats of the play, each message printed once, in the order of the clock. */
export interface Transcript {
  follow(listener: Listener): void;
  /** The newest words of the bot in a chat; empty before it spoke. */
  lastText(chatId: number): string;
  hasNews(): boolean;
  /** Prints what came since the last call; `isQuiet` only counts it as seen. */
  show(isQuiet?: boolean): void;
  /** What the bot said in a chat in the part that was shown last; empty for nothing. */
  shownIn(chatId: number): string;
}

/** A long list of buttons tells no more than its beginning. */
const SHOWN_BUTTONS = 12;

export function createTranscript(
  api: BotApi,
  timezone: string,
  print: (text: string) => void,
): Transcript {
  const listeners: Listener[] = [];
  const known = new Set<string>();
  let part: (Listener & { readonly message: Shown })[] = [];

  const fresh = () =>
    listeners
      .flatMap((listener) =>
        api.messages(listener.chatId).map((message) => ({ ...listener, message })),
      )
      .filter(({ chatId, message }) => !known.has(keyOf(chatId, message)));
  return {
    follow: (listener) => {
      if (!listeners.some(({ chatId }) => chatId === listener.chatId)) listeners.push(listener);
    },
    hasNews: () => fresh().length > 0,
    lastText: (chatId) => api.messages(chatId).findLast(({ from }) => from.isBot)?.text ?? '',
    show: (isQuiet = false) => {
      part = fresh().toSorted((left, right) => left.message.sentAt - right.message.sentAt);
      for (const { chatId, name, message } of part) {
        known.add(keyOf(chatId, message));
        if (!isQuiet) for (const line of linesOf(name, message, timezone)) print(line);
      }
    },
    shownIn: (chatId) =>
      part
        .filter((told) => told.chatId === chatId && told.message.from.isBot)
        .map(({ message }) => message.text)
        .join('\n'),
  };
}

/** An edited message is told again. */
function keyOf(chatId: number, { messageId, text }: Shown): string {
  return `${chatId} ${messageId} ${text}`;
}

function linesOf(chat: string, { from, text, buttons, sentAt }: Shown, timezone: string): string[] {
  const { time } = momentOf(new Date(sentAt), timezone);
  const [first = '', ...rest] = text.split('\n');
  const speaker = from.isBot || from.name !== chat ? `${from.name} → ${chat}` : from.name;
  const row = buttons
    .flat()
    .slice(0, SHOWN_BUTTONS)
    .map((button) => `〔${button.text}〕`)
    .join('');
  return [
    `  ${time} ${speaker}: ${first}`,
    ...[...rest, ...(row === '' ? [] : [row])].map((line) => `        ${line}`),
  ];
}
