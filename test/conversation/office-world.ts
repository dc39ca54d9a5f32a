import { readPaper } from '../../src/documents/importing/index.ts';
import type { Role } from '../../src/domain/actor.ts';
import { day } from '../../src/domain/calendar-date.ts';
import type { Paper } from '../../src/domain/paper.ts';
import { createEngine, type Engine, type EngineWatch } from '../../src/engine.ts';
import { secrets } from '../../src/secrets.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import { RetryLaterError } from '../../src/usecases/delivering.ts';
import type { Dependencies } from '../../src/usecases/dependencies.ts';
import { invitePerson } from '../../src/usecases/invite-person.ts';
import type { FetchedFile } from '../../src/usecases/ports/file-source.ts';
import type { IncomingUpdate } from '../../src/usecases/ports/intake.ts';
import type {
  ChatAddress,
  Message,
  Messenger,
  SendOutcome,
} from '../../src/usecases/ports/messenger.ts';
import { type DatabaseForTest, databaseForTest } from '../store/database-for-test.ts';
import { anItem, aPaper, aSection, importing } from '../usecases/office-for-test.ts';
import { weakStore } from './weak-store.ts';

const CHANNEL = 'telegram';
const TIMEZONE = 'Asia/Ho_Chi_Minh';

interface SentMessage {
  readonly chatId: string;
  readonly text: string;
  readonly message: Message;
  readonly replacing: string | null;
}

/** An office on a clock that stands until it is moved, with every chat in memory. */
function officeWorld(database: DatabaseForTest, start: string) {
  let now = new Date(start);
  const sent: SentMessage[] = [];
  const outcomes: SendOutcome[] = [];
  const queued: number[] = [];
  const files = new Map<string, FetchedFile>();
  let updates = 0;
  const jobs = {
    queueOn: () => ({
      enqueue: async (ids: readonly number[]) => {
        queued.push(...ids);
      },
      queued: () => Promise.resolve(new Set(queued)),
    }),
  };
  const unitOfWork = createUnitOfWork(database, jobs);
  const { breakOff, meanwhile, ...weakly } = weakStore(unitOfWork);
  const { inTransaction } = weakly;
  const clock = { now: () => now };
  const atTheDoor = createHold();
  const onTheWay = createHold();
  const messenger: Messenger = {
    send: async (to, message, { replacing = null, mayLeave } = {}) => {
      await atTheDoor.pass();
      if (mayLeave !== undefined && !(await mayLeave())) return { kind: 'heldBack' };
      await onTheWay.pass();
      const outcome = outcomes.shift() ?? { kind: 'sent', messageIds: [`${sent.length + 1}`] };
      if (outcome.kind === 'sent' || outcome.kind === 'unclear') {
        const text = message.lines.map((line) => line.map((span) => span.text).join('')).join('\n');
        sent.push({ chatId: to.chatId, text, message, replacing });
      }
      return outcome;
    },
  };
  const watched: string[] = [];
  const watch: EngineWatch = {
    answered: (channel) => watched.push(`${channel} answered`),
    acted: (channel, outcome) => watched.push(`${channel} ${outcome}`),
    delivery: ({ kind, state }) => watched.push(`${kind} ${state}`),
  };
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const make = (sender: string): Engine =>
    createEngine({
      ...weakly,
      clock,
      timezone: TIMEZONE,
      secrets,
      language: 'vi',
      botName: () => 'camket_bot',
      messengers: new Map([[CHANNEL, messenger]]),
      papers: {
        files: new Map([
          [CHANNEL, { fetchFile: async (id: string) => files.get(id) ?? { kind: 'gone' } }],
        ]),
        readPaper,
      },
      sender,
      sharedClock: clock,
      waitMs: () => Promise.resolve(),
      log: silent,
      watch,
    });
  let engine = make('one');
  const office: Dependencies = { ...weakly, clock, timezone: TIMEZONE };

  const flush = async () => {
    await engine.idle();
    while (queued.length > 0) {
      const id = queued.shift();
      if (id !== undefined) {
        await engine.worker.deliver(id).catch((error: unknown) => {
          if (!(error instanceof RetryLaterError)) throw error;
          queued.push(id);
        });
      }
    }
    await engine.idle();
  };
  const accept = async (update: IncomingUpdate) => {
    const outcome = await engine.intake.accept(update);
    await flush();
    return outcome;
  };
  const addressOf = (chatId: string): ChatAddress => ({ channel: CHANNEL, chatId });
  const head = (userId: string, chatId: string) => {
    updates += 1;
    return {
      updateId: `${updates}`,
      chat: addressOf(chatId),
      isGroup: chatId.startsWith('-'),
      senderId: userId,
      senderName: `người ${userId}`,
    };
  };
  const inChat = (chatId: string) => sent.filter((message) => message.chatId === chatId);
  const say = async (userId: string, text: string, chatId = userId) => {
    const from = inChat(chatId).length;
    await accept({ ...head(userId, chatId), kind: 'text', text });
    return inChat(chatId)
      .slice(from)
      .map((message) => message.text);
  };
  const press = async (userId: string, label: string, chatId = userId, back = 0) => {
    const withButton = inChat(chatId).filter(({ message }) =>
      message.choices.some((choice) => choice.label === label),
    );
    const shown = withButton.at(-1 - back);
    const token = shown?.message.choices.find((choice) => choice.label === label)?.token;
    if (token === undefined) throw new Error(`No button «${label}» in ${chatId}.`);
    const from = inChat(chatId).length;
    await accept({ ...head(userId, chatId), kind: 'choice', token, messageId: '1' });
    return inChat(chatId)
      .slice(from)
      .map((message) => message.text);
  };

  return {
    office,
    sent,
    inTransaction,
    /** What whoever watches the service was told since the last call. */
    watched: () => watched.splice(0),
    inChat,
    say,
    press,
    accept,
    head,
    /** A picture, a file, an edit, with what is written on it. */
    noText: (what: string, words = '', fileName = '') =>
      ({ kind: 'other', what, words, fileName }) as const,
    /** Sends a file that the platform then hands out; gives what the bot says to it. */
    sendFile: async (userId: string, fileName: string, content: Uint8Array | FetchedFile) => {
      const from = inChat(userId).length;
      const sending = head(userId, userId);
      const fetched = 'kind' in content ? content : ({ kind: 'bytes', bytes: content } as const);
      files.set(sending.updateId, fetched);
      const size = fetched.kind === 'bytes' ? fetched.bytes.length : null;
      const file = { kind: 'file', fileId: sending.updateId, fileName, size, words: '' } as const;
      await accept({ ...sending, ...file });
      return inChat(userId)
        .slice(from)
        .map((message) => message.text);
    },
    /** What the platform hands out from now on for the last file that was sent. */
    handOut: (bytes: Uint8Array) => files.set(`${updates}`, { kind: 'bytes', bytes }),
    /** Takes up the paper that waits as a process does that dies over it. */
    dieWhileReading: () =>
      inTransaction(({ drafts }) => drafts.takeUp(now, new Date(now.getTime() + 180_000))),
    /** The texts that went out since the last call. */
    news: (() => {
      let seen = 0;
      return () => {
        const fresh = sent.slice(seen).map(({ chatId, text }) => ({ chatId, text }));
        seen = sent.length;
        return fresh;
      };
    })(),
    choices: (chatId: string) =>
      inChat(chatId)
        .at(-1)
        ?.message.choices.map(({ label, typed }) => `${typed}|${label}`) ?? [],
    next: (...planned: SendOutcome[]) => outcomes.push(...planned),
    breakOff,
    meanwhile,
    moveTo: (instant: string) => {
      now = new Date(instant);
    },
    tick: async (instant?: string) => {
      if (instant !== undefined) now = new Date(instant);
      await engine.tick();
      await flush();
    },
    /** The same, sent side by side as a service's lanes do. */
    tickAtOnce: async (instant: string) => {
      now = new Date(instant);
      const planned = await engine.tick();
      queued.splice(0);
      return Promise.allSettled(planned.map(engine.worker.deliver));
    },
    sweep: async () => {
      await engine.sweep();
      await flush();
    },
    /** Sweeps as often as it takes to be sure of who is silent. */
    sweepForAWhile: async (by: Engine = engine) => {
      for (const waitMs of [0, 8_000, 8_000]) {
        now = new Date(now.getTime() + waitMs);
        await by.sweep();
        await by.idle();
        await flush();
      }
    },
    /** Another process takes up everything that is planned. */
    deliverBy: async (other: Engine) => {
      const due = await inTransaction(({ deliveries }) => deliveries.listDue(['daily'], now));
      for (const { id } of due) await other.worker.deliver(id);
    },
    /** A notice that waits to be sent; the next tick in vain gives it up. */
    planNotice: (words: string, chatId: string) =>
      inTransaction(async ({ deliveries, people }) => {
        const person = await people.findByAccount(CHANNEL, chatId);
        const planned = await deliveries.plan({
          key: `notice:${chatId}`,
          kind: 'notice',
          personId: person?.id ?? null,
          address: addressOf(chatId),
          isGroup: false,
          payload: { message: { lines: [[{ text: words }]], choices: [] }, replacing: null },
          dueAt: now,
        });
        if (planned !== null) queued.push(planned.id);
      }),
    /** Plans what is due, and gives the first of it up as after the last attempt. */
    tickInVain: async (instant: string) => {
      now = new Date(instant);
      await engine.tick();
      for (const id of queued.splice(0, 1)) await engine.worker.giveUp(id);
      await flush();
    },
    /** One more process on the same database. */
    another: make,
    /** The platform takes its time for the next message. */
    holdNext: onTheWay.holdNext,
    /** The pace does not let the next message go yet. */
    holdNextBack: atTheDoor.holdNext,
    restart: (sender: string) => {
      engine = make(sender);
    },
    /** Stores an update as a process does that dies before it acts on it. */
    acceptOnly: async (update: IncomingUpdate) => {
      await inTransaction((stores) => stores.inbox.add(update, 'received', now));
    },
    /** Claims what is due and forgets it, as a process does that dies before it hears of it. */
    claimAndForget: async (instant: string) => {
      now = new Date(instant);
      const planned = await engine.tick();
      queued.splice(0);
      await inTransaction(async ({ deliveries }) => {
        await deliveries.beat('one', now);
        await deliveries.claim(
          planned.map((id) => ({ claim: { id, sender: 'one', attempt: 1 }, subjects: [] })),
        );
      });
    },
    /** Every cell that a message could have got into, to show what is not kept. */
    everythingStored: async () => {
      const tables = [
        'inbound_update',
        'delivery',
        'conversation',
        'choice',
        'period_line',
        'paper_draft',
      ];
      const cells: unknown[] = [];
      for (const table of tables) {
        cells.push(await database.sql.unsafe(`select * from ${table}`).simple());
      }
      return JSON.stringify(cells);
    },
    load: (paper: Paper) => importing(office, paper),
    flush,
    /** A person with an account, by a named code. */
    join: async (userId: string, name: string, agency: string, role: Role = 'officer') => {
      const code = await inTransaction(async (stores) => {
        const agencies = await stores.agencies.list();
        const agencyId = agencies.find((each) => each.name === agency)?.id;
        if (agencyId === undefined) throw new Error(`No agency ${agency}.`);
        const invited = await invitePerson(stores, secrets, {
          agencyId,
          role,
          personName: name,
          initials: 'X',
          actor: null,
          via: 'test',
          at: now,
          timezone: TIMEZONE,
        });
        return invited.code;
      });
      return say(userId, `/start ${code}`);
    },
    openCode: (agencyId: number, role: Role = 'officer') =>
      inTransaction((stores) =>
        invitePerson(stores, secrets, {
          agencyId,
          role,
          personName: null,
          initials: 'GT',
          actor: null,
          via: 'test',
          at: now,
          timezone: TIMEZONE,
        }),
      ),
  };
}

/** A place where the next that passes can be made to wait. */
function createHold() {
  let hold: { begin(): void; readonly until: Promise<void> } | null = null;
  return {
    pass: async () => {
      const held = hold;
      hold = null;
      held?.begin();
      await held?.until;
    },
    holdNext: () => {
      const begun = Promise.withResolvers<void>();
      const until = Promise.withResolvers<void>();
      hold = { begin: begun.resolve, until: until.promise };
      return { begun: begun.promise, goOn: until.resolve };
    },
  };
}

let opened: Promise<DatabaseForTest> | null = null;

/** A province of four agencies, one of them off chat, on the file's database, which is emptied. */
export async function aProvince(start: string) {
  opened ??= databaseForTest();
  const database = await opened;
  await empty(database);
  const world = officeWorld(database, start);
  await world.load(province(2026));
  return { ...world, load2027: () => world.load(province(2027)) };
}

/** Three agencies on chat and one off it, which report on the first quarter. */
export function province(year: number): Paper {
  return aPaper(
    [
      aSection('Sở Y tế', [
        anItem('1'),
        anItem('1.1', { status: 'fulfilled', result: 'Đã ban hành kế hoạch' }),
        anItem('1.3', {
          status: 'inProgress',
          result: '91,05%',
          text: 'Nâng cao tỷ lệ dân số tham gia bảo hiểm y tế đạt 93%.',
        }),
        anItem('2', { status: 'inProgress' }),
        anItem('4', { status: 'awaitingAppraisal' }),
      ]),
      aSection('Sở Công Thương', [
        anItem('1', { status: 'inProgress' }),
        anItem('2', { status: 'inProgress', milestoneOn: day(`${year}-06-30`) }),
      ]),
      aSection('Sở Xây dựng', [anItem('1', { status: 'inProgress' })]),
      aSection(
        'Công an Tỉnh',
        [anItem('1', { status: 'inProgress', text: 'Quân số bí mật' })],
        true,
      ),
    ],
    { year },
  );
}

export type World = Awaited<ReturnType<typeof aProvince>>;

/** Everything but the calendar, which a migration brings. */
async function empty({ sql }: DatabaseForTest): Promise<void> {
  const kept = ['calendar_day', '__drizzle_migrations'];
  const tables = await sql<{ tablename: string }[]>`
    select tablename from pg_tables where schemaname = 'public'`.simple();
  const names = tables.map(({ tablename }) => tablename).filter((name) => !kept.includes(name));
  await sql
    .unsafe(`truncate ${names.map((name) => `"${name}"`).join(', ')} restart identity cascade`)
    .simple();
}

/** Removes the file's database; called after all tests. */
export async function closeProvinces(): Promise<void> {
  await (await opened)?.drop();
  opened = null;
}

/** The whole of what a chat was told last. */
export function last(world: World, chatId: string): string {
  return world.inChat(chatId).at(-1)?.text ?? '';
}
