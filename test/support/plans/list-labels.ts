import ts from 'typescript';
import { parseFiles, type SourceFile } from '../source-files';

const makers = new Set(['labelled', 'selection', 'typedSelection', 'EntityMapper']);
/** A feature and a method; a column's alias is one letter. */
const label = /^[a-z][a-zA-Z]{2,}\.[a-zA-Z]+$/;

/** Every label of a statement in the source, but for those that begin and end transactions. */
export function listLabels(): string[] {
  const labels = parseFiles(['src'])
    .filter(({ path }) => !path.startsWith('src/platform/database/'))
    .filter(makesStatements)
    .flatMap(listTexts);
  return [...new Set(labels.filter((text) => label.test(text)))].sort();
}

function makesStatements({ syntax }: SourceFile): boolean {
  return syntax.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) &&
      statement.importClause?.namedBindings !== undefined &&
      ts.isNamedImports(statement.importClause.namedBindings) &&
      statement.importClause.namedBindings.elements.some(({ name }) => makers.has(name.text)),
  );
}

function listTexts({ syntax }: SourceFile): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return texts;
}
