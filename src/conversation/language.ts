import { fold } from '../language/folding.ts';
import { textsOf } from '../views/texts.ts';
import type { MemberTurn, Reply } from './turn.ts';

const WORDS: Readonly<Record<string, 'vi' | 'en'>> = {
  vi: 'vi',
  'tieng viet': 'vi',
  vietnamese: 'vi',
  en: 'en',
  'tieng anh': 'en',
  english: 'en',
};

/** «ngôn ngữ», with or without saying which. */
export function chooseLanguage(turn: MemberTurn, query: string): Promise<Reply[]> | Reply[] {
  const { texts } = turn;
  const named = WORDS[fold(query)];
  if (named !== undefined) return setLanguage(turn, named);
  return [
    {
      text: texts('chat.language'),
      options: [
        {
          label: texts('chat.languageVi'),
          typed: '1',
          action: { kind: 'language', language: 'vi' },
        },
        {
          label: texts('chat.languageEn'),
          typed: '2',
          action: { kind: 'language', language: 'en' },
        },
      ],
    },
  ];
}

export async function setLanguage(turn: MemberTurn, language: 'vi' | 'en'): Promise<Reply[]> {
  await turn.stores.conversations.setLanguage(turn.chat, language);
  return [{ text: textsOf(language)('chat.languageSet') }];
}
