import type { Database } from '../../platform/database';
import type { ArticleFeature } from '../article';
import type { ImageFeature } from '../image';
import type { SectionFeature } from '../section';
import type { TagFeature } from '../tag';
import { createSearchIndex } from './create-search-index';
import { ReindexService } from './reindex.service';
import { SearchCursors } from './search-cursor';
import { SearchFinder } from './search-finder';
import { SearchIndexer } from './search-indexer.service';
import { SearchRepository } from './search.repository';
import { ArticleSearchEdgeResolver, SearchResolver } from './search.resolver';
import { SearchService } from './search.service';
import { VocabularyRepository } from './vocabulary.repository';

/** What search is constructed with. */
export interface SearchDependencies
  extends
    Pick<ArticleFeature, 'articles' | 'articleLoaders' | 'schedule'>,
    Pick<SectionFeature, 'sections' | 'sectionLoaders'>,
    Pick<ImageFeature, 'images' | 'imageLoaders'>,
    Pick<TagFeature, 'tagReads'> {
  readonly database: Database;
}

/** Constructs search over the engine's own text index. */
export function createSearchFeature(dependencies: SearchDependencies) {
  const { database, articleLoaders, sectionLoaders, imageLoaders, schedule, tagReads } =
    dependencies;
  const { dialect } = database;
  const search = new SearchRepository(dialect);
  const vocabulary = new VocabularyRepository(dialect);
  const searchIndex = createSearchIndex(dialect);
  const indexer = new SearchIndexer(search, vocabulary, searchIndex);
  const finder = new SearchFinder(search, vocabulary, searchIndex);
  const reindex = new ReindexService({
    ...dependencies,
    search,
    vocabulary,
    searchIndex,
    indexer,
  });
  const service = new SearchService(
    finder,
    vocabulary,
    articleLoaders,
    schedule,
    tagReads,
    createCursorOpener(database, search),
    reindex,
  );
  return {
    indexer,
    reindex,
    resolvers: [
      new SearchResolver(service),
      new ArticleSearchEdgeResolver(sectionLoaders, imageLoaders),
    ],
  };
}

/** What the writer of articles and the command line need of search. */
export type SearchFeature = ReturnType<typeof createSearchFeature>;

/** Reads the key of cursors with the first search: it never changes. */
function createCursorOpener(
  { primary }: Database,
  search: SearchRepository,
): () => Promise<SearchCursors> {
  let opened: SearchCursors | null = null;
  return async () => (opened ??= new SearchCursors(await search.getCursorKey(primary)));
}
