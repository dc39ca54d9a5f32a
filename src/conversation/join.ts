import { looksLikeCode } from '../domain/invitation-code.ts';
import type { Result } from '../domain/result.ts';
import { introduce, type JoinFailure, type Joining, redeemCode } from '../usecases/join-office.ts';
import { openWorkOf } from '../usecases/show-item.ts';
import { deadlineInFull, momentOf, periodWords } from '../views/deadlines.ts';
import { bold } from '../views/message.ts';
import { roleWords } from '../views/roles.ts';
import { notifySecretaries } from './say.ts';
import { asMember, type MemberTurn, type Reply, type Turn } from './turn.ts';

/** Source: script TX-08. */
const EXAMPLE_CODE = 'GT-7F3K';

/** What somebody is told whom nobody has let in: how to, and what is kept. */
export function greetStranger({ texts }: Turn): Reply[] {
  return [
    {
      text: [
        texts('join.greetStranger', { example: EXAMPLE_CODE }),
        texts('join.privacy'),
        texts('join.noSecrets'),
      ].join('\n'),
    },
  ];
}

/** A code, by `/start CODE` or alone. */
export async function joinByCode(turn: Turn, code: string): Promise<Reply[]> {
  if (!looksLikeCode(code)) return greetStranger(turn);
  const newcomer = newcomerOf(turn);
  const joining = await redeemCode(turn.stores, turn.secrets, { newcomer, code });
  return joiningReplies(turn, joining);
}

/** «Nguyễn Quốc Bảo, chuyên viên», after an open code. */
export async function introduceMyself(
  turn: Turn,
  { codeHash, text }: { readonly codeHash: string; readonly text: string },
): Promise<Reply[]> {
  const [name = '', ...rest] = text.split(/\s*[,;\n–-]\s*/u);
  const title = rest.join(', ').trim();
  const isName = /^\p{L}[\p{L}\s.'’()]{1,79}$/u.test(name.trim());
  if (!isName) {
    return [{ text: turn.texts('join.askNameAgain'), expects: { kind: 'introduce', codeHash } }];
  }
  const said = { codeHash, name: name.trim(), title: title === '' ? null : title.slice(0, 120) };
  return joiningReplies(turn, await introduce(turn.stores, newcomerOf(turn), said));
}

/** What somebody reads who has just been let in: what is kept, and what is due. */
export async function welcomeReply(turn: MemberTurn, greeting: string): Promise<Reply> {
  const { texts, person, actor } = turn;
  const office = await turn.office();
  const agency = office.agencies.find(({ id }) => id === person.agencyId);
  const { round, missing, of } = openWorkOf(office, person.agencyId);
  const isOfficer = person.role === 'officer' || person.role === 'head';
  const values = {
    agency: agency?.name ?? '',
    of,
    missing: missing.length,
    period: round === null ? '' : periodWords(round, texts),
    deadline: round === null ? '' : deadlineInFull(round, texts),
  };
  const work = () => {
    if (agency?.isOffChat === true) return texts('status.offChat', { agency: agency.name });
    if (of === 0 || round === null) return texts('join.workNone', values);
    return texts(missing.length === 0 ? 'join.workDone' : 'join.work', values);
  };
  const canShow = isOfficer && missing.length > 0 && agency?.isOffChat !== true;
  return {
    text: [
      greeting,
      texts('join.privacy'),
      bold(texts('join.noSecrets')),
      ...(isOfficer ? [work()] : []),
    ].join('\n'),
    options: [
      ...(canShow && actor.agencyId === person.agencyId
        ? [
            {
              label: texts('join.show', { count: missing.length }),
              typed: '1',
              action: { kind: 'list' as const, from: 0 },
            },
          ]
        : []),
      { label: texts('join.guide'), typed: canShow ? '2' : '1', action: { kind: 'help' as const } },
    ],
  };
}

async function joiningReplies(turn: Turn, joining: Result<Joining, JoinFailure>): Promise<Reply[]> {
  const { texts } = turn;
  if (!joining.ok) return [await joinFailure(turn, joining.error)];
  const { value } = joining;
  const agency = value.agency.name;
  if (value.kind === 'introduce') {
    const { codeHash } = value;
    return [{ text: texts('join.askName', { agency }), expects: { kind: 'introduce', codeHash } }];
  }
  const { person } = value;
  const role = roleWords(person.role, texts);
  if (value.kind === 'joined') {
    const greeting = texts('join.welcome', { name: person.name, role, agency });
    return [await welcomeReply(asMember(turn, person), greeting)];
  }
  await askSecretaries(turn, { ...value, person });
  return [{ text: [texts('join.waiting'), texts('join.privacy')].join('\n') }];
}

async function askSecretaries(
  turn: Turn,
  { person, agency }: Extract<Joining, { kind: 'joined' | 'waiting' }>,
): Promise<void> {
  const who = person.title === null ? person.name : `${person.name}, ${person.title}`;
  const settle = (isConfirmed: boolean) =>
    ({ kind: 'settlePerson', person: person.id, isConfirmed }) as const;
  await notifySecretaries(turn, {
    key: `newcomer:${person.id}`,
    write: (texts) => ({
      text: texts('join.askSecretary', {
        person: who,
        role: roleWords(person.role, texts),
        agency: agency.name,
      }),
      options: [
        { label: texts('join.confirm'), typed: '1', action: settle(true) },
        { label: texts('join.reject'), typed: '2', action: settle(false) },
      ],
    }),
  });
}

/** One sentence with the way out for a code that does not let anybody in. */
export async function joinFailure(turn: Turn, error: JoinFailure): Promise<Reply> {
  const { texts, timezone } = turn;
  switch (error.code) {
    case 'wrongCode':
      return { text: texts('join.wrongCode', { count: error.triesLeft }) };
    case 'expiredCode':
      return { text: texts('join.expiredCode') };
    case 'usedCode':
      return { text: texts('join.usedCode') };
    case 'locked':
      return { text: texts('join.locked', momentOf(error.until, timezone)) };
    case 'alreadyMember': {
      const { agencies } = await turn.frame();
      const agency = agencies.find(({ id }) => id === error.person.agencyId)?.name ?? '';
      const role = roleWords(error.person.role, texts);
      return { text: texts('join.alreadyMember', { role, agency }) };
    }
  }
}

function newcomerOf({ chat, sender, at }: Turn) {
  return { channel: chat.channel, userId: sender.id, at };
}
