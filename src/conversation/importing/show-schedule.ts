import type { Paper } from '../../domain/paper.ts';
import { scheduleOf } from '../../usecases/show-schedule.ts';
import { scheduleView } from '../../views/draft.ts';
import type { MemberTurn } from '../turn.ts';

/** The year's rounds and the days on which they are reminded of, as the paper sets them. */
export async function scheduleLines(turn: MemberTurn, paper: Paper): Promise<string[]> {
  const { calendar, now, allSets } = await turn.frame();
  const kept = allSets.find(({ year, name }) => year === paper.year && name === paper.setName);
  const rounds = scheduleOf({ kept: kept ?? null, paper, calendar });
  return scheduleView({ year: paper.year, rounds, today: now.date }, turn.texts);
}
