import { z } from 'zod';
import { badRequest } from './refusal.ts';

/** The parameters of a call as they came: JSON values, or strings from a form. */
export type Parameters = Readonly<Record<string, unknown>>;

/** A file that came with the call. */
export interface Upload {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

const Digits = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number);
export const Whole = z.union([z.number().int(), Digits]);
export const Flag = z
  .union([z.boolean(), z.literal(['true', 'True', '1', 'false', 'False', '0'])])
  .transform((value) => value === true || ['true', 'True', '1'].includes(String(value)));
export const Words = z.union([z.string(), z.number().transform(String)]);

/** Fields that a form carries as JSON in a string. */
const JSON_FIELDS = new Set(
  'reply_markup reply_parameters entities caption_entities allowed_updates commands scope link_preview_options'.split(
    ' ',
  ),
);

/** The same parameters with the JSON inside forms read. */
export function decodeParameters(raw: Parameters): Parameters {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) =>
      typeof value === 'string' && value !== '' && JSON_FIELDS.has(name)
        ? [name, decodeJson(name, value)]
        : [name, value],
    ),
  );
}

function decodeJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`);
  }
}

/** The parameters in the shape that a method needs; its first fault is what the platform says. */
export function readParameters<T>(shape: z.ZodType<T>, raw: Parameters): T {
  const parsed = shape.safeParse(raw);
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0] ?? '');
  throw badRequest(MISSING[name] ?? `parameter "${name}" is invalid`);
}

const MISSING: Readonly<Record<string, string>> = {
  chat_id: 'chat_id is empty',
  message_id: 'message identifier is not specified',
  text: 'message text is empty',
  user_id: 'invalid user_id specified',
};

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}
