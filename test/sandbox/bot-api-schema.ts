import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** The platform's own description of its methods, kept beside the project. */
const FILE = new URL('../../../shared/telegram-bot-api.json', import.meta.url);

const Described = z.looseObject({
  methods: z.record(
    z.string(),
    z.looseObject({
      fields: z
        .array(
          z.looseObject({ name: z.string(), types: z.array(z.string()), required: z.boolean() }),
        )
        .optional(),
    }),
  ),
});

/** False where the description is not at hand; tests then say that they skip. */
export const hasSchema = existsSync(FILE);

/** What is wrong with a call by the published description; empty for a good one. */
export function faultsOf(method: string, parameters: Readonly<Record<string, unknown>>): string[] {
  const { methods } = Described.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  const described = methods[method];
  if (described === undefined) return [`unknown method ${method}`];
  const fields = described.fields ?? [];
  const missing = fields
    .filter(({ name, required }) => required && parameters[name] === undefined)
    .map(({ name }) => `${name} is missing`);
  const wrong = Object.entries(parameters).flatMap(([name, value]) => {
    const field = fields.find((each) => each.name === name);
    if (field === undefined) return [`${name} is unknown`];
    return field.types.some((type) => fits(type, value)) ? [] : [`${name} is no ${field.types}`];
  });
  return [...missing, ...wrong];
}

function fits(type: string, value: unknown): boolean {
  if (type === 'Integer') return Number.isInteger(value);
  if (type === 'Float') return typeof value === 'number';
  if (type === 'Boolean' || type === 'True') return typeof value === 'boolean';
  if (type === 'String') return typeof value === 'string';
  if (type.startsWith('Array of ')) {
    return Array.isArray(value) && value.every((each) => fits(type.slice(9), each));
  }
  return typeof value === 'object' && value !== null;
}
