import type { ArticleAggregate } from '../article';
import { analyze, analyzerOf, type Analyzer, type Term, termOf } from './analysis/analyze';
import { encodeIndexedWords, indexedFields, type IndexedField } from './ranking/indexed-text';

/** What the index keeps of an article. */
export interface IndexedArticle {
  readonly articleId: string;
  readonly analyzer: Analyzer;
  /** Its words, as `encodeIndexedWords` writes them. */
  readonly words: string;
  readonly wordCount: number;
  /** Whether its words are counted for readers. */
  readonly isCounted: boolean;
  /** Terms of the title, and of all else, in reading order. */
  readonly title: readonly string[];
  readonly rest: readonly string[];
  /** Each different term with a word that the article spells it by. */
  readonly spellings: ReadonlyMap<string, string>;
}

/** Longer rows of letters are no words; PostgreSQL could not even index them. Units: UTF-16 units. */
const maxWordLength = 100;

/** Reads all that is searched of an article. Cost: linear. */
export function toIndexedArticle({ article, sections, images }: ArticleAggregate): IndexedArticle {
  const read = (texts: readonly (string | null)[]): FoundTerm[] =>
    texts.flatMap((text) => (text === null ? [] : readTerms(text, article.locale)));
  const fields: Record<IndexedField, FoundTerm[]> = {
    TITLE: read([article.title]),
    SUMMARY: read([article.summary]),
    HEADING: read(sections.map(({ heading }) => heading)),
    CAPTION: read(images.map(({ caption }) => caption)),
    BODY: read(sections.flatMap(({ paragraphs }) => paragraphs)),
  };
  const { TITLE: title } = fields;
  const rest = indexedFields.filter((field) => field !== 'TITLE').flatMap((field) => fields[field]);
  const wordsOf = (field: IndexedField) => fields[field].map(({ word }) => word);
  return {
    articleId: article.id,
    analyzer: analyzerOf(article.locale),
    words: encodeIndexedWords({
      TITLE: wordsOf('TITLE'),
      SUMMARY: wordsOf('SUMMARY'),
      HEADING: wordsOf('HEADING'),
      CAPTION: wordsOf('CAPTION'),
      BODY: wordsOf('BODY'),
    }),
    wordCount: title.length + rest.length,
    isCounted: article.isPublic,
    title: title.map(({ term }) => term),
    rest: rest.map(({ term }) => term),
    spellings: shortestSpellings([...title, ...rest]),
  };
}

/** The different terms of an article's words as the index keeps them. */
export function listTerms(words: string, analyzer: Analyzer): Set<string> {
  return new Set(
    words
      .split(/[ \n]/u)
      .filter((word) => word !== '')
      .map((word) => termOf(word, analyzer)),
  );
}

interface FoundTerm extends Term {
  /** The word in the article's own letters. */
  readonly spelling: string;
}

function readTerms(text: string, locale: string): FoundTerm[] {
  return analyze(text, locale)
    .filter(({ word }) => word.length <= maxWordLength)
    .map((term) => ({ ...term, spelling: text.slice(term.start, term.end) }));
}

const plainArabic = /^[\u0621-\u063A\u0641-\u064A]+$/u;

/** What a word is written without where it is suggested: vowel signs, tatweel, invisible marks. */
const arabicOrnament = /(?<=\p{sc=Arab}\p{M}*)(?:\p{M}|\u0640)/gu;
const invisible = /(?!\u200C)\p{Cf}/gu;

function shortestSpellings(terms: readonly FoundTerm[]): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const { term, spelling, word } of terms) {
    const known = spellings.get(term);
    if (known !== undefined && known.length <= term.length) continue;
    const plain = spelling.normalize('NFC').replace(arabicOrnament, '').replace(invisible, '');
    const bare = plainArabic.test(plain) ? withoutWrittenOn(plain, word, term) : plain;
    if (known === undefined || bare.length < known.length) spellings.set(term, bare);
  }
  return spellings;
}

/** The word from its stem on, where each of its letters is one of the folded word's. */
function withoutWrittenOn(spelling: string, word: string, term: string): string {
  return word.length === spelling.length
    ? spelling.slice(Math.max(0, word.indexOf(term)))
    : spelling;
}
