import type { Config } from '../config.ts';
import { dateOf } from '../domain/calendar-date.ts';
import { DEFAULT_RULES, DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import { instantOf } from '../domain/local-time.ts';
import type { Paper } from '../domain/paper.ts';
import { type ReportingRound, windowOf } from '../domain/reporting-round.ts';
import { addWorkingDays, createWorkingCalendar } from '../domain/working-calendar.ts';
import { samplePaper } from '../sample-province.ts';
import { roundsFor } from '../usecases/load-frame.ts';
import { textsOf } from '../views/texts.ts';
import { openStage } from './stage.ts';
import { playQuarter } from './story.ts';

export interface DemoOptions {
  /** Empty for the sample province. */
  readonly papers: readonly Paper[];
  readonly isQuick: boolean;
  print(text: string): void;
}

/** Plays a quarter on a moving clock. Throws DemoFailedError where a step shows less than it should. */
export async function playDemo(config: Config, options: DemoOptions): Promise<void> {
  const texts = textsOf(config.locale);
  const papers =
    options.papers.length > 0 ? options.papers : [samplePaper(texts('import.defaultSet'))];
  const year = papers[0]?.year ?? 0;
  // Before the office's calendar is open, weekends are near enough to find a day to begin.
  const rough = createWorkingCalendar([]);
  const [first] = DEFAULT_RULES;
  const stage = await openStage({
    ...options,
    config,
    texts,
    papers,
    start: instantOf(dateOf(year, first?.month ?? 1, 1), '09:00', config.timezone),
  });
  try {
    const office = await stage.office();
    const rounds = roundsFor(office.set, year, { id: 0, level: 'department' }, office.calendar);
    const round = rounds[placeToPlay(rounds, papers[0])] ?? rounds[0];
    if (round === undefined) throw new Error('There is no round to play.');
    const window = windowOf(round, office.set?.settings ?? DEFAULT_SETTINGS, office.calendar);
    await stage.moveTo(addWorkingDays(rough, window, -3), '09:00');
    await playQuarter(stage, texts, round);
    options.print(`\n${texts('demo.done')}`);
  } finally {
    await stage.close();
  }
}

/** The round after the one that the paper reports on; its own where it tells no status yet. */
function placeToPlay(rounds: readonly ReportingRound[], paper: Paper | undefined): number {
  const place = rounds.findIndex(({ period }) => period === paper?.period);
  const items = paper?.sections.flatMap((section) => section.items) ?? [];
  return items.some(({ status }) => status !== null) ? place + 1 : Math.max(0, place);
}
