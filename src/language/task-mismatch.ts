import { contentPairs } from './content-words.ts';

/** A task that a result may speak of. */
interface Task {
  /** The number of the item; empty for a task that many agencies share. */
  readonly number: string;
  readonly pairs: ReadonlySet<string>;
}

/** The tasks of a paper, found by the words of their texts. */
export interface TaskIndex {
  /** By the text as printed. */
  readonly tasks: ReadonlyMap<string, Task>;
  /** The tasks that hold a pair of words. */
  readonly holders: ReadonlyMap<string, readonly Task[]>;
}

/**
 * What is asked of many agencies alike, in the words in which it is done: they answer for a task
 * that this paper does not hold. Source: product notes 1.8.
 */
const SHARED_TASKS = [
  'Hoàn thành đúng hạn 100% nhiệm vụ được giao; không có nhiệm vụ trễ hạn, quá hạn; nhiệm vụ giao trên phần mềm giao việc.',
  'Tham mưu đảm bảo quy trình, nội dung chất lượng, thành phần hồ sơ đầy đủ; không bị trả hồ sơ, không bị phê bình.',
  'Giải quyết kịp thời các đơn thư khiếu nại, tố cáo; không để xảy ra tham nhũng, tiêu cực, sai phạm, điểm nóng; chưa phát sinh đơn thư khiếu nại, tố cáo.',
  'Tỷ lệ giải ngân vốn đầu tư công đạt 100% kế hoạch vốn; giải ngân vốn đầu tư công.',
  'Có thêm mô hình, giải pháp cải cách, đổi mới trong lãnh đạo, điều hành, phục vụ nhân dân, doanh nghiệp; chưa có mô hình, giải pháp.',
];

/** Pairs of a report's own formulas: they speak of no task. */
const FORMULAS = new Set(
  contentPairs(
    'tính đến thời điểm báo cáo, thời điểm báo cáo đơn vị, đơn vị hoàn thành, triển khai thực hiện, triển khai tổ chức thực hiện, ' +
      'tổ chức thực hiện năm, kế hoạch, UBND tỉnh, ủy ban nhân dân tỉnh, trong năm',
  ),
);

const LEAST_PAIRS = 4;
const RESTATED = 0.6;
/** More tasks that hold the rarest words of a result than these are no telling words. */
const MOST_CANDIDATES = 200;

/** The tasks of a paper's items, the first of equal ones, and those that many agencies share. */
export function indexTasks(
  items: readonly { readonly number: string; readonly text: string }[],
): TaskIndex {
  const tasks = new Map<string, Task>();
  for (const { number, text } of [...items, ...SHARED_TASKS.map(sharedTask)]) {
    if (!tasks.has(text)) tasks.set(text, { number, pairs: tellingPairs(text) });
  }
  const holders = new Map<string, Task[]>();
  for (const task of tasks.values()) {
    for (const pair of task.pairs) {
      const known = holders.get(pair);
      if (known === undefined) holders.set(pair, [task]);
      else known.push(task);
    }
  }
  return { tasks, holders };
}

function sharedTask(text: string) {
  return { number: '', text };
}

/**
 * The number of the item whose task a result restates while it shares no word of its own item's;
 * empty for a task that many agencies share; null where the result may well be its item's own.
 * Source: quirk Q-17.
 */
export function taskAnswered(
  result: string,
  itemText: string,
  { tasks, holders }: TaskIndex,
): string | null {
  const pairs = [...tellingPairs(result)];
  if (pairs.length < LEAST_PAIRS) return null;
  const own = tasks.get(itemText)?.pairs ?? tellingPairs(itemText);
  if (pairs.some((pair) => own.has(pair))) return null;
  const needed = Math.ceil(pairs.length * RESTATED);
  const scored = candidatesFor(pairs, needed, holders).map((task) => ({
    task,
    score: pairs.filter((pair) => task.pairs.has(pair)).length,
  }));
  const [best] = scored
    .filter(({ score }) => score >= needed)
    .sort((left, right) => right.score - left.score);
  return best === undefined ? null : best.task.number;
}

/** Who holds enough of the pairs holds one of the rarest. */
function candidatesFor(
  pairs: readonly string[],
  needed: number,
  holders: TaskIndex['holders'],
): Task[] {
  const lists = pairs.map((pair) => holders.get(pair) ?? []);
  const rarest = lists.sort((left, right) => left.length - right.length);
  const candidates = new Set<Task>();
  for (const list of rarest.slice(0, pairs.length - needed + 1)) {
    for (const task of list.slice(0, MOST_CANDIDATES)) candidates.add(task);
  }
  return [...candidates];
}

function tellingPairs(text: string): Set<string> {
  return new Set(contentPairs(text.normalize('NFC')).filter((pair) => !FORMULAS.has(pair)));
}
