import type { PaperDocument } from '../../src/documents/importing/model.ts';
import type {
  ImportedItem,
  UnderstoodPaper,
  WarningCode,
} from '../../src/documents/importing/paper.ts';
import { understandPaper } from '../../src/documents/importing/understand.ts';

/** A paper understood, under a file name that says nothing. */
export function understood(document: PaperDocument, fileName = 'phu-luc.xlsx'): UnderstoodPaper {
  return understandPaper(document, { fileName });
}

/** Every item of a paper, whoever it belongs to. */
export function itemsOf(document: PaperDocument): ImportedItem[] {
  return understood(document).sections.flatMap(({ items }) => items);
}

/** What the rows show of their status, in order. */
export function statusesOf(document: PaperDocument): (string | null)[] {
  return itemsOf(document).map(({ status }) => status);
}

export function numbersOf(document: PaperDocument): string[] {
  return itemsOf(document).map(({ number }) => number);
}

/** Each agency with the numbers of its items. */
export function agenciesOf(document: PaperDocument): [string | null, string[]][] {
  return understood(document).sections.map(({ agencyAsPrinted, items }) => [
    agencyAsPrinted,
    items.map(({ number }) => number),
  ]);
}

export function warningsOf(document: PaperDocument, fileName?: string): WarningCode[] {
  return understood(document, fileName).warnings.map(({ code }) => code);
}
