import type { PaperWarning } from '../paper.ts';
import type { TableColumns } from './columns.ts';
import type { TableBlock } from './grid.ts';
import { warningAt } from './items.ts';

/** What a sheet hides or strikes through is not taken; the person is told. */
export function leftOut(table: TableBlock, columns: TableColumns | undefined): PaperWarning[] {
  const hidden = table.rows.find(
    ({ isHidden, cells }) =>
      isHidden && cells.some((cell) => cell !== null && cell.text.trim() !== ''),
  );
  const struck = table.rows.find(({ isStruck, isHidden }) => isStruck && !isHidden);
  const [first] = table.rows;
  return [
    ...(hidden === undefined ? [] : [warningAt(hidden.place, 'hiddenRows', 'note')]),
    ...(struck === undefined ? [] : [warningAt(struck.place, 'struckLeftOut', 'note')]),
    ...(first === undefined || table.hiddenColumns.length === 0
      ? []
      : [warningAt(first.place, 'hiddenColumns', 'note')]),
    ...(first === undefined || columns?.byRole.has('personal') !== true
      ? []
      : [warningAt(first.place, 'personalDataLeftOut', 'note')]),
  ];
}
