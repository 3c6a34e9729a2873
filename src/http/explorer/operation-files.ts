import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ExplorerOperation } from './explorer-settings';

const extension = '.graphql';
const examplesFile = 'examples.json';

type Variables = ExplorerOperation['variables'];

/**
 * Reads the operations that clients send, with variables that make each of them run.
 *
 * Shape: one operation a file, named like its file. `examples.json` beside them holds the variables
 * by operation, in the order of the menu; an operation that it does not name comes after, without
 * any. A variable that is the text `$key` takes the value of `values[key]`, for what no file can
 * know, such as the id of an article that a seed has made.
 */
export async function readOperationFiles(
  directory: string,
  values: Readonly<Record<string, string>> = {},
): Promise<ExplorerOperation[]> {
  const examples = await readExamples(directory);
  const names = (await readdir(directory))
    .filter((file) => file.endsWith(extension))
    .map((file) => basename(file, extension));
  const ordered = [...new Set([...Object.keys(examples), ...names.sort()])];
  return Promise.all(
    ordered.map(async (name) => ({
      name,
      document: await readFile(join(directory, name + extension), 'utf8'),
      variables: fillIn(examples[name] ?? {}, values),
    })),
  );
}

async function readExamples(directory: string): Promise<Record<string, Variables>> {
  return JSON.parse(await readFile(join(directory, examplesFile), 'utf8')) as Record<
    string,
    Variables
  >;
}

function fillIn(variables: Variables, values: Readonly<Record<string, string>>): Variables {
  const text = JSON.stringify(variables);
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith('$') ? (values[value.slice(1)] ?? value) : value,
  ) as Variables;
}
