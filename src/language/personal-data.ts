import type { PersonalDataKind } from '../domain/finding.ts';
import { fold } from './folding.ts';

/** Titles of columns, folded. */
const HEADERS: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ['phone', /\b(?:sdt|so dt|dtdd|dien thoai|di dong|phone|mobile|hotline)\b/u],
  [
    'identityNumber',
    /\b(?:cccd|cmnd|cmt|can cuoc|chung minh(?: thu)?|so dinh danh|dinh danh ca nhan|ho chieu)\b/u,
  ],
  ['email', /\b(?:e ?mail|thu dien tu|hop thu)\b/u],
  ['birthDate', /\b(?:ngay sinh|nam sinh|sinh ngay|ngay thang nam sinh|dob)\b/u],
];

const VALUES: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ['phone', /(?<![\d.,/-])(?:\+84|0)[\s.-]?[235789](?:[\s.-]?\d){8,9}(?![\d,/%])/u],
  [
    'identityNumber',
    /(?<![\d.,/-])0\d{11}(?![\d.,])|(?<!\p{L})(?:CCCD|CMND|căn cước|chứng minh)[^\d\n]{0,40}\d{9}(?:\d{3})?(?!\d)/iu,
  ],
  ['email', /[\w.+-](?=@)@[\w-]+(?:\.[\w-]+)+/u],
  ['birthDate', /(?<!\p{L})(?:sinh\s+ngày|ngày\s+sinh|sinh\s+năm)\s*:?\s*\d/iu],
];

/**
 * What personal data a column holds by its title; null for the columns that a list of commitments
 * needs. Such columns are not stored. Source: domain notes 6.1.
 */
export function personalColumn(header: string): PersonalDataKind | null {
  const title = fold(header);
  return HEADERS.find(([, words]) => words.test(title))?.[0] ?? null;
}

/** The kinds of personal data in a text, each once. */
export function personalDataIn(text: string): PersonalDataKind[] {
  const composed = text.normalize('NFC');
  return VALUES.filter(([, pattern]) => pattern.test(composed)).map(([kind]) => kind);
}
