import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { preparedPlace } from '../store/database-for-test.ts';
import { camket, json } from './command-line.ts';

const DUMP = 'test/fixtures/appendix/two-agencies.txt';

describe('the command line on an office’s paper', () => {
  let environment: Record<string, string>;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const prepared = await preparedPlace();
    const { dataDir, databaseUrl } = prepared.place;
    remove = prepared.remove;
    environment = { DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
    mkdirSync(dataDir, { recursive: true });
    const imported = run('import', DUMP);
    expect(imported.stderr).toBe('');
    expect(imported.status).toBe(0);
  });
  afterAll(() => remove());

  it('imports again without doubles', () => {
    expect(json(run('import', DUMP, '--json'))).toMatchObject({
      outcome: 'import',
      document: { year: 2025, period: 'Q3', authority: 'UBND Tỉnh' },
      proposes: { new: 0, changed: 0, same: 5, missing: 0 },
    });
  });

  it('compares another year in a dry run and stores nothing', () => {
    const dry = json(run('import', DUMP, '--year', '2026', '--dry-run', '--json'));
    const again = json(run('import', DUMP, '--year', '2026', '--dry-run', '--json'));

    expect(dry['proposes']).toEqual({ new: 5, changed: 0, same: 0, missing: 0 });
    expect(again['proposes']).toEqual(dry['proposes']);
  });

  it('writes the form of an agency, which is read back as what is kept', () => {
    const form = join(environment['DATA_DIR'] ?? '', 'mau.xlsx');
    const written = run('form', '--agency', 'chi cuc kiem lam', '--year', '2025', '--out', form);

    expect(written.stdout).toContain('Mẫu năm 2025 của CHI CỤC KIỂM LÂM: ');
    expect(json(run('import', form, '--dry-run', '--json'))).toMatchObject({
      document: { year: 2025 },
      proposes: { new: 0, changed: 0, missing: 0 },
    });
    expect(run('form', '--agency', 'sở nào đó', '--out', form).status).toBe(1);
  });

  it('does not choose a year for a paper that names none, and says so in a dry run too', () => {
    const nameless = join(environment['DATA_DIR'] ?? '', 'khong-nam.txt');
    writeFileSync(nameless, readFileSync(DUMP, 'utf8').replaceAll('NĂM 2025', ''));

    const asked = run('import', nameless, '--yes', '--json');
    const dry = run('import', nameless, '--dry-run', '--json');

    expect([asked.status, dry.status]).toEqual([1, 0]);
    expect(json(dry)).toMatchObject({
      outcome: 'import_after_confirmation',
      document: { year: null },
      warnings: [{ code: 'yearMissing', level: 'confirm' }],
    });
  });

  it('tells the day to which a paper counts', () => {
    const dated = join(environment['DATA_DIR'] ?? '', 'tinh-den.txt');
    const counted = 'QUÝ III (TÍNH ĐẾN HẾT NGÀY 31/8/2025)';
    writeFileSync(dated, readFileSync(DUMP, 'utf8').replaceAll('QUÝ III', counted));

    expect(json(run('import', dated, '--dry-run', '--json'))).toMatchObject({
      document: { year: 2025, period: 'Q3', asOf: '2025-08-31' },
      proposes: { same: 5 },
    });
  });

  it('answers how far an agency is, by its name without accents', () => {
    const status = json(run('status', 'kiem lam', '--at', '2025-09-08T08:00', '--json'));

    expect(status).toMatchObject({
      at: '2025-09-08T08:00:00+07:00',
      matches: 1,
      agencies: [{ name: 'CHI CỤC KIỂM LÂM', reported: 0, of: 3, counts: { unknown: 3 } }],
    });
  });

  it('lists who has not reported, late from the first day after the last good working day', () => {
    const overdue = json(run('overdue', '--at', '2025-09-08T08:00:00+07:00', '--json'));

    expect(overdue['notReported']).toContainEqual({
      agency: 'CHI CỤC KIỂM LÂM',
      period: 'Q3',
      dueOn: '2025-09-04',
      lateAfter: '2025-09-04',
      daysLate: 4,
      workingDaysLate: 2,
      missing: 3,
      of: 3,
      reminders: 0,
    });
  });

  it('lists a milestone that passed, with its last good day', () => {
    const overdue = json(run('overdue', '--at', '2025-10-20T08:00:00+07:00', '--json'));

    expect(overdue['pastMilestone']).toEqual([
      expect.objectContaining({ number: '1', dueOn: '2025-10-14', daysLate: 6 }),
    ]);
  });

  it('plans no reminder on a day off, and warns of a year that is not announced', () => {
    const calendar = json(run('calendar', '--year', '2027', '--json'));

    expect(calendar).toMatchObject({
      confirmed: false,
      warnings: [{ code: 'yearUnconfirmed' }],
      periods: expect.arrayContaining([
        {
          period: 'Q3',
          agency: null,
          dueOn: '2027-09-04',
          remindBy: '2027-09-01',
          lateAfter: '2027-09-06',
        },
      ]),
    });
    expect(JSON.stringify(calendar['reminders'])).not.toMatch(/2027-09-0[2345]/);
  });

  it('takes another now wherever a command asks for it', () => {
    const at = ['--at', '2027-06-01T08:00:00+07:00', '--json'];
    const invited = json(run('invite', '--agency', 'kiem lam', '--role', 'officer', ...at));
    const doctor = json(run('doctor', ...at));

    expect(invited['expiresAt']).toMatch(/^2027-06-/);
    expect(JSON.stringify(doctor['findings'])).toContain('"code":"calendarUnconfirmed"');
    expect(run('calendar', '--year', '2026', ...at).status).toBe(0);
    expect(json(run('import', DUMP, '--dry-run', ...at))['proposes']).toMatchObject({ same: 5 });
  });

  it('finds the audit chain whole and the machine well', () => {
    expect(json(run('audit', 'verify', '--json'))).toMatchObject({ ok: true, firstBroken: null });
    expect(json(run('doctor', '--json'))['ok']).toBe(true);
  });

  it.each([
    [['import', 'khong-co.txt'], 1, 'không có tệp này'],
    [['calendar', '--year', 'abc'], 2, 'Năm không đúng'],
    [['import', DUMP, '--period', 'Q9'], 2, 'Kỳ không đúng'],
    [['overdue', '--at', 'hôm qua'], 2, 'Thời điểm không đúng'],
    [['status', '--at', '9999-12-31T23:59:59Z'], 2, 'Thời điểm không đúng'],
    [['nothing'], 2, 'Không có lệnh “nothing”. Xem cách dùng: npx camket --help'],
    [['imprt', DUMP], 2, 'có lẽ là “import”'],
    [['import'], 2, 'còn thiếu tham số “file”. Xem cách dùng: npx camket import --help'],
    [['import', DUMP, '--year'], 2, 'Tuỳ chọn --year <year> cần kèm một giá trị'],
    [['status', '--khong-co'], 2, 'không có tuỳ chọn --khong-co'],
    [['invite', '--role', 'officer'], 2, 'cần có tuỳ chọn --agency <name>'],
    [['calendar', '--year', '2026', 'nữa'], 2, 'thừa tham số'],
  ])('refuses %j with its way out', (words, status, sentence) => {
    const refused = run(...words);

    expect(refused.status).toBe(status);
    expect(refused.stderr).toContain(sentence);
  });

  it('lets the doctor name a server that does not answer, with its remedy', () => {
    const broken = { ...environment, DATABASE_URL: 'postgres://a:geheim@127.0.0.1:1/a' };

    const doctor = camket(['doctor', '--json'], broken);

    expect(doctor.status).toBe(1);
    expect(json(doctor)).toMatchObject({ ok: false, findings: [{ code: 'databaseUnreachable' }] });
    expect(doctor.stdout + doctor.stderr).not.toContain('geheim');
  });

  it('stops at a wrong variable with its name and an example', () => {
    const refused = camket(['doctor'], { ...environment, PORT: 'một' });

    expect(refused.status).toBe(1);
    expect(refused.stderr).toBe('Biến PORT có giá trị không đúng. Ví dụ giá trị đúng: 3000\n');
  });

  function run(...words: string[]) {
    return camket(words, environment);
  }
});
