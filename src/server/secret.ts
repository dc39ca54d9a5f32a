import { createHash, timingSafeEqual } from 'node:crypto';

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Whether a request carries the secret in this header; takes the same time for every wrong one. */
export function secretHeader(name: string, secret: string): (headers: Headers) => boolean {
  const expected = digest(secret);
  return (headers) => {
    const given = headers[name.toLowerCase()];
    return (
      timingSafeEqual(digest(typeof given === 'string' ? given : ''), expected) && given !== ''
    );
  };
}

/** One length for every secret, as the comparison needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
