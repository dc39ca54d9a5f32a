import type { Commitment } from '../domain/commitment.ts';
import type { RecordFailure } from '../usecases/record-progress.ts';
import type { Texts } from '../views/texts.ts';
import type { Reply } from './turn.ts';

type Code = Exclude<RecordFailure['code'], 'changedMeanwhile'>;

/** One clear sentence with the way out for whatever could not be written. */
export function failureReply(
  { texts }: { readonly texts: Texts },
  code: Code,
  commitment: Pick<Commitment, 'number'> | undefined,
): Reply {
  const number = commitment?.number ?? '';
  switch (code) {
    case 'notFound':
    case 'statusUnknownNotAllowed':
      return { text: texts('progress.noItem', { number }) };
    case 'offChat':
      return { text: texts('progress.offChatItem', { number }) };
    case 'hasParts':
      return { text: texts('progress.hasPartsShort', { number }) };
    case 'noRound':
      return { text: texts('progress.noRound') };
    case 'stopNeedsDocument':
    case 'stopNeedsSecretary':
      return { text: texts('progress.needsDocument', { number }) };
    case 'appraiserDecides':
      return { text: texts('progress.appraiserDecides', { number }) };
    case 'notAllowed':
    case 'notYourAgency':
      return { text: texts('chat.notAllowed') };
  }
}
