import { fold } from './folding.ts';

/** What a row of a table says when it is no item. */
export type RowWords = 'total' | 'note' | 'signature' | null;

const TOTAL =
  /^(?:tong cong|tong so|cong|tong)(?: (?:chung|so|cong|cac|toan tinh|toan xa|toan nganh))*(?: (?:noi dung|nhiem vu|chi tieu|cam ket|muc))*(?: cam ket| duoc giao)?(?: \d+.*)?$/;
const NOTE = /^(?:ghi chu|luu y|chu thich|chu giai|ky hieu|nguon so lieu|nguon)\b/;
const FOOTNOTE = /^(?:\(?\*+\)?|[¹²³])\s*\p{L}/u;
const SIGNATURE =
  /^(?:nguoi (?:lap|tong hop|ky|bao cao|phu trach)|noi nhan|xac nhan (?:cua|don vi)?|ky ten|thu truong|giam doc$|chu tich$|pho (?:giam doc|chu tich|truong phong)$|truong (?:phong|ban)$|chanh van phong$|lanh dao (?:don vi|co quan)$|(?:tm|kt|tl|tuq) (?:uy ban|ubnd|giam doc|chu tich|truong|chanh|thu truong|cuc truong|so|lanh dao|ban|hdnd))/;
const PLACE_AND_DATE = /^[\p{L}\s.-]{2,40},\s*ngày\s.*tháng\s.*năm/iu;

/** Knows totals, notes and signatures by the words with which they begin. */
export function rowWordsIn(text: string): RowWords {
  const said = text.normalize('NFC').trim();
  const key = fold(said);
  if (TOTAL.test(key)) return 'total';
  if (FOOTNOTE.test(said) || NOTE.test(key)) return 'note';
  return SIGNATURE.test(key) || PLACE_AND_DATE.test(said) ? 'signature' : null;
}

const OPENS_A_LABEL =
  /^(?:đơn vị|cơ quan|tên đơn vị)(?:\s+(?:thực hiện|cam kết|báo cáo))?\s*:\s*/iu;

/** The name in a row that spans the table: without its label, and without counts behind it. */
export function bandName(text: string): { readonly name: string; readonly isLabelled: boolean } {
  const said = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const name = said
    .replace(OPENS_A_LABEL, '')
    .replace(/\s*(?:\([^()]*\)|[:：]\s*\d*.*)$/u, '')
    .trim();
  return { name, isLabelled: OPENS_A_LABEL.test(said) };
}
