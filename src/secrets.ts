import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Secrets } from './usecases/ports/secrets.ts';

/** Crockford's: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const secrets: Secrets = {
  token: () => randomBytes(16).toString('base64url'),
  code,
  digest: (secret) => createHash('sha256').update(secret).digest('hex'),
};

function code(length: number): string {
  const drawn = Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return /\d/.test(drawn) ? drawn : code(length);
}
