import type { Command } from 'commander';
import { isoInZone } from '../domain/local-time.ts';
import { type CheckUp, checkUp } from '../usecases/check-up.ts';
import { failureView } from '../views/failure.ts';
import type { Texts } from '../views/texts.ts';
import type { ArgumentReaders } from './arguments.ts';
import { type CliContext, printJson, RefusedError, type Setup, withOffice } from './context.ts';

interface Finding {
  readonly level: 'ok' | 'warning' | 'error';
  readonly code: string;
  readonly message: string;
  readonly remedy: string | null;
}

export function doctorCommand(program: Command, context: CliContext, read: ArgumentReaders) {
  program
    .command('doctor')
    .description(context.texts('cli.doctor'))
    .option('--at <instant>', context.texts('cli.optionAt'), read.instant)
    .option('--json', context.texts('cli.optionJson'))
    .action(async ({ at, json }: { at?: Date; json?: true }) => {
      const findings = await withOffice(context, at ?? null, async ({ dependencies, setup }) => [
        ...setupFindings(setup, context),
        ...storedFindings(await checkUp(dependencies), context.texts),
      ]).catch((error: unknown) => [unopenedFinding(error, context.texts)]);
      const isWell = findings.every(({ level }) => level !== 'error');
      if (json === true) printJson(context, { ok: isWell, findings });
      else for (const finding of findings) printFinding(context, finding);
      if (!isWell) throw new RefusedError('doctor found errors');
    });
}

/** What keeps the database from being opened at all; anything but that is a bug and goes on up. */
function unopenedFinding(error: unknown, texts: Texts): Finding {
  const name = error instanceof Error ? error.name : '';
  if (name === 'DatabaseUnreachableError') {
    const remedy = texts('doctor.databaseRemedy');
    return bad('error', 'databaseUnreachable', texts('error.databaseUnreachable'), remedy);
  }
  if (name === 'DataDirTooLongError') {
    const remedy = texts('doctor.dataDirRemedy');
    return bad('error', 'dataDirTooLong', texts('error.dataDirTooLong'), remedy);
  }
  if (name === 'DataDirError' || name === 'DiskFullError') {
    // The way out stands in the sentence itself.
    const message = failureView(error, texts);
    return { level: 'error', code: 'dataDirUnusable', message, remedy: null };
  }
  throw error;
}

function printFinding({ texts, print }: CliContext, { level, message, remedy }: Finding): void {
  print(texts('doctor.line', { level: texts(`doctor.${level}`), message }));
  if (remedy !== null) print(texts('doctor.remedy', { remedy }));
}

function setupFindings(setup: Setup, { texts, timezone }: CliContext): Finding[] {
  const isEmbedded = setup.databaseKind === 'embedded';
  const kind = texts(isEmbedded ? 'doctor.kindEmbedded' : 'doctor.kindPostgres');
  const findings = [good('databaseReady', texts('doctor.databaseReady', { kind }))];
  if (isEmbedded) {
    const message = texts('doctor.embeddedNoFsync');
    findings.push(bad('warning', 'embeddedNoFsync', message, texts('doctor.embeddedRemedy')));
  }
  findings.push(
    setup.hasChannel
      ? good('channelReady', texts('doctor.channelReady'))
      : bad('warning', 'channelNone', texts('doctor.channelNone'), texts('doctor.channelRemedy')),
  );
  if (setup.clockStart !== null) {
    const instant = isoInZone(setup.clockStart, timezone);
    const message = texts('doctor.clockSimulated', { instant });
    findings.push(bad('warning', 'clockSimulated', message, texts('doctor.clockRemedy')));
  }
  return findings;
}

function storedFindings({ year, audit, ...found }: CheckUp, texts: Texts): Finding[] {
  const { items, agencies } = found;
  const years = { year: String(year) };
  return [
    found.isYearConfirmed
      ? good('calendarCovered', texts('doctor.calendarCovered', years))
      : bad(
          'warning',
          'calendarUnconfirmed',
          texts('doctor.calendarUnconfirmed', years),
          texts('doctor.calendarRemedy', years),
        ),
    items > 0
      ? good('commitmentsKept', texts('doctor.commitmentsKept', { items, agencies }))
      : bad(
          'warning',
          'commitmentsNone',
          texts('doctor.commitmentsNone'),
          texts('doctor.commitmentsRemedy'),
        ),
    audit.brokenAt === null
      ? good('auditWhole', texts('doctor.auditWhole', { rows: audit.rows }))
      : bad(
          'error',
          'auditBroken',
          texts('doctor.auditBroken', { id: audit.brokenAt }),
          texts('doctor.auditRemedy'),
        ),
  ];
}

function good(code: string, message: string): Finding {
  return { level: 'ok', code, message, remedy: null };
}

function bad(level: 'warning' | 'error', code: string, message: string, remedy: string): Finding {
  return { level, code, message, remedy };
}
