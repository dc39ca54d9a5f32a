import { describe, expect, it } from 'vitest';
import { readUpdate } from '../../src/channels/telegram/inbound.ts';
import { USERNAME } from './scripted-bot-api.ts';
import { aPress, aText, GROUP, OFFICER } from './telegram-world.ts';

const read = (raw: unknown) => readUpdate(raw, USERNAME)?.update ?? null;
const textOf = (raw: unknown) => {
  const update = read(raw);
  return update?.kind === 'text' ? update.text : null;
};

const chat = { channel: 'telegram', chatId: String(OFFICER) };
const from = { id: OFFICER, is_bot: false, first_name: 'Yến' };
const privateChat = { id: OFFICER, type: 'private' };
const group = { id: GROUP, type: 'group' };

const aMessage = (fields: object, inChat: object = privateChat) => ({
  update_id: 9,
  message: { message_id: 1, date: 1, chat: inChat, from, ...fields },
});

const aMembership = (before: object, after: object, inChat: object = group) => ({
  update_id: 9,
  my_chat_member: { chat: inChat, from, date: 1, old_chat_member: before, new_chat_member: after },
});

describe('what Telegram brings', () => {
  it('reads a text in one form of each letter, with who sent it', () => {
    const decomposed = 'Đã hoàn thành'.normalize('NFD');

    expect(read(aText(1, ` ${decomposed}\u0000 `))).toEqual({
      updateId: '1',
      chat,
      isGroup: false,
      senderId: String(OFFICER),
      senderName: 'Yến Lê',
      kind: 'text',
      text: 'Đã hoàn thành',
    });
  });

  it('reads half a letter as an unknown one: no database would store it', () => {
    expect(textOf(aText(1, 'xong \ud83d'))).toBe('xong \ufffd');
  });

  it('takes its own name off commands and mentions, and leaves other bots theirs', () => {
    const inGroup = (text: string) => textOf(aText(1, text, OFFICER, GROUP));

    expect(inGroup('/tinhtrang@Camket_Bot Sở Y tế')).toBe('/tinhtrang Sở Y tế');
    expect(inGroup('@camket_bot tình trạng')).toBe('tình trạng');
    expect(inGroup('/start@other_bot abc')).toBeNull();
    expect(inGroup('gửi @camket_bot xem')).toBe('gửi @camket_bot xem');
    expect(readUpdate(aText(1, '/start@x'), null)?.update).toMatchObject({ text: '/start' });
  });

  it('reads a press, even of a message that is gone', () => {
    expect(read(aPress(3, 'tok'))).toMatchObject({ kind: 'choice', token: 'tok', messageId: '55' });
    expect(readUpdate(aPress(3, 'tok'), USERNAME)?.pressId).toBe('press-3');
  });

  it('answers a press that carries nothing, without handing it on', () => {
    const bare = { update_id: 4, callback_query: { id: 'p', from, game_short_name: 'x' } };

    expect(readUpdate(bare, USERNAME)).toMatchObject({ update: null, pressId: 'p' });
  });

  it.each(['photo', 'document', 'sticker', 'voice', 'contact', 'poll'])('names a %s', (what) => {
    expect(read(aMessage({ [what]: {} }))).toMatchObject({ kind: 'other', what });
  });

  it('names a document by what it is fetched with, and a moving picture as none', () => {
    const document = { file_id: 'F1', file_name: 'Phụ lục.docx', file_size: 5 };
    const caption = 'phụ lục quý II';

    expect(read(aMessage({ document, caption }))).toMatchObject({
      ...{ kind: 'file', fileId: 'F1', fileName: 'Phụ lục.docx', size: 5, words: caption },
    });
    expect(read(aMessage({ document: { file_id: 'F2' } }))).toMatchObject({
      ...{ kind: 'file', fileId: 'F2', fileName: '', size: null, words: '' },
    });
    expect(read(aMessage({ document, animation: { file_id: 'F1' } }))).toMatchObject({
      ...{ kind: 'other', what: 'document' },
    });
  });

  it('hands on what is written on a picture or a file, and an edit as what cannot be acted on', () => {
    const file = { document: { file_name: 'Kế hoạch.docx' }, caption: 'mục 2' };

    expect(read(aMessage(file))).toMatchObject({ words: 'mục 2', fileName: 'Kế hoạch.docx' });
    expect(read({ update_id: 9, edited_message: aText(9, 'sửa').message })).toMatchObject({
      ...{ kind: 'other', what: 'edited', words: 'sửa', fileName: '' },
    });
    expect(read({ update_id: 9, edited_message: aMessage({ location: {} }).message })).toBeNull();
  });

  it('passes over notices, other bots and kinds that it does not know', () => {
    const bot = { id: 5, is_bot: true, first_name: 'Bot' };

    expect(read(aMessage({ new_chat_title: 'Tổ' }, group))).toBeNull();
    expect(read(aMessage({ text: 'x', from: bot }, group))).toBeNull();
    expect(readUpdate({ update_id: 9, message: { chat: 1 } }, null)?.isUnreadable).toBe(true);
    expect(readUpdate({ hello: 1 }, null)).toBeNull();
  });

  it('names nobody for an administrator who writes as the group', () => {
    const groupItself = { id: 1087968824, is_bot: true, first_name: 'Group' };
    const anonymous = aMessage({ text: 'x', from: groupItself, sender_chat: group }, group);

    expect(read(anonymous)).toMatchObject({ senderId: null, senderName: null, text: 'x' });
  });

  it('tells of a group that moved, from either of its two notices', () => {
    const supergroup = { id: -1_001_234_567_890, type: 'supergroup' };
    const moved = {
      kind: 'chatMoved',
      chat: { channel: 'telegram', chatId: '-42' },
      newChatId: '-1001234567890',
    };

    expect(read(aMessage({ migrate_to_chat_id: supergroup.id }, group))).toMatchObject(moved);
    expect(read(aMessage({ migrate_from_chat_id: GROUP }, supergroup))).toMatchObject(moved);
  });

  it('tells of being blocked and unblocked, added and removed, but not of a new rank', () => {
    const member = { status: 'member' };
    const kicked = { status: 'kicked' };
    const left = { status: 'left' };
    const kindOf = (before: object, after: object, inChat: object = group) =>
      read(aMembership(before, after, inChat))?.kind ?? null;

    expect(kindOf(member, kicked, privateChat)).toBe('blocked');
    expect(kindOf(kicked, member, privateChat)).toBe('unblocked');
    expect(kindOf(left, member)).toBe('addedToGroup');
    expect(kindOf(member, left)).toBe('removedFromGroup');
    expect(kindOf(left, { status: 'restricted', is_member: true })).toBe('addedToGroup');
    expect(kindOf(member, { status: 'administrator' })).toBeNull();
    expect(kindOf(left, member, { id: -7, type: 'channel' })).toBeNull();
  });
});
