import { createConnectionTypes } from '../../graphql/types';
import { Article } from './article.entity';

/** `ArticleEdge` and `ArticleConnection`. */
export const articleConnectionTypes = createConnectionTypes('Article', Article, 'articles');
