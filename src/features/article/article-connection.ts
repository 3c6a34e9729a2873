import { createConnectionTypes } from '../../platform/graphql';
import { Article } from './article.entity';

/** `ArticleEdge` and `ArticleConnection`. */
export const articleConnectionTypes = createConnectionTypes('Article', Article, 'articles');
