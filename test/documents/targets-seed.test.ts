import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPaper } from '../../src/documents/importing/index.ts';
import type { ImportedItem, ImportedPaper } from '../../src/documents/importing/paper.ts';
import { readTargets } from '../../src/language/targets.ts';
import { hasSeeds, seedText } from './seeds.ts';
import { type GoldItem, judge } from './target-gold.ts';

interface AppendixItem extends GoldItem {
  readonly appendix: string;
  readonly number: string;
  readonly part: 'leaf' | 'parent';
  readonly figure: boolean;
}

interface Assignment extends GoldItem {
  readonly number: string;
  readonly tone: 'assigned' | 'requested';
  readonly lead: readonly string[] | null;
  readonly leadAlso?: readonly (string | null | readonly string[])[];
  readonly coordinating: readonly (readonly string[])[];
}

describe.skipIf(!hasSeeds)('the targets of a province’s papers (skipped without them)', () => {
  const gold: readonly AppendixItem[] = fixture('appendix-of-25-agencies.json');
  const letter: { readonly assignments: readonly Assignment[] } = fixture('letter-of-a-city.json');

  it('are those that a person read, for at least 95 of 100', async () => {
    const judged = await judgedItems(gold.filter(({ part, figure }) => part === 'leaf' && figure));

    const right = judged.reduce((sum, { verdict }) => sum + verdict.right, 0);
    const asked = judged.reduce((sum, { verdict }) => sum + verdict.asked, 0);
    expect(asked).toBe(226);
    expect(right / asked).toBeGreaterThanOrEqual(0.95);
    expect(judged.flatMap(({ verdict }) => verdict.wrong)).toEqual([]);
  });

  it('are none where every figure belongs to a year, a name, a document or a deadline', async () => {
    const judged = await judgedItems(
      gold.filter(({ figure, targets }) => figure && targets.length === 0),
    );

    expect(judged.length).toBeGreaterThan(3);
    expect(judged.flatMap(({ verdict }) => verdict.wrong)).toEqual([]);
  });

  it('of the whole are missed nowhere, parents and words without figures included', async () => {
    const judged = await judgedItems(gold);

    expect(judged).toHaveLength(357);
    expect(
      judged
        .filter(({ verdict }) => verdict.missing.length > 0)
        .map(({ appendix, number }) => `${appendix} ${number}`),
    ).toEqual([]);
  });

  it('of the letter are twenty, each with its assignment', async () => {
    const items = itemsOf(await paper('002'));
    const found = letter.assignments.map((assignment, index) => ({
      number: items[index]?.number,
      verdict: judge(assignment, readTargets(items[index]?.text ?? '')),
    }));

    expect(found.map(({ number }) => number)).toEqual(
      letter.assignments.map(({ number }) => number),
    );
    expect(found.flatMap(({ verdict }) => [...verdict.missing, ...verdict.wrong])).toEqual([]);
    expect(items.flatMap(({ text }) => readTargets(text))).toHaveLength(20);
  });

  it('of the letter are led and helped by whom its words say', async () => {
    const { sections } = await paper('002');
    const read = sections.flatMap(({ items, standing }) =>
      items.map((item) => ({ ...item, standing })),
    );

    for (const [index, assignment] of letter.assignments.entries()) {
      const { lead, coordinating, standing } = read[index] ?? {};
      const leads = [...(assignment.lead ?? [null]), ...(assignment.leadAlso ?? []).flat()];
      expect(leads).toContain(lead);
      expect(standing).toBe(assignment.tone);
      expect(coordinating).toHaveLength(assignment.coordinating.length);
      for (const [place, spellings] of assignment.coordinating.entries())
        expect(spellings).toContain(coordinating?.[place]);
    }
  });

  async function judgedItems(items: readonly AppendixItem[]) {
    const { sections } = await paper('001');
    const texts = new Map(
      sections.flatMap(({ appendix, items: each }) =>
        each.map(({ number, text }) => [`${appendix} ${number}`, text] as const),
      ),
    );
    return items.map((item) => {
      const text = texts.get(`${item.appendix} ${item.number}`) ?? '';
      return { ...item, verdict: judge(item, readTargets(text)) };
    });
  }
});

function itemsOf({ sections }: ImportedPaper): ImportedItem[] {
  return sections.flatMap(({ items }) => items);
}

async function paper(number: string): Promise<ImportedPaper> {
  const read = await readPaper(Buffer.from(seedText(number)), 'phu-luc.txt');
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

function fixture(name: string) {
  return JSON.parse(readFileSync(`test/fixtures/targets/${name}`, 'utf8'));
}
