import type { ArticleFeature } from '../article';

/** The store of what readers see. */
export type ArticleStore = ReturnType<ArticleFeature['createStore']>;

/** An article with its sections, its images and the names of its tags. */
export type TaggedAggregate = Parameters<ArticleStore['insert']>[1];
