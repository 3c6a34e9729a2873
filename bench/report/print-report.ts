import { type BenchReport, isMet, type Table, type Verdict } from './bench-report';

/** Prints tables, verdicts and notes. */
export function printReport(title: string, report: BenchReport): void {
  console.log(`\n${title}\n${'═'.repeat(title.length)}`);
  for (const table of report.tables) printTable(table);
  if (report.verdicts.length > 0) {
    printCells('Targets', [['', 'measured', 'wanted', ''], ...report.verdicts.map(writeVerdict)]);
  }
  for (const note of report.notes) console.log(`· ${note}`);
}

/** One line of the list of targets. */
export function writeVerdict(verdict: Verdict): string[] {
  const { label, value, unit, target, bound } = verdict;
  return [
    label,
    value === null ? 'not measured' : `${writeNumber(value)} ${unit}`.trim(),
    `${bound} ${writeNumber(target)} ${unit}`.trim(),
    isMet(verdict) ? 'met' : 'NOT MET',
  ];
}

function printTable({ title, columns, rows }: Table): void {
  printCells(title, [
    ['', ...columns],
    ...rows.map(({ label, values }) => [label, ...values.map(writeNumber)]),
  ]);
}

function printCells(title: string, lines: readonly (readonly string[])[]): void {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  console.log(`\n${title}`);
  for (const cells of lines) {
    const padded = cells.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${padded.join('   ')}`);
  }
}

/** Three digits that mean something, and whole numbers whole. */
function writeNumber(value: number | null): string {
  if (value === null || Number.isNaN(value)) return '–';
  if (Number.isInteger(value) || Math.abs(value) >= 100)
    return Math.round(value).toLocaleString('en');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
