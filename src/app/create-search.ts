import type {
  ArticleRepository,
  MakeArticleLoaders,
  PublicationSchedule,
} from '../features/article';
import type { ImageRepository } from '../features/image';
import {
  createSearchIndex,
  ReindexService,
  SearchFinder,
  SearchIndexer,
  SearchRepository,
  SearchService,
  VocabularyRepository,
} from '../features/search';
import type { SectionRepository } from '../features/section';
import type { Database } from '../platform/database';

/** What search stands on. */
export interface SearchFoundations {
  readonly database: Database;
  readonly articles: ArticleRepository;
  readonly sections: SectionRepository;
  readonly images: ImageRepository;
  readonly articleLoaders: MakeArticleLoaders;
  readonly schedule: PublicationSchedule;
}

/** What search offers to the other features and to the command line. */
export interface SearchFeature {
  readonly indexer: SearchIndexer;
  readonly reindex: ReindexService;
  readonly service: SearchService;
}

/** Constructs search over the engine's own text index. */
export function createSearch({
  articleLoaders,
  schedule,
  ...foundations
}: SearchFoundations): SearchFeature {
  const { dialect } = foundations.database;
  const search = new SearchRepository(dialect);
  const vocabulary = new VocabularyRepository(dialect);
  const searchIndex = createSearchIndex(dialect);
  const indexer = new SearchIndexer(search, vocabulary, searchIndex);
  const finder = new SearchFinder(search, vocabulary, searchIndex);
  return {
    indexer,
    reindex: new ReindexService({ ...foundations, search, vocabulary, searchIndex, indexer }),
    service: new SearchService(finder, vocabulary, articleLoaders, schedule),
  };
}
