import type { Target } from '../domain/target.ts';
import { readTargets } from './targets.ts';

/** What a column of plans and one of units print beside an item. */
export interface PrintedPlan {
  readonly plan: string | null;
  readonly unit: string | null;
}

/**
 * The targets that a plan sets for the words beside it; empty where it names none. A plan in words
 * speaks for itself, a bare figure only with its item and its unit: «Thu ngân sách», «85», «Tỷ đồng».
 */
export function plannedTargets(text: string, { plan, unit }: PrintedPlan): Target[] {
  if (plan === null) return [];
  const figure = /^(?<sign>[≥≤=]|[<>]=?|)\s*(?<value>[\d.,\s%]+)$/u.exec(plan.trim())?.groups;
  if (figure === undefined) return readTargets(plan);
  const { sign = '', value = '' } = figure;
  const lead = text.normalize('NFC').replace(/[\s.,;:]+$/u, '');
  const measured = unit === null ? value : `${value} ${withinSentence(unit)}`;
  return readTargets(`${lead} ${WORDS_OF[sign] ?? 'đạt'} ${measured}`).filter(
    ({ end }) => end > lead.length,
  );
}

const WORDS_OF: Readonly<Record<string, string>> = {
  '≥': 'đạt ít nhất',
  '>=': 'đạt ít nhất',
  '≤': 'không quá',
  '<=': 'không quá',
  '>': 'đạt trên',
  '<': 'dưới',
};

/** «Tỷ đồng» heads a cell; «USD» is written so everywhere. */
function withinSentence(unit: string): string {
  const isShort = unit === unit.toLocaleUpperCase('vi');
  return isShort ? unit : unit.charAt(0).toLocaleLowerCase('vi') + unit.slice(1);
}
