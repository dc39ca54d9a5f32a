import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the list says of the unpacked size; the truth where nothing else is said. */
  readonly saidSize?: number;
  readonly flags?: number;
}

/** Writes a zip byte by byte, so that a test can also write one that no honest program would. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const heads: Buffer[] = [];
  const lists: Buffer[] = [];
  let offset = 0;
  for (const { name, content, saidSize, flags = 0x800 } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(bytes), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(saidSize ?? bytes.length, 8);
    const common = Buffer.alloc(10);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(title.length, 0);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, sizes, lengths, title, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    lists.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), made, common, sizes, lengths, place, title]),
    );
    heads.push(head);
    offset += head.length;
  }
  const list = Buffer.concat(lists);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...heads, list, end]);
}
