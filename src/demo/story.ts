import type { Agency } from '../domain/agency.ts';
import { addDays, type CalendarDate, daysBetween, mondayOf } from '../domain/calendar-date.ts';
import { DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import { rungsOf } from '../domain/reminder-ladder.ts';
import type { ReportingRound } from '../domain/reporting-round.ts';
import { addWorkingDays, isWorkingDay, workingDayOnOrAfter } from '../domain/working-calendar.ts';
import { DEFAULT_HOURS } from '../domain/working-hours.ts';
import type { Office } from '../usecases/load-office.ts';
import { openWorkOf } from '../usecases/show-item.ts';
import type { Texts } from '../views/texts.ts';
import type { Player, Stage } from './stage.ts';

const GROUP = -9_001;

interface Cast {
  readonly secretary: Player;
  readonly leader: Player;
  /** Who reports in time, who reports late, who never does, and who comes by an open code. */
  readonly prompt: Player & { readonly agency: Agency };
  readonly late: Player & { readonly agency: Agency };
  readonly never: Player & { readonly agency: Agency };
  readonly newcomer: Player & { readonly agency: Agency };
}

/** A whole quarter, from the signed appendix to the leaders' digest; throws where a step shows less. */
export async function playQuarter(
  stage: Stage,
  texts: Texts,
  round: ReportingRound,
): Promise<void> {
  const office = await stage.office();
  const cast = castOf(office, texts);
  stage.heading(texts('demo.imported'));
  stage.note(
    texts('demo.importedCount', {
      agencies: office.leavesByAgency.size,
      items: office.commitments.length,
      leaves: [...office.leavesByAgency.values()].flat().length,
    }),
  );
  const plot = { cast, round, office };
  await joining(stage, texts, cast);
  await reminders(stage, texts, plot);
  await lateReports(stage, texts, plot);
  await digestAndQuestions(stage, texts, plot);
}

interface Plot {
  readonly cast: Cast;
  readonly round: ReportingRound;
  readonly office: Office;
}

async function joining(stage: Stage, texts: Texts, cast: Cast): Promise<void> {
  const { secretary, leader, prompt, late, never, newcomer } = cast;
  stage.heading(texts('demo.joining'));
  await stage.join(secretary, texts('sandbox.office'), 'secretary');
  for (const officer of [prompt, late, never]) {
    await stage.join(officer, officer.agency.name, 'officer');
    stage.expectIn(officer.id, texts('join.noSecrets'));
  }
  stage.note(texts('demo.openCode'));
  await stage.say(newcomer, await stage.openCode(newcomer.agency.name));
  await stage.say(newcomer, texts('demo.introduction', { name: newcomer.name }));
  stage.expectIn(secretary.id, newcomer.name);
  await stage.press(secretary, texts('join.confirm'));
  stage.expectIn(newcomer.id, newcomer.agency.name);
  await stage.group(GROUP, texts('demo.group'), [secretary, leader]);
  await stage.say(secretary, '/batdau', { chatId: GROUP });
  stage.expectIn(GROUP, texts('join.groupBound'));
}

/** Every day up to the deadline: who has not reported is reminded on each rung, and only then. */
async function reminders(stage: Stage, texts: Texts, plot: Plot): Promise<void> {
  const { cast, round, office } = plot;
  stage.heading(texts('demo.reminders'));
  const settings = office.set?.settings ?? DEFAULT_SETTINGS;
  const rungs = rungsOf(round, settings, office.calendar, round.remindBy).map(
    ({ plannedOn }) => plannedOn,
  );
  const [first = round.remindBy] = rungs;
  const expectLater = (date: CalendarDate, officer: Player, hasReported: boolean) => {
    if (rungs.includes(date) && !hasReported) stage.expectIn(officer.id, officer.name);
    else stage.expectNothingIn(officer.id);
  };
  for (const date of workingDaysFrom(plot, first, round.remindBy)) {
    await workingDay(stage, plot, date);
    expectLater(date, cast.never, false);
    expectLater(date, cast.late, false);
    expectLater(date, cast.prompt, date > (rungs[1] ?? round.remindBy));
    if (date === rungs[1]) await answerAll(stage, texts, { ...plot, officer: cast.prompt });
  }
}

/** The digest hour on the first working day of a week, then the hour of reminders. */
async function workingDay(stage: Stage, { office }: Plot, date: CalendarDate): Promise<void> {
  if (date === workingDayOnOrAfter(office.calendar, mondayOf(date))) {
    await stage.moveTo(date, DEFAULT_HOURS.digestAt);
  }
  await stage.moveTo(date, DEFAULT_HOURS.remindAt);
}

function workingDaysFrom({ office }: Plot, first: CalendarDate, last: CalendarDate) {
  const count = daysBetween(first, last) + 1;
  return Array.from({ length: count }, (_, after) => addDays(first, after)).filter((date) =>
    isWorkingDay(office.calendar, date),
  );
}

interface Answering extends Plot {
  readonly officer: Player & { readonly agency: Agency };
}

/** One item by buttons, with a mistake taken back, and the rest in as few words as it allows. */
async function answerAll(stage: Stage, texts: Texts, answering: Answering): Promise<void> {
  const { officer, round } = answering;
  const missing = async () => {
    const work = openWorkOf(await stage.office(), officer.agency.id);
    return work.round?.period === round.period ? work.missing : [];
  };
  const [first] = await missing();
  if (first === undefined) return;
  await stage.press(officer, first.number);
  await stage.press(officer, texts('commitment.statusFulfilled'));
  await stage.say(officer, texts('demo.mistake'));
  stage.expectIn(officer.id, first.number);
  await stage.say(officer, `${first.number} ${texts('demo.inProgress')}`);
  await stage.say(officer, texts('demo.result'));
  await stage.press(officer, texts('progress.no'));
  await stage.say(officer, texts('demo.unchanged'));
  await stage.say(officer, texts('demo.yes'));
  const left = await missing();
  if (left.length > 0) stage.note(texts('demo.oneByOne', { count: left.length }));
  for (const { number } of left) {
    await stage.say(officer, `${number} ${texts('demo.inProgress')}`, { isQuiet: true });
  }
  await stage.say(officer, texts('demo.mine'));
  stage.expectIn(officer.id, officer.agency.name, texts('demo.nothingLeft'));
}

/** The day on which the secretary is told of those who still have not reported. */
function secretaryDay({ office, round }: Plot): CalendarDate {
  const { secretaryAfterDays } = office.set?.settings ?? DEFAULT_SETTINGS;
  return addWorkingDays(office.calendar, round.lateAfter, secretaryAfterDays);
}

/** After the deadline: one answers late, one never, and the secretary is told. */
async function lateReports(stage: Stage, texts: Texts, plot: Plot): Promise<void> {
  const { cast, round, office } = plot;
  stage.heading(texts('demo.late'));
  const lateDay = (count: number) => addWorkingDays(office.calendar, round.lateAfter, count);
  for (const date of workingDaysFrom(plot, addDays(round.remindBy, 1), secretaryDay(plot))) {
    await workingDay(stage, plot, date);
    stage.expectNothingIn(cast.prompt.id);
    if (date > lateDay(3)) continue;
    if (date <= round.lateAfter) stage.expectNothingIn(cast.never.id);
    else stage.expectIn(cast.never.id, cast.never.name);
    if (date === lateDay(2)) await answerAll(stage, texts, { ...plot, officer: cast.late });
    if (date === lateDay(3)) stage.expectNothingIn(cast.late.id);
  }
  stage.expectIn(cast.secretary.id, cast.never.agency.name);
}

async function digestAndQuestions(stage: Stage, texts: Texts, plot: Plot): Promise<void> {
  const { cast, office } = plot;
  stage.heading(texts('demo.digest'));
  const last = secretaryDay(plot);
  const monday = workingDayOnOrAfter(office.calendar, addDays(mondayOf(last), 7));
  for (const date of workingDaysFrom(plot, addDays(last, 1), addDays(monday, -1))) {
    await workingDay(stage, plot, date);
  }
  await stage.moveTo(monday, DEFAULT_HOURS.digestAt);
  stage.expectIn(GROUP, cast.never.agency.name);
  stage.heading(texts('demo.question'));
  await stage.say(cast.leader, `/tinhtrang ${cast.never.agency.name}`, { chatId: GROUP });
  stage.expectIn(GROUP, cast.never.agency.name);
  stage.heading(texts('demo.secretary'));
  await stage.say(cast.secretary, texts('demo.overdue'));
  stage.expectIn(cast.secretary.id, cast.never.agency.name);
}

/** How many agencies a digest names for sure. */
const NAMED = 10;

/** Agencies that may be written to, the smallest first, so that the play stays short. */
function castOf(office: Office, texts: Texts): Cast {
  const sizeOf = ({ id }: Agency) => office.leavesByAgency.get(id)?.length ?? 0;
  const bySize = (left: Agency, right: Agency) => sizeOf(left) - sizeOf(right);
  const owing = office.agencies
    .filter((agency) => sizeOf(agency) > 0 && !agency.isOffChat)
    .toSorted((left, right) => left.position - right.position);
  const [silent] = owing.slice(0, NAMED).toSorted(bySize);
  if (silent === undefined) throw new Error('The appendix has no agency for a play.');
  const others = owing.filter(({ id }) => id !== silent.id).toSorted(bySize);
  const agencyAt = (index: number) => others[index % Math.max(1, others.length)] ?? silent;
  return {
    secretary: { id: 9_100, name: texts('demo.secretaryName') },
    leader: { id: 9_200, name: texts('demo.leaderName') },
    prompt: { id: 9_001, name: texts('demo.promptName'), agency: agencyAt(0) },
    late: { id: 9_002, name: texts('demo.lateName'), agency: agencyAt(1) },
    never: { id: 9_003, name: texts('demo.neverName'), agency: silent },
    newcomer: { id: 9_004, name: texts('demo.newcomerName'), agency: agencyAt(2) },
  };
}
