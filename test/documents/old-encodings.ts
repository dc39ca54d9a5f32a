const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** The bytes of a text in Windows-1258: letters with hats and horns whole, their tones after them. */
export function windows1258(text: string): Buffer {
  const byteOf = new Map(
    Array.from({ length: 256 }, (_byte, code) => [
      new TextDecoder('windows-1258').decode(Uint8Array.of(code)),
      code,
    ]),
  );
  const signs = [...text.normalize('NFC')].flatMap((letter) => {
    const marks = letter.normalize('NFD');
    const tone = TONES.exec(marks)?.[0];
    return tone === undefined ? [letter] : [marks.replace(tone, '').normalize('NFC'), tone];
  });
  return Buffer.from(signs.map((sign) => byteOf.get(sign) ?? 0x3f));
}

/** «Cộng hòa xã hội chủ nghĩa …» as fonts of one byte a letter had it: TCVN3 and VNI, in Windows-1252. */
export const TCVN3 =
  'Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\nB¸o c¸o kÕt qu¶ thùc hiÖn cam kÕt n¨m 2007\n';
export const VNI =
  'COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM\nÑoäc laäp - Töï do - Haïnh phuùc\nBaùo caùo keát quaû thöïc hieän cam keát naêm 2007\n';
