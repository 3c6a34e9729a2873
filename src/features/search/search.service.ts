import { defaultPageSize, maxPageSize } from '../../platform/database/paging';
import { BadUserInput } from '../../platform/errors';
import type { RequestScope } from '../../platform/request';
import {
  type Article,
  type ArticleFilter,
  articleTags,
  type ArticleFeature,
  readCriteria,
} from '../article';
import { type TagFeature, tagTags } from '../tag';
import { parseQuery, type SearchQuery } from './analysis/query-parser';
import { closestTerm, correctQuery, mayStandFor } from './did-you-mean';
import type { FoundArticles } from './found-articles';
import { soughtTerms } from './highlight';
import { termsOf } from './ranking/term-group';
import type { ReindexService } from './reindex.service';
import type { ArticleSearchConnection } from './search-connection';
import { type SearchCursors, searchKey, type SearchPosition } from './search-cursor';
import { includesHidden, type SearchFinder } from './search-finder';
import type { SearchArguments } from './search.input';
import { searchTags } from './search.tags';
import type { VocabularyRepository } from './vocabulary.repository';

/** Which page of a list is wanted. */
interface PagePlace {
  readonly cursors: SearchCursors;
  /** What the cursors belong to. */
  readonly key: string;
  readonly position: SearchPosition | null;
  readonly size: number;
}

/** What readers may search. */
export class SearchService {
  constructor(
    private readonly finder: SearchFinder,
    private readonly vocabulary: VocabularyRepository,
    private readonly articleLoaders: ArticleFeature['articleLoaders'],
    private readonly schedule: ArticleFeature['schedule'],
    private readonly tagReads: TagFeature['tagReads'],
    private readonly openCursors: () => Promise<SearchCursors>,
    private readonly reindex: Pick<ReindexService, 'catchUp'>,
  ) {}

  /**
   * A page of the articles that a query means.
   *
   * Shape: an empty page for a query without a word to look for: marks, operators, exclusions only.
   * One of stop words only looks for them.
   * Errors: BadUserInput for a query that is too long, a page size out of bounds, a strange cursor;
   * Forbidden for a status that the role does not reach.
   * Cost: at most seven statements, however many articles there are.
   */
  async search(
    scope: RequestScope,
    page: SearchArguments,
    filter: ArticleFilter | null,
  ): Promise<ArticleSearchConnection> {
    const size = readSize(page.first ?? defaultPageSize);
    const now = await readCriteria(scope, filter ?? {}, 'Searching', this.tagReads);
    const query = readQuery(page.query);
    if (query === null) return emptyPage;
    const { since } = await this.addDependencies(scope);
    if (now.tagId !== undefined) scope.cacheDependencies.dependOn(tagTags.articles(now.tagId));
    const key = searchKey(query, now);
    const after = page.after === '' ? null : (page.after ?? null);
    if (includesHidden(now)) await this.reindex.catchUp();
    const cursors = await this.openCursors();
    const position = after === null ? null : cursors.read(key, after);
    const found = await this.finder.find(scope.reads, {
      text: page.query,
      query,
      // The cursors carry it, so it is the same for equal answers, whenever they are asked for.
      criteria: {
        ...now,
        now: earlier(scope.now, position?.now ?? since ?? new Date(0)),
        hiddenBy: scope.now,
      },
      snapshot: position?.snapshot ?? null,
    });
    return this.cut(scope, found, { cursors, key, position, size });
  }

  /**
   * The query as somebody most likely meant it, with words that articles hold.
   *
   * Shape: null where the index holds all of its words, or nothing near them that the search may
   * find: a word of drafts alone is told to nobody, whatever stands beside it.
   * Cost: no statement where all words are known; else at most seven, and one for each of the first
   * `maxCorrections` words that has a near one.
   */
  async suggest(scope: RequestScope, found: FoundArticles): Promise<string | null> {
    const unknown = listUnknownWords(found);
    const candidates = await this.vocabulary.listLookalikes(scope.reads, unknown);
    const closest = unknown.flatMap((word) => {
      const near = (candidates.get(word) ?? []).filter((one) => mayStandFor(word, one.word));
      const [best] = termsOf(word).flatMap((term) => closestTerm(term, near) ?? []);
      return best === undefined ? [] : [{ word, best }];
    });
    // Counts lag: the job uncounts an article a moment after the clock has taken it off.
    const visible = await Promise.all(
      closest.slice(0, maxCorrections).map(async ({ word, best }) => {
        const isHeld = await this.finder.holds(scope.reads, best.term, found);
        return isHeld ? [[word, best.word] as const] : [];
      }),
    );
    const corrections = new Map(visible.flat());
    if (corrections.size === 0) return null;
    const text = correctQuery(found.text, corrections);
    const query = text === null ? null : readQuery(text);
    if (text === null || query === null) return null;
    const { criteria } = found;
    const { ranked } = await this.finder.find(scope.reads, {
      text,
      query,
      criteria,
      snapshot: null,
    });
    return ranked.length === 0 ? null : text;
  }

  /** Any article that is added, changed, published or unpublished may change the result. */
  private async addDependencies({ cacheDependencies, now }: RequestScope) {
    cacheDependencies.dependOn(searchTags.index);
    cacheDependencies.dependOn(articleTags.lists);
    const window = await this.schedule.findWindow(now);
    if (window.until !== null) cacheDependencies.expireAt(window.until);
    return window;
  }

  private async cut(
    scope: RequestScope,
    found: FoundArticles,
    { cursors, key, position, size }: PagePlace,
  ): Promise<ArticleSearchConnection> {
    const { ranked, groups, snapshot, criteria } = found;
    const start = position === null ? 0 : ranked.filter((one) => !comesAfter(one, position)).length;
    const page = ranked.slice(start, start + size);
    const { articleById } = scope.once(this.articleLoaders);
    const articles = await Promise.all(page.map(({ articleId }) => articleById.load(articleId)));
    const sought = soughtTerms(groups);
    const edges = page.flatMap(({ score, sequence }, index) => {
      const node = articles[index] ?? null;
      const place = { score, sequence, snapshot, now: criteria.now };
      return node === null ? [] : [{ node, score, sought, cursor: cursors.write(key, place) }];
    });
    return {
      edges,
      found,
      nodes: edges.map(({ node }): Article => node),
      pageInfo: {
        // A page of size 0 has no edge to go on from: it leads on from the caller's cursor only.
        hasNextPage: start + size < ranked.length && (size > 0 || position !== null),
        hasPreviousPage: position !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor:
          size === 0 && position !== null
            ? cursors.write(key, position)
            : (edges.at(-1)?.cursor ?? null),
      },
      totalCount: ranked.length,
    };
  }
}

/** How many words of a query are corrected: each is looked up by itself. */
const maxCorrections = 8;

const emptyPage: ArticleSearchConnection = {
  edges: [],
  nodes: [],
  totalCount: 0,
  found: null,
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};

const unitNames = { CHARACTER: 'characters', WORD: 'words', PHRASE: 'quoted phrases' } as const;

/** Null for a text without a word to look for. Errors: BadUserInput for one that is too long. */
function readQuery(text: string): SearchQuery | null {
  const parsed = parseQuery(text);
  switch (parsed.kind) {
    case 'parsed':
      return parsed.query;
    case 'empty':
      return null;
    case 'too-long': {
      const unit = unitNames[parsed.unit];
      throw new BadUserInput(
        `Argument "query" must have at most ${parsed.max} ${unit}: it is what is looked for, not a text to compare with`,
      );
    }
  }
}

function readSize(first: number): number {
  if (first >= 0 && first <= maxPageSize) return first;
  throw new BadUserInput(
    `Argument "first" must be from 0 to ${maxPageSize}, but got: ${first}. Read on with "after"`,
  );
}

function comesAfter(one: { score: number; sequence: number }, position: SearchPosition): boolean {
  return (
    one.score < position.score || (one.score === position.score && one.sequence < position.sequence)
  );
}

/** Words that no article holds; one that is still being typed is none of them if it can go on. */
function listUnknownWords({ query, snapshot: { vocabulary } }: FoundArticles): string[] {
  return query.words.filter(
    (word) =>
      !termsOf(word).some((term) => vocabulary.articleCounts.has(term)) &&
      !(word === query.prefix && vocabulary.completions.length > 0),
  );
}

function earlier(one: Date, other: Date): Date {
  return other < one ? other : one;
}
