import { judgeAudit, judgeLeftovers, judgeUpdates, judgeVersions } from './judge-database.ts';
import {
  judgeAnswers,
  judgeGroup,
  judgeReminders,
  judgeRestDays,
  judgeStrays,
} from './judge-screens.ts';
import type { Judgement, Trial } from './trial.ts';

/**
 * How the judge knows what is expected, without asking the service:
 *
 * - Reminders: the plan names the days of the ladder (worked out by hand from «trước ngày 05» and
 *   the default ladder, see `plan.ts`). Everybody who has an open item is owed one message on each,
 *   on the screen of their own chat. On a day on which everything dies in the middle of the fan-out
 *   and stays down, at most one; on a day off, and outside 07:30-17:00, none. A person who had
 *   blocked the bot on that day is owed nothing that day.
 * - Dialogues: the officers' script says of every act which words its answer holds, and holds no
 *   words twice. Each act is owed one answer, in the order of the acts; a press may be answered by an
 *   edit of the pressed message. Any other message in the chat is a stray.
 * - The leaders' group: the message of each week whose Monday lies in the plan, and one answer for
 *   each question asked there, each exactly once after the secretary has decided what was in doubt.
 * - A second copy is allowed only in a personal chat, only with the mark, and only where the first
 *   was shown shortly before a kill or a halt, or the platform broke a call to that chat.
 * - The database: of every item that an officer went through, two versions by that officer, status
 *   and result as typed; every update that people made settled, none given up; nothing left unsent;
 *   the audit chain whole (asked of the product's own command, which recomputes it).
 */
export async function judge(trial: Trial): Promise<Judgement> {
  const faults: string[] = [];
  const answers = judgeAnswers(trial, faults);
  const verdicts = [
    judgeReminders(trial, faults),
    answers.verdict,
    judgeGroup(trial, faults),
    await judgeUpdates(trial, faults),
  ];
  judgeStrays(trial, faults);
  judgeRestDays(trial, faults);
  await judgeVersions(trial, faults);
  await judgeLeftovers(trial, faults);
  const auditRows = await judgeAudit(trial, faults);
  return { verdicts, disorders: answers.disorders, auditRows, faults };
}
