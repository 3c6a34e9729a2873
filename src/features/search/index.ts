export { createSearchIndex } from './create-search-index';
export { type ReindexListener, ReindexService } from './reindex.service';
export type { SearchIndex } from './search-index';
export { SearchFinder } from './search-finder';
export { SearchIndexer } from './search-indexer.service';
export { SearchRepository } from './search.repository';
export { ArticleSearchEdgeResolver, SearchResolver } from './search.resolver';
export { SearchService } from './search.service';
export { VocabularyRepository } from './vocabulary.repository';
