import { looksLikeCode } from '../domain/invitation-code.ts';
import { laterCommand } from '../language/later-commands.ts';
import { readSentence } from '../language/sentence.ts';
import { repairText } from '../language/text-repair.ts';
import type { OfferedChoice } from '../usecases/ports/conversation-store.ts';
import type { IncomingUpdate } from '../usecases/ports/intake.ts';
import type { Person } from '../usecases/ports/people-store.ts';
import { ChatAction, Expectation } from './action.ts';
import { closeQuestionOf, isSlash, openQuestion, settlesQuestion } from './answers.ts';
import { runCommand } from './commands.ts';
import { reportTrouble } from './deliveries.ts';
import { askerInGroup, bindGroup, isBoundGroup } from './groups.ts';
import { hearText } from './hear-text.ts';
import { hearFile } from './importing/hear-file.ts';
import { withDraftOffer } from './importing/offer-draft.ts';
import { greetStranger, introduceMyself, joinByCode } from './join.ts';
import type { Known } from './known.ts';
import { takeAction } from './take-action.ts';
import { asMember, type MemberTurn, type Reply, type Turn } from './turn.ts';

interface Sent extends Pick<Known, 'choice'> {
  /** Who sent it; null for strangers and for who has left. */
  readonly person: Person | null;
}

/** Acts on one update and gives what is said back to its chat; nothing for what asks nothing. */
export async function handleUpdate(
  turn: Turn,
  update: IncomingUpdate,
  { person, choice }: Sent,
): Promise<Reply[]> {
  const { texts, stores, chat } = turn;
  const member = person?.state === 'active' ? asMember(turn, person) : null;
  switch (update.kind) {
    case 'text':
      return hearWords(turn, person, repairText(update.text).text.trim());
    case 'choice':
      return hearChoice(turn, member, choice);
    case 'file':
      return turn.isGroup ? [] : hearDocument(turn, person, update);
    case 'other':
      return turn.isGroup ? [] : hearNoText(turn, person, update.what);
    case 'addedToGroup':
      // A group that was bound is told nothing new: the platform says so of a supergroup as well.
      return (await isBoundGroup(turn)) ? [] : [{ text: texts('join.groupGreeting') }];
    case 'removedFromGroup':
      await stores.conversations.leaveGroup(chat);
      return [];
    case 'chatMoved':
      await stores.conversations.moveChat(chat, { ...chat, chatId: update.newChatId });
      return [];
    case 'blocked':
    case 'unblocked':
      await markReachable(turn, person, update.kind === 'blocked');
      return [];
  }
}

async function hearWords(turn: Turn, person: Person | null, text: string): Promise<Reply[]> {
  const member = person?.state === 'active' ? asMember(turn, person) : null;
  if (turn.isGroup) return hearGroup(turn, member, text);
  if (member === null) return hearStranger(turn, person, text);
  return withDraftOffer(member, await hearMember(member, text));
}

/** From whoever may import it is a paper; from others it is nothing that is recorded. */
async function hearDocument(
  turn: Turn,
  person: Person | null,
  update: Extract<IncomingUpdate, { kind: 'file' }>,
): Promise<Reply[]> {
  const taken = person?.state === 'active' ? await hearFile(asMember(turn, person), update) : null;
  return taken ?? hearNoText(turn, person, 'document');
}

async function hearMember(turn: MemberTurn, text: string): Promise<Reply[]> {
  const { stores, conversation, at } = turn;
  // The newest first: what is typed means what was read last.
  const open = [conversation.question, conversation.interrupted];
  const asked = open.filter((question) => question !== null);
  const choices = await Promise.all(asked.map(stores.conversations.choicesOf));
  return hearText(turn, text, openQuestion(conversation, choices.flat(), at));
}

async function hearStranger(turn: Turn, person: Person | null, text: string): Promise<Reply[]> {
  if (person?.state === 'pending') return [{ text: turn.texts('join.stillWaiting') }];
  const sentence = readSentence(text);
  if (sentence.kind === 'command') {
    const isCode = sentence.command === 'start' && sentence.rest !== '';
    return isCode ? joinByCode(turn, sentence.rest) : greetStranger(turn);
  }
  const awaited = Expectation.safeParse(turn.conversation.expects);
  if (awaited.success && awaited.data.kind === 'introduce' && !isCodeAlone(text)) {
    return introduceMyself(turn, { codeHash: awaited.data.codeHash, text });
  }
  return joinByCode(turn, text);
}

/** «gt 7f3k» again, not «Nguyễn Văn An, phó phòng 2». */
function isCodeAlone(text: string): boolean {
  return looksLikeCode(text) && text.split(' ').length <= 2;
}

/** A picture, a file, an edit: what was sent is not recorded, and the person must know it. */
function hearNoText(turn: Turn, person: Person | null, what: string): Reply[] {
  if (person === null) return greetStranger(turn);
  if (person.state === 'pending') return [{ text: turn.texts('join.stillWaiting') }];
  return [{ text: turn.texts(what === 'edited' ? 'chat.edited' : 'chat.notText') }];
}

/** In a group only commands are heard, so that people can talk. */
async function hearGroup(turn: Turn, member: MemberTurn | null, text: string): Promise<Reply[]> {
  const sentence = readSentence(text);
  if (!isSlash(text)) return [];
  const later = laterCommand(text, { canGoOn: false });
  if (later !== null) return [{ text: turn.texts('chat.later', { command: later }) }];
  // Any other word behind a slash may be meant for another bot.
  if (sentence.kind !== 'command') return [];
  if (sentence.command === 'start') return bindGroup(turn, member, sentence.rest.trim());
  const asker = await askerInGroup(turn, member);
  if (asker === null) return [{ text: turn.texts('join.groupGreeting') }];
  return runCommand(asker, sentence.command, sentence.rest);
}

async function hearChoice(
  turn: Turn,
  member: MemberTurn | null,
  choice: OfferedChoice | undefined,
): Promise<Reply[]> {
  const { texts, chat, at } = turn;
  if (choice === undefined || choice.expiresAt < at) return [{ text: texts('chat.expired') }];
  const isHere = choice.chat.channel === chat.channel && choice.chat.chatId === chat.chatId;
  const isTheirs = choice.personId === null || choice.personId === member?.person.id;
  const asker = turn.isGroup ? await askerInGroup(turn, member) : member;
  if (asker === null || !isHere || !isTheirs) return [{ text: texts('chat.foreignChoice') }];
  const action = ChatAction.safeParse(choice.action);
  if (!action.success) return [{ text: texts('chat.expired') }];
  if (settlesQuestion(action.data)) await closeQuestionOf(turn, choice);
  return withDraftOffer(asker, await takeAction(asker, action.data));
}

async function markReachable(turn: Turn, person: Person | null, isBlocked: boolean): Promise<void> {
  const { stores, chat, sender, at } = turn;
  await stores.people.setReachable(chat.channel, sender.id, isBlocked ? at : null);
  if (!isBlocked || person === null || person.state === 'left') return;
  const message = { id: 0, kind: 'notice', isGroup: false, attempts: 0 } as const;
  const lost = { ...message, personId: person.id, dueAt: at };
  await reportTrouble({ ...turn, texts: turn.officeTexts }, lost, 'unreachable');
}
