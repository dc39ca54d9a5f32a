import type { PersonalDataKind } from '../domain/finding.ts';

const VALUES: readonly (readonly [PersonalDataKind, RegExp])[] = [
  ['phone', /(?<![\d.,/-])(?:\+84|0)[\s.-]?[235789](?:[\s.-]?\d){8,9}(?![\d,/%])/u],
  [
    'identityNumber',
    /(?<![\d.,/-])0\d{11}(?![\d.,])|(?<!\p{L})(?:CCCD|CMND|căn cước|chứng minh)[^\d\n]{0,40}\d{9}(?:\d{3})?(?!\d)/iu,
  ],
  ['email', /[\w.+-](?=@)@[\w-]+(?:\.[\w-]+)+/u],
  ['birthDate', /(?<!\p{L})(?:sinh\s+ngày|ngày\s+sinh|sinh\s+năm)\s*:?\s*\d/iu],
];

/** The kinds of personal data in a text, each once. */
export function personalDataIn(text: string): PersonalDataKind[] {
  const composed = text.normalize('NFC');
  return VALUES.filter(([, pattern]) => pattern.test(composed)).map(([kind]) => kind);
}
