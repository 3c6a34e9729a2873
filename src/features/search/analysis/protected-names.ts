import { dropHamzas, foldText } from '../../../lib/text';
import { protectedNames } from './protected-names.data';

const article = 'ال';

/** What may be written onto a name. */
const plainPrefixes = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل'];

/** The same with the article, whose alef goes after ل. */
const articlePrefixes = ['وبال', 'وكال', 'ولل', 'فلل', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال'];

const prefixLetters = new Set('اوفبلك');

/** The endings of an adjective in ي: feminine, plurals, duals, and the plural before a noun. */
const adjectiveEndings = ['', 'ه', 'ون', 'ين', 'ات', 'ان', 'و', 'تان', 'تين'];

interface ProtectedForm {
  readonly term: string;
  readonly takesArticle: boolean;
}

interface ProtectedLine {
  readonly term: string;
  readonly names: readonly { readonly spelling: string; readonly takesArticle: boolean }[];
  readonly adjectives: readonly string[];
}

const lines: readonly ProtectedLine[] = protectedNames.trim().split('\n').map(readLine);

/** By the form without any prefix. */
const nameForms = readForms();

const spellings: ReadonlyMap<string, readonly string[]> = new Map(
  lines.map(({ term, names, adjectives }) => [
    term,
    [...names.map(({ spelling }) => spelling), ...adjectives],
  ]),
);

/**
 * Finds the protected name that a word is a form of: 'والفلسطينيون' gives 'فلسطين'.
 *
 * Shape: a word that `foldText` and `dropHamzas` have folded; undefined for any other word.
 * Cost: constant.
 */
export function findProtectedName(word: string): string | undefined {
  // The bare name comes first: 'بكيني' is of Peking, not 'by a Kenyan'.
  const bare = nameForms.get(word);
  if (bare) return bare.term;
  return prefixLetters.has(word.charAt(0))
    ? (findAfter(word, articlePrefixes, true) ?? findAfter(word, plainPrefixes, false))
    : undefined;
}

/**
 * Lists how a protected name and its adjectives are spelled, without prefixes and endings.
 *
 * Shape: a term that {@link findProtectedName} gives; none for any other.
 */
export function protectedSpellingsOf(term: string): readonly string[] {
  return spellings.get(term) ?? [];
}

/** Counts the names that are protected, each once whatever its spellings. */
export function countProtectedNames(): number {
  return lines.length;
}

function findAfter(
  word: string,
  prefixes: readonly string[],
  isArticle: boolean,
): string | undefined {
  for (const prefix of prefixes) {
    if (!word.startsWith(prefix)) continue;
    const form = nameForms.get(word.slice(prefix.length));
    if (form && (form.takesArticle || !isArticle)) return form.term;
  }
  return undefined;
}

function readForms(): ReadonlyMap<string, ProtectedForm> {
  const forms = new Map<string, ProtectedForm>();
  for (const { term, names, adjectives } of lines) {
    for (const { spelling, takesArticle } of names) forms.set(spelling, { term, takesArticle });
    for (const adjective of adjectives) {
      for (const ending of adjectiveEndings) addAdjective(forms, adjective + ending, term);
    }
  }
  return forms;
}

/** A name keeps its own rule when its adjective is spelled the same ('بنغازي'). */
function addAdjective(forms: Map<string, ProtectedForm>, form: string, term: string): void {
  const known = forms.get(form);
  if (!known || known.term === term) forms.set(form, { term, takesArticle: true });
}

function readLine(line: string): ProtectedLine {
  const [left = '', right = ''] = line.split(':');
  const names = left.split(' ').filter(Boolean).map(readName);
  const adjectives = fold(right).split(' ').filter(Boolean);
  return { term: names[0]?.spelling ?? '', names, adjectives };
}

/** The article is looked for before the fold, which makes 'ألمانيا' begin with one. */
function readName(name: string): ProtectedLine['names'][number] {
  const takesArticle = name.startsWith(article);
  return { spelling: fold(takesArticle ? name.slice(article.length) : name), takesArticle };
}

function fold(text: string): string {
  return dropHamzas(foldText(text));
}
