import { clockAt } from '../../src/clock.ts';
import type { Paper, PaperItem, PaperSection } from '../../src/domain/paper.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import type { Dependencies } from '../../src/usecases/dependencies.ts';
import { importCommitmentSet } from '../../src/usecases/import-commitment-set.ts';
import type { DatabaseForTest } from '../store/database-for-test.ts';

/** The use cases' needs over a test database, at an instant. */
export function officeAt(database: DatabaseForTest, at: string): Dependencies {
  return {
    ...createUnitOfWork(database),
    clock: clockAt(new Date(at)),
    timezone: 'Asia/Ho_Chi_Minh',
  };
}

export function importing(office: Dependencies, paper: Paper, isDryRun = false) {
  const keyOf = (name: string) => name.toLowerCase();
  return importCommitmentSet(office, { paper, keyOf, isDryRun, via: 'test' });
}

export function aPaper(sections: readonly PaperSection[], over: Partial<Paper> = {}): Paper {
  return {
    file: 'phu-luc.txt',
    year: 2026,
    setName: 'Cam kết hành động',
    period: 'Q1',
    authority: 'UBND Tỉnh',
    rules: null,
    sections,
    ...over,
  };
}

export function aSection(
  agency: string,
  items: readonly PaperItem[],
  isOffChat = false,
): PaperSection {
  return { agency, aliases: [], level: 'department', standing: 'assigned', isOffChat, items };
}

export function anItem(number: string, over: Partial<PaperItem> = {}): PaperItem {
  return {
    number,
    parent: number.includes('.') ? (number.split('.')[0] ?? null) : null,
    text: `Nội dung ${number}`,
    result: null,
    status: null,
    milestoneOn: null,
    isOffChat: false,
    line: 1,
    ...over,
  };
}
