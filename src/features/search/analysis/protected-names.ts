import { dropHamzas, foldText } from '../../../lib/text';
import { PROTECTED_NAMES } from './protected-names.data';

const ARTICLE = 'ال';

/** What may be written onto a name. */
const PLAIN_PREFIXES = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل'];

/** The same with the article, whose alef goes after ل. */
const ARTICLE_PREFIXES = ['وبال', 'وكال', 'ولل', 'فلل', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال'];

const PREFIX_LETTERS = new Set('اوفبلك');

/** The endings of an adjective in ي: feminine, plurals, duals, and the plural before a noun. */
const ADJECTIVE_ENDINGS = ['', 'ه', 'ون', 'ين', 'ات', 'ان', 'و', 'تان', 'تين'];

interface ProtectedForm {
  readonly term: string;
  readonly takesArticle: boolean;
}

interface ProtectedLine {
  readonly term: string;
  readonly names: readonly { readonly spelling: string; readonly takesArticle: boolean }[];
  readonly adjectives: readonly string[];
}

const LINES: readonly ProtectedLine[] = PROTECTED_NAMES.trim().split('\n').map(readLine);

/** By the form without any prefix. */
const FORMS = readForms();

const SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map(
  LINES.map(({ term, names, adjectives }) => [
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
  const bare = FORMS.get(word);
  if (bare) return bare.term;
  return PREFIX_LETTERS.has(word.charAt(0))
    ? (findAfter(word, ARTICLE_PREFIXES, true) ?? findAfter(word, PLAIN_PREFIXES, false))
    : undefined;
}

/**
 * Lists how a protected name and its adjectives are spelled, without prefixes and endings.
 *
 * Shape: a term that {@link findProtectedName} gives; none for any other.
 */
export function protectedSpellingsOf(term: string): readonly string[] {
  return SPELLINGS.get(term) ?? [];
}

/** Counts the names that are protected, each once whatever its spellings. */
export function countProtectedNames(): number {
  return LINES.length;
}

function findAfter(
  word: string,
  prefixes: readonly string[],
  isArticle: boolean,
): string | undefined {
  for (const prefix of prefixes) {
    if (!word.startsWith(prefix)) continue;
    const form = FORMS.get(word.slice(prefix.length));
    if (form && (form.takesArticle || !isArticle)) return form.term;
  }
  return undefined;
}

function readForms(): ReadonlyMap<string, ProtectedForm> {
  const forms = new Map<string, ProtectedForm>();
  for (const { term, names, adjectives } of LINES) {
    for (const { spelling, takesArticle } of names) forms.set(spelling, { term, takesArticle });
    for (const adjective of adjectives) {
      for (const ending of ADJECTIVE_ENDINGS) addAdjective(forms, adjective + ending, term);
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
  const takesArticle = name.startsWith(ARTICLE);
  return { spelling: fold(takesArticle ? name.slice(ARTICLE.length) : name), takesArticle };
}

function fold(text: string): string {
  return dropHamzas(foldText(text));
}
