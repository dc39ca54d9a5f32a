import type { Commitment } from '../domain/commitment.ts';
import { hasSecrecyMark } from '../language/secrecy.ts';
import { readSentence, type Sentence } from '../language/sentence.ts';
import { repairText } from '../language/text-repair.ts';
import { answeredTogether } from '../usecases/answered-together.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import { loadFrame } from '../usecases/load-frame.ts';
import type { IncomingUpdate, Intake } from '../usecases/ports/intake.ts';
import type { Person } from '../usecases/ports/people-store.ts';
import type { Secrets } from '../usecases/ports/secrets.ts';
import type { Stores } from '../usecases/ports/unit-of-work.ts';
import { momentOf } from '../views/deadlines.ts';
import type { Texts } from '../views/texts.ts';
import { isDigits } from './answers.ts';
import { itemByNumber } from './find-item.ts';
import { asMessage, notifySecretaries } from './say.ts';

export interface IntakeNeeds extends Dependencies {
  readonly secrets: Secrets;
  readonly texts: Texts;
  /**
   * Stores a wordless update while its chat is looked at; whether it is new. Null where the chat is
   * not free for that. Of such a one `onStored` is not told.
   */
  storeOnTheWay(update: IncomingUpdate): Promise<boolean> | null;
  /** Told of everything new in a chat: an update that waits, or a refusal to be said. */
  onStored(update: IncomingUpdate, deliveryIds: readonly number[], isWaiting: boolean): void;
  /** Resolves once what was stored is on the database's disk. */
  untilSafe(update: IncomingUpdate): Promise<void>;
}

/**
 * Stores what platforms bring, and says so when it is safe; what must not be kept is refused before.
 * Source: decisions 9, 17, 0031.
 */
export function createIntake(needs: IntakeNeeds): Intake {
  const storeWordless = answeredTogether((updates: readonly IncomingUpdate[]) =>
    needs.inOneStatement(({ inbox }) => inbox.addAll(updates, needs.clock.now())),
  );
  const storeAlone = async (update: IncomingUpdate): Promise<Accepted> => {
    const accepted =
      wordsOf(update) === null
        ? acceptedAs(await storeWordless(update))
        : await storeWords(needs, update);
    if (accepted.outcome !== 'repeated') {
      needs.onStored(update, accepted.deliveryIds, accepted.outcome === 'stored');
    }
    return accepted;
  };
  return {
    accept: async (update) => {
      const isNew = wordsOf(update) === null ? needs.storeOnTheWay(update) : null;
      const { outcome } = isNew === null ? await storeAlone(update) : acceptedAs(await isNew);
      // Also one that is there already: it may have been stored a moment ago.
      await needs.untilSafe(update);
      return outcome;
    },
  };
}

interface Accepted {
  readonly outcome: 'stored' | 'repeated' | 'refused';
  readonly deliveryIds: readonly number[];
}

/** Nothing in it had to be refused. */
function acceptedAs(isNew: boolean): Accepted {
  return { outcome: isNew ? 'stored' : 'repeated', deliveryIds: [] };
}

/** What has words is looked at first. */
async function storeWords(needs: IntakeNeeds, update: IncomingUpdate): Promise<Accepted> {
  const { refused, isNew } = await needs.inTransaction((stores) => store(needs, stores, update));
  return refused ?? acceptedAs(await isNew);
}

/** Not waited for inside of the transaction, so that it is stored in one packet with its end. */
interface Storing {
  readonly isNew: Promise<boolean>;
  /** Null where it may be kept. */
  readonly refused: Accepted | null;
}

async function store(needs: IntakeNeeds, stores: Stores, update: IncomingUpdate): Promise<Storing> {
  const at = needs.clock.now();
  const { chat, senderId } = update;
  const hasWords = wordsOf(update) !== null && senderId !== null;
  const [person] = await Promise.all([
    hasWords ? stores.people.findByAccount(chat.channel, senderId) : undefined,
    // Whether what is remembered of them still holds is asked with the rest.
    stores.agencies.list(),
  ]);
  const refusal = await refusalOf(needs, stores, update, person);
  const state = refusal === null ? 'received' : 'refused';
  const isNew = stores.inbox.add(withoutWords(update), state, at);
  // Of its failure the transaction tells.
  isNew.catch(() => undefined);
  if (refusal === null) return { isNew, refused: null };
  if (!(await isNew)) return { isNew, refused: acceptedAs(false) };
  const deliveryIds = await sayRefused(needs, stores, update, person, refusal);
  return { isNew, refused: { outcome: 'refused', deliveryIds } };
}

type Refusal = 'chat.secretAgency' | 'chat.secretMessage';

/** Why a text may not be kept; null for everything else. Source: script TX-13. */
async function refusalOf(
  { clock, timezone }: IntakeNeeds,
  stores: Stores,
  update: IncomingUpdate,
  person: Person | undefined,
): Promise<Refusal | null> {
  const said = wordsOf(update);
  if (said === null) return null;
  const text = repairText(said).text;
  if (hasSecrecyMark(text, 'message') || hasMarkedFile(update)) return 'chat.secretMessage';
  if (person === undefined || update.isGroup) return null;
  const agency = (await stores.agencies.list()).find(({ id }) => id === person.agencyId);
  if (agency?.isOffChat === true) {
    return update.kind === 'text' && isHarmless(text) ? null : 'chat.secretAgency';
  }
  const item = await itemNamed({ clock, timezone }, stores, person, text);
  return item?.isOffChat === true ? 'chat.secretAgency' : null;
}

/** The item that an update speaks of; null for other words. */
async function itemNamed(
  { clock, timezone }: Pick<IntakeNeeds, 'clock' | 'timezone'>,
  stores: Stores,
  { agencyId }: Person,
  text: string,
): Promise<Commitment | null> {
  const sentence = updateIn(text);
  if (sentence === null) return null;
  const { sets } = await loadFrame(stores, { at: clock.now(), timezone });
  const setIds = sets.map(({ id }) => id);
  const commitments = await stores.commitments.list(setIds, [agencyId]);
  return itemByNumber({ commitments }, agencyId, sentence.number);
}

/** Also behind a command: «/capnhat 2 đạt 100%». */
function updateIn(text: string): Extract<Sentence, { kind: 'update' }> | null {
  const sentence = readSentence(text);
  if (sentence.kind === 'update') return sentence;
  return sentence.kind === 'command' && sentence.command === 'update' && sentence.rest !== ''
    ? updateIn(sentence.rest)
    : null;
}

/** What a person wrote, in whatever place; null where a message can hold no words. */
function wordsOf(update: IncomingUpdate): string | null {
  if (update.kind === 'text') return update.text;
  return update.kind === 'other' || update.kind === 'file' ? update.words : null;
}

function hasMarkedFile(update: IncomingUpdate): boolean {
  const isFile = update.kind === 'other' || update.kind === 'file';
  return isFile && hasSecrecyMark(update.fileName, 'fileName');
}

/** Looked at, and not kept; a document's name goes with it. */
function withoutWords(update: IncomingUpdate): IncomingUpdate {
  if (update.kind === 'file') return { ...update, words: '' };
  return update.kind === 'other' ? { ...update, words: '', fileName: '' } : update;
}

/** Words of our own making: they tell nothing of an agency's work. */
function isHarmless(text: string): boolean {
  if (isDigits(text)) return true;
  const sentence = readSentence(text);
  if (sentence.kind !== 'command') return sentence.kind !== 'update' && sentence.kind !== 'other';
  return sentence.rest === '' || HARMLESS_WITH_MORE.has(sentence.command);
}

const HARMLESS_WITH_MORE: ReadonlySet<string> = new Set(['start', 'language']);

async function sayRefused(
  { secrets, clock, texts, timezone }: IntakeNeeds,
  stores: Stores,
  { chat, updateId, isGroup }: IncomingUpdate,
  person: Person | undefined,
  refusal: Refusal,
): Promise<number[]> {
  const at = clock.now();
  const personId = person?.id ?? null;
  const asked = { stores, secrets, at, chat, personId: isGroup ? null : personId };
  const message = await asMessage(asked, { text: texts(refusal) });
  const delivery = await stores.deliveries.plan({
    key: `refusal:${chat.channel}:${updateId}`,
    kind: 'reply',
    personId,
    address: chat,
    isGroup,
    payload: { message, replacing: null },
    dueAt: at,
  });
  if (refusal === 'chat.secretMessage') {
    const agency = (await stores.agencies.list()).find(({ id }) => id === person?.agencyId);
    const write = (own: Texts) => ({
      text: own('chat.secretNotice', {
        person: person?.name ?? own('chat.stranger'),
        agency: agency?.name ?? '–',
        ...momentOf(at, timezone),
      }),
    });
    const key = `secret:${chat.channel}:${updateId}`;
    await notifySecretaries({ stores, secrets, at, officeTexts: texts }, { key, write });
  }
  return delivery === null ? [] : [delivery.id];
}
