import { describe, expect, it } from 'vitest';
import { createLastRead, readingOf } from '../src/conversation/last-read.ts';

const chat = (chatId: string) => ({ channel: 'telegram', chatId });
const reading = (agencyId: number) => ({ setIds: [1], agencyIds: [agencyId] });

describe('what a chat read last', () => {
  it('is remembered for each chat, and nothing of a chat that has read nothing', () => {
    const lastRead = createLastRead();
    lastRead.note(chat('7'), reading(3));
    lastRead.note(chat('8'), reading(4));
    lastRead.note(chat('7'), reading(5));

    expect([lastRead.of(chat('7')), lastRead.of(chat('8'))]).toEqual([reading(5), reading(4)]);
    expect(lastRead.of(chat('9'))).toBeNull();
  });

  it('is forgotten of the chats that were quiet for longest', () => {
    const lastRead = createLastRead();
    for (let id = 0; id <= 10_000; id += 1) {
      lastRead.note(chat(`${id}`), reading(id));
      lastRead.note(chat('0'), reading(0));
    }

    expect(lastRead.of(chat('0'))).toEqual(reading(0));
    expect(lastRead.of(chat('1'))).toBeNull();
    expect(lastRead.of(chat('2'))).toEqual(reading(2));
  });

  it('is not kept where it was much, or failed', () => {
    const lastRead = createLastRead();
    const office = (lines: number) => ({
      sets: [],
      commitments: [],
      lines: Array(lines).fill(null),
    });

    expect(readingOf(office(250), [3])).toEqual({ setIds: [], agencyIds: [3] });
    lastRead.note(chat('7'), reading(3));
    lastRead.note(chat('7'), readingOf(office(251), [3]));
    expect(lastRead.of(chat('7'))).toBeNull();
  });
});
