import type { Target } from '../domain/target.ts';
import { fold } from './folding.ts';
import { readTargets } from './targets.ts';

/** The commitments that nearly every agency makes, each in its own wording. Source: product notes 1.8. */
export type SharedTemplateId =
  | 'onTimeTasks'
  | 'reformModel'
  | 'complaints'
  | 'publicInvestment'
  | 'actionProgramme'
  | 'digitalTransformation'
  | 'reformIndex'
  | 'adviceQuality'
  | 'competitivenessIndex';

interface SharedTemplate {
  readonly id: SharedTemplateId;
  /** One of each group must stand in the text; folded. */
  readonly needs: readonly (readonly string[])[];
  /** None of these may. */
  readonly excludes: readonly string[];
  /** What measures it: the template's own target is of these kinds. */
  readonly kinds: readonly Target['kind'][];
  /** Its target stands nearest to one of these. */
  readonly anchors: readonly string[];
}

const TASK_SYSTEM = [
  'phan mem giao viec',
  'he thong giao viec',
  'phan mem theo doi nhiem vu',
  'he thong theo doi nhiem vu',
  'he thong quan ly nhiem vu',
  'phan mem quan ly nhiem vu',
  'phan mem theo doi',
  'he thong theo doi',
  'phan mem quan ly van ban',
  'phan mem chi dao dieu hanh',
  'he thong thong tin giao viec',
  'phan mem dieu hanh',
];
const COMPLETED = ['hoan thanh', 'dung han', 'thuc hien', 'dat', 'bao dam', 'dam bao'];
const REFORM_INDEX = [
  'par index',
  'parindex',
  'chi so cai cach hanh chinh',
  'diem cai cach hanh chinh',
  'chi so cchc',
];
const COMPETITIVENESS = [
  'ddci',
  'nang luc canh tranh cap so',
  'nang luc canh tranh cua so',
  'nang luc canh tranh so nganh',
  'nang luc canh tranh dia phuong',
];
const DIGITAL = ['chuyen doi so', 'dti', 'chi so cds'];

/** By meaning, not by wording; a text may hold several. Source: quirks. */
const TEMPLATES: readonly SharedTemplate[] = [
  {
    id: 'onTimeTasks',
    needs: [
      ['nhiem vu', 'cong viec', 'van ban giao'],
      ['dung han', 'dung thoi han', 'truoc han', 'khong tre han', 'dung tien do', '100'],
      TASK_SYSTEM,
    ],
    excludes: ['duoc cap nhat tren', 'cap nhat nhiem vu'],
    kinds: ['allOnTime', 'percent'],
    anchors: ['nhiem vu', 'cong viec'],
  },
  {
    id: 'reformModel',
    needs: [
      ['mo hinh', 'giai phap', 'sang kien', 'cach lam'],
      ['cai cach', 'cai tien', 'doi moi'],
      ['phuc vu', 'lanh dao', 'dieu hanh', 'hanh chinh', 'nhiem vu', 'it nhat', 'toi thieu'],
    ],
    excludes: ['thuc hien tot nhung nhiem vu giai phap'],
    kinds: ['count', 'increment'],
    anchors: ['mo hinh', 'giai phap', 'sang kien', 'cach lam'],
  },
  {
    id: 'complaints',
    needs: [
      ['khieu nai', 'kntc', 'don thu'],
      ['to cao', 'kntc', 'don thu'],
      [
        'khong de',
        'khong xay ra',
        'khong phat sinh',
        'khong co',
        'diem nong',
        'dut diem',
        'kip thoi',
      ],
    ],
    excludes: [],
    kinds: ['zeroEvent', 'percent'],
    anchors: ['khong de', 'khong xay ra', 'khong phat sinh', 'khong co', 'giai quyet'],
  },
  {
    id: 'publicInvestment',
    needs: [
      ['giai ngan', 'phan khai'],
      ['von dau tu cong', 'dau tu cong', 'von dau tu', 'von xay dung co ban', 'von ngan sach'],
    ],
    excludes: [],
    kinds: ['percent', 'allOnTime'],
    anchors: ['giai ngan', 'phan khai'],
  },
  {
    id: 'actionProgramme',
    needs: [
      ['chuong trinh hanh dong', 'cthd'],
      ['nhiem vu', 'chi tieu', 'noi dung', 'cong viec'],
      COMPLETED,
    ],
    excludes: [],
    kinds: ['allOnTime', 'percent', 'bundle'],
    anchors: ['nhiem vu', 'chi tieu'],
  },
  {
    id: 'digitalTransformation',
    needs: [
      DIGITAL,
      ['chi so', 'bo chi so', 'diem', 'dti'],
      ['thanh phan', 'danh gia', 'dat', 'xep', 'hang', 'nhom'],
    ],
    // The whole province's index is somebody's own task.
    excludes: ['dti cua tinh', 'chuyen doi so cua tinh', 'dti cap tinh', 'chuyen doi so cap tinh'],
    kinds: ['percent', 'points', 'rank', 'relative', 'band'],
    anchors: [...DIGITAL, 'chi so thanh phan'],
  },
  {
    id: 'reformIndex',
    needs: [REFORM_INDEX],
    excludes: [],
    kinds: ['points', 'percent', 'rank', 'band', 'relative', 'interval'],
    anchors: REFORM_INDEX,
  },
  {
    id: 'adviceQuality',
    needs: [
      ['tham muu'],
      [
        'tra ho so',
        'tra lai',
        'phe binh',
        'kiem diem',
        'rut kinh nghiem',
        'nhac nho',
        'chat luong',
      ],
      ['khong co', 'khong bi', 'khong de', 'khong xay ra', 'bao dam', 'dam bao'],
    ],
    excludes: [],
    kinds: ['zeroEvent', 'percent'],
    anchors: ['khong co', 'khong bi', 'khong de', 'khong xay ra'],
  },
  {
    id: 'competitivenessIndex',
    needs: [COMPETITIVENESS],
    excludes: [],
    kinds: ['relative', 'points', 'percent', 'rank', 'band'],
    anchors: COMPETITIVENESS,
  },
];

/** A shared commitment in one agency's words. */
export interface SharedCommitment {
  readonly template: SharedTemplateId;
  /** The agency's own value: 85% where others promise 80%. Null where the text names none. */
  readonly target: Target | null;
}

/**
 * Which of the shared commitments a text makes, in the order of the list; empty for one of the
 * agency's own. The wording may vary, accents may be missing.
 */
export function sharedCommitmentsIn(text: string): SharedCommitment[] {
  const words = ` ${fold(text)} `;
  const known = TEMPLATES.filter(
    ({ needs, excludes }) =>
      needs.every((group) => holdsAny(words, group)) && !holdsAny(words, excludes),
  );
  if (known.length === 0) return [];
  const targets = readTargets(text);
  return known.map((template) => ({
    template: template.id,
    target: targetOf(text, template, targets),
  }));
}

function holdsAny(words: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => words.includes(` ${phrase} `));
}

/** Of the right kind, with the template's own words in its stretch of its clause. */
function targetOf(
  text: string,
  { kinds, anchors }: SharedTemplate,
  targets: readonly Target[],
): Target | null {
  const fitting = kinds.flatMap((each) => targets.filter(({ kind }) => kind === each));
  const near = fitting.find((target) =>
    holdsAny(` ${fold(wordsOf(text, target, targets))} `, anchors),
  );
  return near ?? fitting[0] ?? null;
}

const CLAUSE_END = /[;\n]|\.(?=\s|$)/u;

/** From the target before, or from the clause's start, to the clause's end. */
function wordsOf(text: string, { start, end }: Target, targets: readonly Target[]): string {
  const composed = text.normalize('NFC');
  const from = Math.max(0, ...targets.map((other) => other.end).filter((each) => each <= start));
  const before = String(composed.slice(from, start).split(CLAUSE_END).at(-1));
  return (
    before + String(composed.slice(start, end)) + String(composed.slice(end).split(CLAUSE_END)[0])
  );
}

/** One shared commitment over all agencies. */
export interface SharedGroup<Item> {
  readonly template: SharedTemplateId;
  /** Each different wording, as first printed, with those who use it. */
  readonly variants: readonly { readonly text: string; readonly items: readonly Item[] }[];
}

/**
 * Groups items by shared commitment, in the list's order; wordings that differ by more than case,
 * accents and punctuation stay apart. Source: quirk Q-25.
 */
export function groupShared<Item extends { readonly text: string }>(
  items: readonly Item[],
): SharedGroup<Item>[] {
  const recognised = items.map((item) => ({ item, shared: sharedCommitmentsIn(item.text) }));
  return TEMPLATES.map(({ id }) => {
    const own = recognised
      .filter(({ shared }) => shared.some(({ template }) => template === id))
      .map(({ item }) => item);
    const byWording = Map.groupBy(own, ({ text }) => fold(text));
    const variants = [...byWording.values()].map((each) => ({
      text: String(each[0]?.text),
      items: each,
    }));
    return { template: id, variants };
  }).filter(({ variants }) => variants.length > 0);
}
