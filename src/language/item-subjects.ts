import { lengthOfAny, phrasesOf, type TypedWord } from './typed-words.ts';

/** Words in a message that stand for every open item: «tất cả các mục», «còn lại». */
export interface ItemSubject {
  /** Where its words are among the typed ones; the one at `end` is not of them. */
  readonly start: number;
  readonly end: number;
  /** «các mục» alone may be asked about as well as reported: more must be said with it. */
  readonly isWhole: boolean;
  /** It says «mục», which no result does. */
  readonly isSure: boolean;
}

const WHOLE = phrasesOf(
  'tất cả những|tất cả các|tất cả|toàn bộ các|toàn bộ|mọi|all the|all|everything',
);
const SOME = phrasesOf('các|những|mấy|cả');
const ITEMS = phrasesOf('mục|mục cam kết|items|item');
const WORK = phrasesOf(
  'nội dung|nội dung cam kết|nhiệm vụ|chỉ tiêu|công việc|việc|cam kết|đầu việc|phần|số',
);
const OWNER = phrasesOf('của đơn vị|của sở|của cơ quan|của phòng|của xã|của chúng tôi');
const OTHER = phrasesOf('còn lại|khác|others|the rest|rest');

/** The first words from a place on that stand for the open items; null where there are none such. */
export function itemSubject(typed: readonly TypedWord[], from: number): ItemSubject | null {
  for (let start = from; start < typed.length; start += 1) {
    const subject = subjectAt(typed, start);
    if (subject !== null) return subject;
  }
  return null;
}

function subjectAt(typed: readonly TypedWord[], start: number): ItemSubject | null {
  const whole = lengthOfAny(typed, WHOLE, start);
  const some = whole === 0 ? lengthOfAny(typed, SOME, start) : 0;
  const counted = start + whole + some;
  const count = whole + some > 0 && isCount(typed[counted]) ? 1 : 0;
  const thing = counted + count;
  const items = lengthOfAny(typed, ITEMS, thing);
  const work = items === 0 ? lengthOfAny(typed, WORK, thing) : 0;
  const owner = thing + items + work;
  const others = owner + lengthOfAny(typed, OWNER, owner);
  const other = lengthOfAny(typed, OTHER, others);
  const isNamed = items + work > 0;
  const isOther = other > 0 && (isNamed || whole + some > 0 || isRest(typed, others));
  if (whole === 0 && !isOther && !(some > 0 && isNamed)) return null;
  return {
    start,
    end: others + other,
    isWhole: whole > 0 || isOther || count > 0,
    isSure: items > 0,
  };
}

/** «còn lại» stands alone, «khác» does not. */
function isRest(typed: readonly TypedWord[], from: number): boolean {
  return lengthOfAny(typed, phrasesOf('còn lại|the rest'), from) > 0;
}

function isCount(word: TypedWord | undefined): boolean {
  return word !== undefined && /^\d{1,3}$/u.test(word.keys.join(' '));
}
