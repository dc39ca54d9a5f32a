/** What is asked of the database, and in which form its rows are wished. */
export interface Question {
  readonly text: string;
  readonly parameters: readonly unknown[];
  /** Rows as lists. */
  readonly isInValues: boolean;
}

type Ask = () => Promise<unknown>;

/** Texts of which it is remembered whether they only read: all that our code writes, and some more. */
const MOST_TEXTS = 300;
/** Answers that one transaction remembers, and the longest of them, in rows. */
const MOST_ANSWERS = 50;
const MOST_ROWS = 500;

const READING = /^select\b/iu;
/** What locks, waits or does something: before and after it things may not be the same. */
const ACTING =
  /\bfor\s+(?:no\s+key\s+update|update|key\s+share|share)\b|\bpg_|\bset_config\b|\bnextval\b|\bclock_timestamp\b/iu;

/**
 * Memories of transactions: what one has read and has neither locked nor changed anything since is not
 * asked again, so that reading something ahead costs no second journey. Long answers are forgotten.
 */
export function createAskedBefore(): () => (question: Question, ask: Ask) => Promise<unknown> {
  const onlyReads = rememberedOfTexts((text) => READING.test(text) && !ACTING.test(text));
  return () => {
    const answers = new Map<string, Promise<unknown>>();
    return ({ text, parameters, isInValues }, ask) => {
      if (!onlyReads(text)) {
        answers.clear();
        return ask();
      }
      const key = `${JSON.stringify(parameters)} ${isInValues} ${text}`;
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = ask();
      if (answers.size < MOST_ANSWERS) answers.set(key, answer);
      const forgetLong = (rows: unknown) => {
        if (Array.isArray(rows) && rows.length > MOST_ROWS) answers.delete(key);
      };
      answer.then(forgetLong, () => undefined);
      return answer;
    };
  };
}

/** Looking through a text costs more than the rest of this. */
function rememberedOfTexts(look: (text: string) => boolean): (text: string) => boolean {
  const seen = new Map<string, boolean>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const found = look(text);
    if (seen.size < MOST_TEXTS) seen.set(text, found);
    return found;
  };
}
