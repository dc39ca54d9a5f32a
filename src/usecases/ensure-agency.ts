import type { Agency } from '../domain/agency.ts';
import type { Stores } from './ports/unit-of-work.ts';

/**
 * The agency of this name, added where none has it: the office that keeps the commitments need not
 * stand in the appendix itself.
 */
export async function ensureAgency(
  { agencies }: Stores,
  { name, level }: Pick<Agency, 'name' | 'level'>,
): Promise<Agency> {
  const all = await agencies.list();
  const known = all.find((agency) => agency.name === name);
  if (known !== undefined) return known;
  return agencies.add({
    name,
    aliases: [],
    level,
    standing: 'assigned',
    parentId: null,
    isOffChat: false,
    position: all.length + 1,
    validFrom: null,
  });
}
