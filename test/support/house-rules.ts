import ts from 'typescript';
import { findIn, findInComments, type SourceFile } from './source-files';

/** A rule on one file: what breaks it, each with its place. */
export type HouseRule = (file: SourceFile) => string[];

/** Files are in kebab-case, with a role behind a dot where they have one. */
export const findOddName = ({ path }: { readonly path: string }): string[] => {
  const segments = path.split('/');
  const isFine = segments.every((segment) =>
    /^\d*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(segment),
  );
  return isFine ? [] : [path];
};

/** What a class is, by its decorator, its base or its name, and the suffix that says so. */
const roles: readonly [is: (declaration: ts.ClassDeclaration) => boolean, suffix: string][] = [
  [hasDecorator('Entity'), '.entity.ts'],
  [hasDecorator('Resolver'), '.resolver.ts'],
  [hasDecorator('InputType'), '.input.ts'],
  [isNamed(/Repository$/), '.repository.ts'],
  [isNamed(/Service$/), '.service.ts'],
];

/** A file's suffix says what stands in it. */
export const findMisplacedClasses: HouseRule = (file) =>
  findIn(file, (node) => {
    if (!ts.isClassDeclaration(node)) return null;
    const missed = roles.filter(([is, suffix]) => is(node) && !file.path.endsWith(suffix));
    return missed.length === 0
      ? null
      : `${node.name?.text ?? 'a class'} belongs in *${missed.map(([, suffix]) => suffix).join(' or *')}`;
  });

/** One word for one thing: the words that the house does not use, and `I…` and `…Impl`. */
export const findForeignWords: HouseRule = (file) =>
  findIn(file, (node) => {
    const isType =
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isEnumDeclaration(node);
    const name = isType ? (node.name?.text ?? '') : '';
    const isForeign = /(Manager|Helper|Util|Utils|Dao|Fetcher|Impl)$|^I[A-Z][a-z]/.test(name);
    return isForeign ? name : null;
  });

/** Exports have names; what a declaration file tells of another's package is not the house's. */
export const findDefaultExports: HouseRule = (file) =>
  findIn(file, (node) => {
    const isDefault =
      ts.isExportAssignment(node) ||
      node.kind === ts.SyntaxKind.DefaultKeyword ||
      (ts.isExportSpecifier(node) && node.name.text === 'default');
    if (!isDefault || file.syntax.isDeclarationFile) return null;
    return ts.isCaseOrDefaultClause(node.parent) ? null : 'a default export';
  });

/** A door that exports more than a reader can keep in mind: split the feature. */
export const findWideDoor: HouseRule = (file) => {
  const names = findIn(file, (node) => {
    if (ts.isExportSpecifier(node)) return node.name.text;
    if (ts.isExportDeclaration(node) && node.exportClause === undefined) return '*';
    return node.kind === ts.SyntaxKind.ExportKeyword ? 'a declaration' : null;
  });
  return names.length > 15 || names.some((name) => name.endsWith(': *'))
    ? [`${file.path}: ${names.length} names`]
    : [];
};

/** Every type is known. */
export const findAny: HouseRule = (file) =>
  findIn(file, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : null));

const unfinished = /\b(TODO|FIXME|HACK|XXX)\b|\bfor now\b/i;
const silenced = /@ts-(ignore|nocheck|expect-error)|eslint-disable|prettier-ignore/;

/** Comments announce nothing that is yet to be done, and switch no check off. */
export const findExcuses: HouseRule = (file) =>
  findInComments(file, (comment) => {
    const [excuse = null] = silenced.exec(comment) ?? unfinished.exec(comment) ?? [];
    return excuse;
  });

/** Every test runs, each time, and none runs alone. */
export const findSkippedTests: HouseRule = (file) =>
  findIn(file, (node) => {
    if (!ts.isIdentifier(node)) return null;
    const { parent } = node;
    if (/^(xit|xtest|xdescribe|fit|fdescribe)$/.test(node.text)) {
      return ts.isCallExpression(parent) && parent.expression === node ? node.text : null;
    }
    const isBranch = ts.isPropertyAccessExpression(parent) && parent.name === node;
    if (!isBranch || !/^(skip|only|todo|failing)$/.test(node.text)) return null;
    const [starter = ''] = parent.expression.getText().split(/[.(]/);
    return /^(it|test|describe)$/.test(starter) ? `${starter}.${node.text}` : null;
  });

/** Tests wait on conditions, never on clocks. */
export const findSleeps: HouseRule = (file) =>
  findIn(file, (node) => {
    if (ts.isImportDeclaration(node)) {
      return node.moduleSpecifier.getText().includes('timers/promises') ? 'timers/promises' : null;
    }
    const isTimer =
      ts.isCallExpression(node) && /^set(Timeout|Interval)$/.test(node.expression.getText());
    return isTimer ? node.expression.getText() : null;
  });

/** Every exported name of its own file has a docstring. */
export const findUndocumented: HouseRule = (file) =>
  findIn(file, (node) => {
    if (!ts.isStatement(node) || !ts.canHaveModifiers(node)) return null;
    const modifiers = ts.getModifiers(node) ?? [];
    const isExported = modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return isExported && ts.getJSDocCommentsAndTags(node).length === 0
      ? (node.getText().split('\n', 1)[0]?.slice(0, 60) ?? '')
      : null;
  });

/** Subpaths that a package documents; others are its own files. */
const documentedSubpaths = [
  /^node:/,
  /^@apollo\/server\/(errors|plugin\/disabled|plugin\/landingPage\/default)$/,
  /^validator\/lib\/\w+$/,
];

/** What packages and V8 have and support nobody in using. */
const privateNames = /^_[a-zA-Z]|^(setFlagsFromString|databaseConnection)$/;

/** Packages, and Node, are used by what they document, and no type is asserted into another. */
export const findPrivateParts: HouseRule = (file) =>
  findIn(file, (node) => {
    if (ts.isStringLiteralLike(node)) return findPrivateText(node);
    if (ts.isAsExpression(node)) {
      const inner = ts.isAsExpression(node.expression) ? node.expression.type : null;
      return inner?.kind === ts.SyntaxKind.UnknownKeyword ? 'as unknown as' : null;
    }
    if (!ts.isIdentifier(node) || !privateNames.test(node.text)) return null;
    const { parent } = node;
    const isMember =
      ts.isPropertyAccessExpression(parent) ||
      ts.isPropertySignature(parent) ||
      (ts.isBindingElement(parent) &&
        ts.isObjectBindingPattern(parent.parent) &&
        (parent.propertyName ?? parent.name) === node &&
        parent.dotDotDotToken === undefined);
    return isMember || !node.text.startsWith('_') ? node.text : null;
  });

/** A deep import, or the name of a private property in `object[name]` and `name in object`. */
function findPrivateText({ text, parent }: ts.StringLiteralLike): string | null {
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) {
    const [scope = '', name = ''] = text.split('/');
    const isDeep =
      !text.startsWith('.') && text !== (scope.startsWith('@') ? `${scope}/${name}` : scope);
    return isDeep && !documentedSubpaths.some((documented) => documented.test(text)) ? text : null;
  }
  const isName = ts.isElementAccessExpression(parent) || ts.isBinaryExpression(parent);
  return isName && privateNames.test(text) ? text : null;
}

function hasDecorator(name: string) {
  return (declaration: ts.ClassDeclaration) =>
    (ts.getDecorators(declaration) ?? []).some(({ expression }) => {
      const called = ts.isCallExpression(expression) ? expression.expression : expression;
      return called.getText() === name;
    });
}

function isNamed(pattern: RegExp) {
  return (declaration: ts.ClassDeclaration) => pattern.test(declaration.name?.text ?? '');
}
