import { readFile } from 'node:fs/promises';
import { readMetadataSources } from '../../src/features/media/metadata/read-file-metadata';
import type { Bench } from '../bench';
import { type ComparedField, compareWithExifTool } from '../metadata/compared-fields';
import { listPictures, readByExifTool } from '../metadata/exif-tool';
import type { BenchReport } from '../report/bench-report';

const goalPercent = 99;

/** Whether pictures' files are read as exiftool reads them, standard by standard. */
export const metadata: Bench = {
  name: 'metadata',
  title: 'Reading pictures’ metadata: values equal to exiftool’s',
  needsFolder: true,
  run: ({ folder }) => measure(folder),
};

async function measure(folder: string | null): Promise<BenchReport> {
  if (folder === null)
    throw new Error('State a folder of pictures: npm run bench -- metadata FOLDER');
  const paths = await listPictures(folder);
  const expected = await readByExifTool(paths);
  const compared: ComparedField[] = [];
  let unreadableCount = 0;
  for (const path of paths) {
    try {
      const own = await readMetadataSources(await readFile(path));
      compared.push(...compareWithExifTool(path, own, expected.get(path) ?? {}));
    } catch {
      unreadableCount += 1;
    }
  }
  return report(compared, paths.length, unreadableCount);
}

function report(
  compared: readonly ComparedField[],
  fileCount: number,
  unreadableCount: number,
): BenchReport {
  const names = [...new Set(compared.map(({ name }) => name))].sort();
  const percentOf = (fields: readonly ComparedField[]) =>
    (fields.filter(({ isEqual }) => isEqual).length / fields.length) * 100;
  const unequal = compared.filter(({ isEqual }) => !isEqual);
  return {
    tables: [
      {
        title: 'Fields that the file has by either reading',
        columns: ['files', 'equal, %'],
        rows: names.map((name) => {
          const fields = compared.filter((field) => field.name === name);
          return { label: name, values: [fields.length, percentOf(fields)] };
        }),
      },
    ],
    verdicts: [
      {
        label: `fields equal to exiftool’s, of ${compared.length}`,
        value: compared.length === 0 ? null : percentOf(compared),
        unit: '%',
        target: goalPercent,
        bound: 'at least',
      },
    ],
    notes: [
      `${fileCount} files, ${unreadableCount} of them unreadable`,
      ...unequal.map(
        ({ path, name, own, expected }) => `${path}: ${name} is ${own}, exiftool: ${expected}`,
      ),
    ],
  };
}
