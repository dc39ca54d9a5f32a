import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Secrets } from './usecases/ports/secrets.ts';

/** Crockford's: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const secrets: Secrets = {
  token: createTokens(),
  code,
  digest: (secret) => createHash('sha256').update(secret).digest('hex'),
};

const TOKEN_BYTES = 16;

/** Drawn for many at once: asking the system for its randomness costs more than all the rest. */
function createTokens(): () => string {
  let drawn = Buffer.alloc(0);
  return () => {
    if (drawn.length === 0) drawn = randomBytes(TOKEN_BYTES * 64);
    const token = drawn.toString('base64url', 0, TOKEN_BYTES);
    drawn = drawn.subarray(TOKEN_BYTES);
    return token;
  };
}

function code(length: number): string {
  const drawn = Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return /\d/.test(drawn) ? drawn : code(length);
}
