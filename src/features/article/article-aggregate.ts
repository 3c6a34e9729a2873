import type { Image } from '../image';
import type { Section } from '../section';
import type { Article } from './article.entity';

/** An article with its sections and images: they are written together. */
export interface ArticleAggregate {
  readonly article: Article;
  readonly sections: readonly Section[];
  readonly images: readonly Image[];
}

/** An article to store, with the names of its tags in the editor's order. */
export interface TaggedAggregate extends ArticleAggregate {
  readonly tags: readonly string[];
}
