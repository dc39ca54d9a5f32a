import type { Finding } from '../../domain/finding.ts';
import type { Place } from './model.ts';

/** Why a paper is not taken. Source: the outside contract. */
export type RefusalCode =
  | 'emptyFile'
  | 'corruptFile'
  | 'wrongExtension'
  | 'unsupportedFormat'
  | 'passwordProtected'
  | 'noTextLayer'
  | 'noItems'
  | 'tooManyRows'
  | 'fileTooLarge'
  | 'decompressionLimit'
  | 'unsafeXml'
  | 'unsafeArchive'
  | 'unsafeDocument'
  | 'macroPresent'
  | 'legacyEncoding'
  | 'unknownEncoding'
  | 'secretMarking';

/** A paper that is not taken; nothing of it is kept. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What the checks see in a paper without commitments, such as a report; absent for other refusals. */
  readonly findings?: readonly Finding<Place>[];
}

/**
 * How a reader stops in the middle of a file, however deep in a parser's callbacks it stands.
 * Only `readDocument` catches it, and makes a `Refusal` of it.
 */
export class RefusedPaperError extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'RefusedPaperError';
    this.code = code;
  }
}
