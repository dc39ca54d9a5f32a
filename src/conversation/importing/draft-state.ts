import type { ImportedItem, ImportedPaper } from '../../documents/importing/paper.ts';
import { isSamePlace } from '../../documents/importing/places.ts';
import { sectionAt } from '../../documents/importing/sections.ts';
import { isSettled, settlePaper, type Unsettled } from '../../documents/importing/settle-paper.ts';
import type { Paper } from '../../domain/paper.ts';
import { isOffChatByDefault, tidyAgencyName } from '../../language/agency-names.ts';
import type { PaperDraft } from '../../usecases/ports/paper-drafts.ts';
import { type Doubt, decisionDoubts, doubtsIn } from '../../views/import-doubts.ts';
import type { Texts } from '../../views/texts.ts';
import { type Decisions, decisionsOf, readingOf } from './draft-decisions.ts';

/** A doubt under a key by which it can be settled. */
export interface OpenDoubt extends Doubt {
  readonly key: string;
  /** The item in whose row it stands; null where it is about more, or may not be named in a chat. */
  readonly item: ImportedItem | null;
}

/** Where a paper stands between its reading and its import. */
export interface DraftState {
  readonly draft: PaperDraft;
  readonly reading: ImportedPaper;
  readonly decisions: Decisions;
  /** What must be said first; null when nothing of the kind is open. */
  readonly open: Unsettled['open'] | null;
  /** Null while something is open. */
  readonly paper: Paper | null;
  /** To be settled by a person, in the order of the paper. */
  readonly doubts: readonly OpenDoubt[];
  readonly notes: readonly Doubt[];
}

/** Null where the paper is not read, or settled already. */
export function draftState(draft: PaperDraft, texts: Texts): DraftState | null {
  const reading = readingOf(draft);
  if (reading === null) return null;
  const decisions = decisionsOf(draft);
  const all = keyedDoubts(reading, decisions, texts);
  const kept = withoutItems(reading, itemsLeftOut(all, decisions));
  const settled = settlePaper(kept, draft.fileName, decisions, texts('import.defaultSet'));
  const paper = isSettled(settled) ? settled.paper : null;
  return {
    draft,
    reading,
    decisions,
    open: isSettled(settled) ? null : settled.open,
    paper,
    doubts: all.filter((doubt) => doubt.level === 'confirm' && !isAccepted(doubt, decisions)),
    notes: [
      ...all.filter(({ level }) => level === 'note'),
      ...(paper === null
        ? []
        : decisionDoubts(reading, { ...decidedIn(decisions), year: paper.year }, texts)),
    ],
  };
}

/** How a kind of doubt is accepted as a whole. */
export function kindKey(code: string): string {
  return `kind:${code}`;
}

export const EVERY_DOUBT = 'all';

function isAccepted({ key, code }: OpenDoubt, { accepted, leftOut }: Decisions): boolean {
  const keys = [key, kindKey(code), EVERY_DOUBT];
  return leftOut.includes(key) || keys.some((each) => accepted.includes(each));
}

function keyedDoubts(reading: ImportedPaper, decisions: Decisions, texts: Texts): OpenDoubt[] {
  const keyOf = createKeys();
  return doubtsIn(reading, decidedIn(decisions), texts)
    .filter(({ code }) => code !== 'yearFromFileName')
    .map((doubt) => {
      const key = keyOf(doubt);
      const section = sectionAt(reading.sections, doubt.place);
      const printed = section?.agencyAsPrinted ?? decisions.agency ?? '';
      // What the paper says of such a body is not for a chat, not even in a quotation.
      if (isOffChatByDefault(tidyAgencyName(printed))) {
        return { ...doubt, key, item: null, message: texts('draft.offChatDoubt') };
      }
      const item = section?.items.find(({ source }) => isSamePlace(source, doubt.place)) ?? null;
      return { ...doubt, key, item };
    });
}

/** Keys that stay the same whatever else has been decided: kind, place, and which of several there. */
function createKeys(): (doubt: Doubt) => string {
  const counts = new Map<string, number>();
  return ({ code, place }) => {
    const base = [code, ...Object.values(place)].join(':');
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    return count === 0 ? base : `${base}:${count}`;
  };
}

function decidedIn({ year, period }: Decisions) {
  return { ...(year !== undefined && { year }), ...(period !== undefined && { period }) };
}

function itemsLeftOut(
  doubts: readonly OpenDoubt[],
  { leftOut }: Decisions,
): ReadonlySet<ImportedItem> {
  const chosen = doubts.filter(({ key }) => leftOut.includes(key));
  return new Set(chosen.flatMap(({ item }) => (item === null ? [] : [item])));
}

/** Parts of an item that is left out stay, as items of their own. */
function withoutItems(reading: ImportedPaper, left: ReadonlySet<ImportedItem>): ImportedPaper {
  if (left.size === 0) return reading;
  const sections = reading.sections
    .map((section) => ({ ...section, items: section.items.filter((item) => !left.has(item)) }))
    .filter(({ items }) => items.length > 0);
  return { ...reading, sections };
}
