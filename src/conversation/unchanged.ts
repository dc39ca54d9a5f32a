import type { Agency } from '../domain/agency.ts';
import { can } from '../domain/permission.ts';
import { standingLine } from '../domain/progress.ts';
import { recordMany } from '../usecases/record-many.ts';
import { openWorkOf } from '../usecases/show-item.ts';
import { remainingView } from '../views/progress.ts';
import { namedItems } from '../views/reminder.ts';
import { tellColleagues } from './colleagues.ts';
import { cancelOption, itemOptions, MOST_BUTTONS } from './options.ts';
import type { MemberTurn, Reply } from './turn.ts';

/** Asks once before every missing item is written as it was. Source: script TX-01. */
export async function askUnchanged(turn: MemberTurn, agencyId: number): Promise<Reply[]> {
  const { texts } = turn;
  if (!can(turn.actor, 'record', agencyId)) return [{ text: texts('chat.notAllowed') }];
  const office = await turn.officeOf([agencyId]);
  const agency = office.agencies.find(({ id }) => id === agencyId);
  const { missing } = openWorkOf(office, agencyId);
  const named = agency === undefined ? [] : namedItems({ agency, missing });
  if (agency === undefined || named.length === 0) return [noneLeft(turn, agency)];
  const isKnown = (id: number) =>
    (standingLine(office.lines, id)?.status ?? 'unknown') !== 'unknown';
  const known = named.filter(({ id }) => isKnown(id));
  const open = named.filter(({ id }) => !isKnown(id));
  const cannot = texts('progress.unchangedImpossible', { numbers: numbersOf(open) });
  if (known.length === 0) return [{ text: cannot, options: openOptions(turn, open) }];
  const items = known.map(({ id }) => ({
    item: id,
    seen: standingLine(office.lines, id)?.version ?? 0,
  }));
  const ask = texts('progress.askUnchanged', { count: known.length, numbers: numbersOf(known) });
  return [
    {
      text: open.length === 0 ? ask : `${ask}\n${cannot}`,
      options: [
        { label: texts('progress.yes'), typed: '1', action: { kind: 'unchanged', items } },
        cancelOption(texts),
      ],
    },
  ];
}

/** Writes each item as it was; one that somebody changed meanwhile is left as it is now. */
export async function writeUnchanged(
  turn: MemberTurn,
  items: readonly { readonly item: number; readonly seen: number }[],
): Promise<Reply[]> {
  const { texts } = turn;
  const changes = items.map(({ item, seen }) => ({
    commitmentId: item,
    seenVersion: seen,
    status: null,
    isUnchanged: true,
  }));
  const { recorded } = await recordMany(turn.stores, changes, turn.acting);
  const [first] = recorded;
  if (first === undefined) return [noneLeft(turn, await agencyOfFirst(turn, items))];
  await tellColleagues(turn, recorded, null);
  const numbers = numbersOf(recorded.map(({ commitment }) => commitment));
  const { missing, of } = openWorkOf(
    recorded.at(-1)?.office ?? first.office,
    first.commitment.agencyId,
  );
  const said = texts('progress.unchangedRecorded', { count: recorded.length, numbers });
  const left = remainingView({ round: first.round, of, missing: missing.length }, turn);
  return [{ text: `${said}\n${left}` }];
}

function openOptions(
  { texts }: MemberTurn,
  open: Parameters<typeof itemOptions>[1],
): ReturnType<typeof itemOptions> {
  const at = (from: number) => ({ kind: 'list' as const, from });
  return itemOptions(texts, open, { from: 0, room: MOST_BUTTONS, at });
}

async function agencyOfFirst(
  turn: MemberTurn,
  [first]: readonly { readonly item: number }[],
): Promise<Agency | undefined> {
  const item = first && (await turn.stores.commitments.findById(first.item));
  const { agencies } = await turn.frame();
  return agencies.find(({ id }) => id === item?.agencyId);
}

function noneLeft({ texts }: MemberTurn, agency: Agency | undefined): Reply {
  return {
    text:
      agency === undefined
        ? texts('chat.mineOther')
        : texts('progress.noneMissing', { agency: agency.name }),
  };
}

function numbersOf(items: readonly { readonly number: string }[]): string {
  return items.map(({ number }) => number).join(', ');
}
