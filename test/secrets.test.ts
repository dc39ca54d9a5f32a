import { describe, expect, it } from 'vitest';
import { secrets } from '../src/secrets.ts';

describe('tokens', () => {
  it('are all different, and fit into a button and a link as they are', () => {
    const tokens = Array.from({ length: 1_000 }, secrets.token);

    expect(new Set(tokens).size).toBe(1_000);
    expect(tokens.filter((token) => !/^[\w-]{22}$/u.test(token))).toEqual([]);
  });
});
