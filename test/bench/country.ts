import { DEFAULT_RULES, DEFAULT_SETTINGS } from '../../src/domain/commitment-set.ts';
import type { Database } from '../../src/store/database.ts';

/** How many items of how many agencies, each with what its officers said in five quarters' time. */
export interface Size {
  readonly items: number;
  readonly itemsOfAgency: number;
  /** Versions of each item's line. */
  readonly history: number;
}

/**
 * Fills an empty office by SQL: agencies with an officer each who has an account, one set of the year,
 * items with their history up to the first quarter, and every reminder of that quarter told. What is
 * left is an office on an ordinary day of the second.
 */
export async function fillOffice({ sql }: Database, size: Size): Promise<void> {
  const agencies = Math.ceil(size.items / size.itemsOfAgency);
  const statements = [
    `insert into agency (id, level, standing, is_off_chat, position)
      select n, 'commune', 'assigned', n % 50 = 0, n from generate_series(1, ${agencies}) n`,
    `insert into agency_name (agency_id, name, kind)
      select n, 'Ủy ban nhân dân xã số ' || n, 'official' from generate_series(1, ${agencies}) n`,
    `insert into commitment_set (id, year, name, settings) values (1, 2026, 'Cam kết', '${JSON.stringify(DEFAULT_SETTINGS)}')`,
    ...DEFAULT_RULES.map(
      ({ period, boundary, month, day }) =>
        `insert into reporting_rule (set_id, period, boundary, month, day)
          values (1, '${period}', '${boundary}', ${month}, ${day})`,
    ),
    `insert into commitment (id, set_id, agency_id, signed_agency_id, parent_id, number, text,
        is_off_chat, milestone_on, position, source_file, source_line)
      select n, 1, a, a, null, (1 + (n - 1) % ${size.itemsOfAgency})::text,
        'Giải ngân vốn đầu tư công đạt ' || n % 100 || '% kế hoạch', false,
        case when n % 200 = 0 then date '2026-04-30' end, n, 'phu-luc.txt', n
      from generate_series(1, ${size.items}) n, lateral (select 1 + (n - 1) / ${size.itemsOfAgency} as a) t`,
    `insert into person (id, name, role, agency_id, state, joined_at)
      select n, 'Cán bộ ' || n, 'officer', n, 'active', '2026-01-02T02:00:00Z'
      from generate_series(1, ${agencies}) n`,
    `insert into channel_account (person_id, channel, user_id, linked_at)
      select n, 'telegram', n, '2026-01-02T02:00:00Z' from generate_series(1, ${agencies}) n`,
    `insert into period_line (commitment_id, period, version, status, result, is_late, is_unchanged,
        person_id, recorded_at)
      select n, 'Q1', v, case when n % 3 = 0 then 'fulfilled' else 'inProgress' end, 'đạt ' || v || '%',
        false, false, 1 + (n - 1) / ${size.itemsOfAgency},
        timestamptz '2026-02-25T02:00:00Z' + v * interval '1 day'
      from generate_series(1, ${size.items}) n, generate_series(1, ${size.history}) v
      where n % 20 > 0`,
    `insert into standing (commitment_id, set_id, agency_id, parent_id, is_leaf, status, reported_in, milestone_on)
      select c.id, 1, c.agency_id, null, true,
        case when c.id % 20 = 0 then 'unknown' when c.id % 3 = 0 then 'fulfilled' else 'inProgress' end,
        case when c.id % 20 = 0 then 0 else 1 end, c.milestone_on
      from commitment c`,
    ...SEQUENCES.map(
      (table) => `select setval('${table}_id_seq', coalesce((select max(id) from ${table}), 1))`,
    ),
    'analyze',
  ];
  for (const statement of statements) await sql.unsafe(statement).simple();
}

const SEQUENCES = ['agency', 'commitment_set', 'commitment', 'person', 'period_line'];
