import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..');

/** One TypeScript file of the project, parsed. */
export interface SourceFile {
  /** From the project's folder, with slashes. */
  readonly path: string;
  readonly syntax: ts.SourceFile;
}

/** Every file in the folders that a person wrote, whatever its kind: what is generated is left out. */
export function listPaths(folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1)),
    )
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !/(^|\/)(generated|results|node_modules)\//.test(path))
    .sort();
}

/** Every TypeScript file in the folders, parsed. */
export function parseFiles(folders: readonly string[]): SourceFile[] {
  return listPaths(folders)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => parseText(path, readFileSync(join(root, path), 'utf8')));
}

/** A text as if it were a file of the project. */
export function parseText(path: string, text: string): SourceFile {
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path, syntax };
}

/** Every node of a file that `find` gives something for, with the line that it stands on. */
export function findIn(file: SourceFile, find: (node: ts.Node) => string | null): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const what = find(node);
    if (what !== null) found.push(`${placeOf(file, node.getStart())}: ${what}`);
    ts.forEachChild(node, visit);
  };
  visit(file.syntax);
  return found;
}

/** Every comment of a file that `find` gives something for, with the line that it stands on. */
export function findInComments(
  file: SourceFile,
  find: (comment: string) => string | null,
): string[] {
  const text = file.syntax.getFullText();
  const comments = new Map<number, string>();
  const collect = (ranges: readonly ts.CommentRange[] = []) => {
    for (const { pos, end } of ranges) comments.set(pos, text.slice(pos, end));
  };
  const visit = (node: ts.Node) => {
    // A text in JSX is no place for comments, and would be read as one.
    if (!ts.isJsxText(node)) {
      collect(ts.getLeadingCommentRanges(text, node.getFullStart()));
      collect(ts.getTrailingCommentRanges(text, node.getEnd()));
    }
    node.getChildren().forEach(visit);
  };
  visit(file.syntax);
  return [...comments].flatMap(([start, comment]) => {
    const what = find(comment);
    return what === null ? [] : [`${placeOf(file, start)}: ${what}`];
  });
}

function placeOf({ path, syntax }: SourceFile, position: number): string {
  return `${path}:${syntax.getLineAndCharacterOfPosition(position).line + 1}`;
}
