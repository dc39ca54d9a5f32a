import { sql } from 'drizzle-orm';
import type {
  PaceAnswer,
  PaceQuestion,
  SharedLimits,
  SharedPace,
} from '../usecases/ports/shared-pace.ts';
import type { Database, Db } from './database.ts';

export interface SharedPaceOptions {
  readonly channel: string;
  /** This process, as it beats. */
  readonly sender: string;
  /** Monotonic milliseconds of the machine. */
  readonly nowMs: () => number;
  readonly limits: SharedLimits;
}

/** For so long a process may act on what it knew of the others. */
const KNOWN_MS = 1_000;
/** After that every other process has seen a new one, and what it sent uncounted is a second old. */
const NOTICED_MS = KNOWN_MS + 1_300;
/** A newcomer whose first sign of life is not written yet looks again after so long. */
const UNSEEN_MS = 200;

/** A second, and a little for clocks that count whole milliseconds. */
const WINDOW_MS = 1_003;
const GROUP_WINDOW_MS = 61_000;
/** How long a message may be on its way before its place is given to another one anyway. */
const LONGEST_ON_THE_WAY_MS = 1_000;
/** A mailing leaves a free place for so long to somebody's answer. */
const ANSWERS_FIRST_MS = 5;
const FLOOD_MEMORY_S = 30;
const CHATS_REMEMBERED_S = 3_600;
/** Places on their way back may be free sooner than they say. */
const ASK_AGAIN_MS = 100;

/**
 * The platform's limits over all processes that send for one bot: as many places as messages fit in
 * a second, each taken for one message and free again a second after its answer, and a row for each
 * chat. A process that is alone asks nothing but, once a second, whether it still is.
 */
export function createSharedPace(
  { db }: Pick<Database, 'db'>,
  options: SharedPaceOptions,
): SharedPace {
  const company = createCompany(db, options);
  return {
    ask: async (question) => {
      const silenceMs = await company.silenceMs();
      if (silenceMs === null) return ALONE;
      if (silenceMs > 0) return { kind: 'wait', ms: silenceMs, whom: 'all' };
      const place = await take(db, options, question);
      if (place === null) return whenReady(db, options, question);
      return {
        kind: 'go',
        finished: (quickestMs) => {
          const giving =
            quickestMs === null
              ? giveBackTurn(db, options, question, place)
              : giveBackPlace(db, options, place, quickestMs);
          // Both come back by themselves.
          giving.catch(() => undefined);
        },
      };
    },
    flooded: (chatId, afterMs) => hold(db, options, chatId, afterMs),
  };
}

const ALONE: PaceAnswer = { kind: 'go', finished: () => undefined };

/** Whether others send too, and how long a newcomer keeps silent until they know of it. */
function createCompany(db: Db, { channel, sender, nowMs, limits }: SharedPaceOptions) {
  let known: { readonly isAlone: boolean; readonly at: number } | null = null;
  let speaksFrom = Number.NEGATIVE_INFINITY;
  let isAmongThem = false;

  const look = async (): Promise<void> => {
    const at = nowMs();
    const ids = (await db.execute(sql`select id from sender`)).map(({ id }) => id);
    const isAlone = ids.every((id) => id === sender);
    const isSeen = ids.includes(sender);
    // Newly seen beside others, or taken for dead by them in between: they must notice first.
    if (isSeen && !isAmongThem && !isAlone && known?.isAlone !== true) speaksFrom = at + NOTICED_MS;
    isAmongThem = isSeen;
    if (!isAlone && known?.isAlone !== false) await prepare(db, channel, limits);
    known = { isAlone, at };
    if (!isAlone && !isSeen) speaksFrom = at + UNSEEN_MS;
  };
  return {
    /** Null while alone; else for how long nothing may be sent yet. */
    silenceMs: async (): Promise<number | null> => {
      if (known === null || nowMs() - known.at >= KNOWN_MS || !isAmongThem) await look();
      return known?.isAlone === true ? null : Math.max(0, speaksFrom - nowMs());
    },
  };
}

async function prepare(db: Db, channel: string, limits: SharedLimits): Promise<void> {
  await db.execute(sql`
    insert into send_slot (channel, place, free_at)
    select ${channel}, place, clock_timestamp() from generate_series(1, ${limits.overallPerSecond}) place
    on conflict do nothing`);
  await db.execute(sql`
    delete from send_slot where channel = ${channel} and place > ${limits.overallPerSecond}`);
  await db.execute(sql`
    delete from chat_pace
    where channel = ${channel}
      and greatest(due_at, held_until) < clock_timestamp() - make_interval(secs => ${CHATS_REMEMBERED_S})`);
}

/** Instants as the database wrote them, to the microsecond. */
type Place = {
  readonly place: number;
  readonly until: string;
  /** In the chat's row: when its next message is due, and when this one was, of a group. */
  readonly due: string;
  readonly at: string | null;
};

/** Takes a place and the chat's turn in one statement; null when either is not free yet. */
async function take(
  db: Db,
  { channel, limits }: SharedPaceOptions,
  { chatId, isGroup, isReply }: PaceQuestion,
): Promise<Place | null> {
  const burstS = isReply && !isGroup ? limits.replyBurst - 1 : 0;
  const marginMs = isReply ? 0 : ANSWERS_FIRST_MS;
  const rows = await db.execute<Place>(sql`
    with free as (
      select place from send_slot
      where channel = ${channel}
        and free_at <= clock_timestamp() - make_interval(secs => ${marginMs / 1_000})
      order by free_at limit 1 for update skip locked
    ), turn as (
      insert into chat_pace as chat (channel, chat_id, due_at, sent_at)
      select ${channel}, ${chatId}, clock_timestamp() + interval '1 second',
        case when ${isGroup} then array[clock_timestamp()] else '{}' end
      from free
      on conflict (channel, chat_id) do update set
        due_at = greatest(chat.due_at, clock_timestamp()) + interval '1 second',
        sent_at = case when ${isGroup}
          then (chat.sent_at || clock_timestamp())[greatest(1, cardinality(chat.sent_at) + 2 - ${limits.groupPerMinute}::int):]
          else chat.sent_at end
      where ${readyAt({ burstS, isGroup, most: limits.groupPerMinute })} <= clock_timestamp()
      returning due_at as due, sent_at[cardinality(sent_at)] as at
    )
    update send_slot
    set free_at = clock_timestamp() + make_interval(secs => ${(WINDOW_MS + LONGEST_ON_THE_WAY_MS) / 1_000})
    where channel = ${channel} and place = (select place from free) and exists (select from turn)
    returning place, free_at::text as until,
      (select due::text from turn) as due, (select at::text from turn) as at`);
  return rows[0] ?? null;
}

/** When the chat of a row may be written to. */
function readyAt({
  burstS,
  isGroup,
  most,
}: {
  readonly burstS: number;
  readonly isGroup: boolean;
  readonly most: number;
}) {
  return sql`greatest(
    chat.due_at - make_interval(secs => ${burstS}),
    chat.held_until,
    case when ${isGroup} and cardinality(chat.sent_at) >= ${most}::int
      then chat.sent_at[1] + make_interval(secs => ${GROUP_WINDOW_MS / 1_000}) end)`;
}

/** Who is in the way, and for how long. Never less than a millisecond. */
async function whenReady(
  db: Db,
  { channel, limits }: SharedPaceOptions,
  { chatId, isGroup, isReply }: PaceQuestion,
): Promise<PaceAnswer> {
  const burstS = isReply && !isGroup ? limits.replyBurst - 1 : 0;
  const [row] = await db.execute<{ chat: number | null; all: number | null }>(sql`
    select
      (select extract(epoch from ${readyAt({ burstS, isGroup, most: limits.groupPerMinute })} - clock_timestamp())::float8
        from chat_pace chat where channel = ${channel} and chat_id = ${chatId}) as chat,
      (select extract(epoch from min(free_at) - clock_timestamp())::float8
        from send_slot where channel = ${channel}) as all`);
  const chatMs = (row?.chat ?? 0) * 1_000;
  const allMs = (row?.all ?? 0) * 1_000 + (isReply ? 0 : ANSWERS_FIRST_MS);
  if (chatMs > allMs) return { kind: 'wait', ms: Math.max(1, chatMs), whom: 'chat' };
  const isHeld = allMs > WINDOW_MS + LONGEST_ON_THE_WAY_MS;
  return {
    kind: 'wait',
    ms: Math.max(1, isHeld ? allMs : Math.min(allMs, ASK_AGAIN_MS)),
    whom: 'all',
  };
}

/** The place is free a second after its answer, less the quickest journey. */
async function giveBackPlace(
  db: Db,
  { channel }: SharedPaceOptions,
  { place, until }: Place,
  quickestMs: number,
): Promise<void> {
  const secs = (WINDOW_MS - Math.min(quickestMs, WINDOW_MS)) / 1_000;
  await db.execute(sql`
    update send_slot
    set free_at = least(free_at, clock_timestamp() + make_interval(secs => ${secs}))
    where channel = ${channel} and place = ${place} and free_at = ${until}::timestamptz`);
}

/** Nothing has left: the place is free at once, and the chat as before, unless others had it since. */
async function giveBackTurn(
  db: Db,
  { channel }: SharedPaceOptions,
  { chatId }: PaceQuestion,
  { place, until, due, at }: Place,
): Promise<void> {
  await db.execute(sql`
    with freed as (
      update send_slot set free_at = clock_timestamp()
      where channel = ${channel} and place = ${place} and free_at = ${until}::timestamptz
    )
    update chat_pace
    set due_at = due_at - interval '1 second', sent_at = array_remove(sent_at, ${at}::timestamptz)
    where channel = ${channel} and chat_id = ${chatId} and due_at = ${due}::timestamptz`);
}

/** One chat is left alone by all; every chat, where many were flooded within half a minute. */
async function hold(
  db: Db,
  { channel, limits }: SharedPaceOptions,
  chatId: string,
  afterMs: number,
): Promise<void> {
  const until = sql`clock_timestamp() + make_interval(secs => ${afterMs / 1_000})`;
  await db.execute(sql`
    insert into chat_pace as chat (channel, chat_id, due_at, held_until, flooded_at, sent_at)
    values (${channel}, ${chatId}, clock_timestamp(), ${until}, clock_timestamp(), '{}')
    on conflict (channel, chat_id) do update
    set held_until = greatest(chat.held_until, excluded.held_until), flooded_at = excluded.flooded_at`);
  // Never to what it was: a place that is on its way must not be given back into the pause.
  await db.execute(sql`
    update send_slot set free_at = greatest(free_at + interval '1 microsecond', ${until})
    where channel = ${channel} and ${limits.floodsToStopAll} <= (
      select count(*) from chat_pace
      where channel = ${channel}
        and flooded_at > clock_timestamp() - make_interval(secs => ${FLOOD_MEMORY_S}))`);
}
