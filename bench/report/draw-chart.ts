import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BarGroup, writeBarChart } from './bar-chart';
import { readResult, resultsFolder, type StoredResult } from './results';

/** Which rows of which tables are drawn. */
const drawn = [
  { bench: 'article-page', table: 0, title: 'An article page that was read before' },
  { bench: 'article-page', table: 1, title: 'An article page, first read' },
  { bench: 'front-page', table: 1, title: 'A front page, first read' },
  { bench: 'add-comment', table: 0, title: 'A comment, durable' },
] as const;

const cpuColumn = 'CPU µs';

/** Draws the chart of docs/speed.md from the results that are stored. Shape: the file's path. */
export async function drawChart(): Promise<string> {
  const groups: BarGroup[] = [];
  for (const { bench, table, title } of drawn) {
    const result = await readResult(bench);
    if (result !== null) groups.push({ title, bars: readBars(result, table) });
  }
  const path = join(resultsFolder, 'chart.svg');
  const svg = writeBarChart(
    'CPU microseconds of the server for one answer: shorter is faster',
    groups,
  );
  await writeFile(path, svg);
  return path;
}

function readBars({ tables }: StoredResult, index: number): BarGroup['bars'] {
  const table = tables[index];
  const column = table?.columns.indexOf(cpuColumn) ?? -1;
  return (table?.rows ?? [])
    .map(({ label, values }) => ({
      label,
      value: values[column] ?? 0,
      isOurs: label.startsWith('Maqal'),
    }))
    .filter(({ value }) => value > 0);
}
