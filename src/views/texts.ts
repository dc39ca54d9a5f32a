import { IntlMessageFormat } from 'intl-messageformat';
import auditEn from '../../locales/en/audit.json' with { type: 'json' };
import bulkEn from '../../locales/en/bulk.json' with { type: 'json' };
import calendarEn from '../../locales/en/calendar.json' with { type: 'json' };
import chatEn from '../../locales/en/chat.json' with { type: 'json' };
import cliEn from '../../locales/en/cli.json' with { type: 'json' };
import commitmentEn from '../../locales/en/commitment.json' with { type: 'json' };
import demoEn from '../../locales/en/demo.json' with { type: 'json' };
import digestEn from '../../locales/en/digest.json' with { type: 'json' };
import doctorEn from '../../locales/en/doctor.json' with { type: 'json' };
import draftEn from '../../locales/en/draft.json' with { type: 'json' };
import errorEn from '../../locales/en/error.json' with { type: 'json' };
import findingEn from '../../locales/en/finding.json' with { type: 'json' };
import formEn from '../../locales/en/form.json' with { type: 'json' };
import helpEn from '../../locales/en/help.json' with { type: 'json' };
import importEn from '../../locales/en/import.json' with { type: 'json' };
import joinEn from '../../locales/en/join.json' with { type: 'json' };
import overdueEn from '../../locales/en/overdue.json' with { type: 'json' };
import periodEn from '../../locales/en/period.json' with { type: 'json' };
import progressEn from '../../locales/en/progress.json' with { type: 'json' };
import reminderEn from '../../locales/en/reminder.json' with { type: 'json' };
import sandboxEn from '../../locales/en/sandbox.json' with { type: 'json' };
import serviceEn from '../../locales/en/service.json' with { type: 'json' };
import statusEn from '../../locales/en/status.json' with { type: 'json' };
import undeliveredEn from '../../locales/en/undelivered.json' with { type: 'json' };
import weekdayEn from '../../locales/en/weekday.json' with { type: 'json' };
import audit from '../../locales/vi/audit.json' with { type: 'json' };
import bulk from '../../locales/vi/bulk.json' with { type: 'json' };
import calendar from '../../locales/vi/calendar.json' with { type: 'json' };
import chat from '../../locales/vi/chat.json' with { type: 'json' };
import cli from '../../locales/vi/cli.json' with { type: 'json' };
import commitment from '../../locales/vi/commitment.json' with { type: 'json' };
import demo from '../../locales/vi/demo.json' with { type: 'json' };
import digest from '../../locales/vi/digest.json' with { type: 'json' };
import doctor from '../../locales/vi/doctor.json' with { type: 'json' };
import draft from '../../locales/vi/draft.json' with { type: 'json' };
import error from '../../locales/vi/error.json' with { type: 'json' };
import finding from '../../locales/vi/finding.json' with { type: 'json' };
import form from '../../locales/vi/form.json' with { type: 'json' };
import help from '../../locales/vi/help.json' with { type: 'json' };
import importing from '../../locales/vi/import.json' with { type: 'json' };
import join from '../../locales/vi/join.json' with { type: 'json' };
import overdue from '../../locales/vi/overdue.json' with { type: 'json' };
import period from '../../locales/vi/period.json' with { type: 'json' };
import progress from '../../locales/vi/progress.json' with { type: 'json' };
import reminder from '../../locales/vi/reminder.json' with { type: 'json' };
import sandbox from '../../locales/vi/sandbox.json' with { type: 'json' };
import service from '../../locales/vi/service.json' with { type: 'json' };
import status from '../../locales/vi/status.json' with { type: 'json' };
import undelivered from '../../locales/vi/undelivered.json' with { type: 'json' };
import weekday from '../../locales/vi/weekday.json' with { type: 'json' };

const VI = {
  audit,
  bulk,
  calendar,
  chat,
  cli,
  commitment,
  demo,
  digest,
  doctor,
  draft,
  error,
  finding,
  form,
  help,
  import: importing,
  join,
  overdue,
  period,
  progress,
  reminder,
  sandbox,
  service,
  status,
  undelivered,
  weekday,
};

type Catalogue = typeof VI;

const EN: Catalogue = {
  audit: auditEn,
  bulk: bulkEn,
  calendar: calendarEn,
  chat: chatEn,
  cli: cliEn,
  commitment: commitmentEn,
  demo: demoEn,
  digest: digestEn,
  doctor: doctorEn,
  draft: draftEn,
  error: errorEn,
  finding: findingEn,
  form: formEn,
  help: helpEn,
  import: importEn,
  join: joinEn,
  overdue: overdueEn,
  period: periodEn,
  progress: progressEn,
  reminder: reminderEn,
  sandbox: sandboxEn,
  service: serviceEn,
  status: statusEn,
  undelivered: undeliveredEn,
  weekday: weekdayEn,
};

const CATALOGUES = { vi: VI, en: EN };

export type Language = keyof typeof CATALOGUES;

/** Whether a word that was stored names a language that there is. */
export function isLanguage(word: string | null): word is Language {
  return word !== null && Object.hasOwn(CATALOGUES, word);
}

/** `noun.meaning`: a key that has no words does not compile. */
export type TextKey = {
  [Noun in keyof Catalogue]: `${Noun}.${keyof Catalogue[Noun] & string}`;
}[keyof Catalogue];

/** The words for a key, with the placeholders filled in. Values are put in as they are, unescaped. */
export type Texts = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words of one language. Throws for a placeholder without a value: that is a bug of a view. */
export function textsOf(language: Language): Texts {
  const known = textsByLanguage.get(language) ?? compiledTexts(language);
  textsByLanguage.set(language, known);
  return known;
}

const textsByLanguage = new Map<Language, Texts>();

function compiledTexts(language: Language): Texts {
  const catalogue: Readonly<Record<string, Readonly<Record<string, string>>>> =
    CATALOGUES[language];
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const known = formats.get(key) ?? compile(catalogue, key, language);
    formats.set(key, known);
    return String(known.format(values));
  };
}

function compile(
  catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>,
  key: string,
  language: Language,
): IntlMessageFormat {
  const [noun = '', meaning = ''] = key.split('.');
  return new IntlMessageFormat(catalogue[noun]?.[meaning] ?? key, language, undefined, {
    ignoreTag: true,
  });
}
