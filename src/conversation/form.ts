import { appendixForm } from '../documents/exporting/appendix-form.ts';
import { can } from '../domain/permission.ts';
import { findAgencies } from '../language/agency-names.ts';
import { asksForBlankForm } from '../language/form-words.ts';
import { formOfAgency } from '../usecases/form-of-agency.ts';
import { askWhich } from './candidates.ts';
import type { MemberTurn, Reply } from './turn.ts';

/**
 * «mẫu»: the appendix to fill in, with what the own agency, or the one named, has to report;
 * «mẫu trống» without. Source: feature F02.
 */
export async function sendForm(turn: MemberTurn, query: string): Promise<Reply[]> {
  const { texts, person } = turn;
  const { agencies } = await turn.frame();
  if (asksForBlankForm(query)) return [await formReply(turn, null)];
  const isOwn = query === '';
  const found = isOwn
    ? agencies.filter(({ id }) => id === person.agencyId)
    : findAgencies(query, agencies);
  const [agency] = found;
  if (agency === undefined) return [{ text: texts('form.noAgency', { query }) }];
  if (found.length > 1) {
    return [askWhich(turn, { query, agencies: found }, (id) => ({ kind: 'form', agency: id }))];
  }
  return formOf(turn, agency.id);
}

/** The form of one agency, for whoever may see its work. */
export async function formOf(turn: MemberTurn, agencyId: number): Promise<Reply[]> {
  return can(turn.actor, 'viewAgency', agencyId)
    ? [await formReply(turn, agencyId)]
    : [{ text: turn.texts('chat.notAllowed') }];
}

/** Of what is kept off chat nothing stands in it; blank where nothing is left, and for no agency. */
async function formReply(turn: MemberTurn, agencyId: number | null): Promise<Reply> {
  const { texts } = turn;
  const office = await turn.officeOf(agencyId === null ? [] : [agencyId]);
  const agency = office.agencies.find(({ id }) => id === agencyId);
  if (agency?.isOffChat === true) return { text: texts('status.offChat', { agency: agency.name }) };
  const form = formOfAgency(office, agencyId);
  const { year, agency: name, items } = form;
  const bytes = await appendixForm(form);
  const values = { year: String(year), agency: name ?? '', count: items.length };
  return {
    text: texts(name === null ? 'form.blank' : 'form.filled', values),
    document: {
      fileName: texts(name === null ? 'form.blankName' : 'form.fileName', values),
      base64: bytes.toString('base64'),
    },
  };
}
