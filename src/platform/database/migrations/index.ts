import { CreateArticlesAndComments1765000000000 } from './1765000000000-create-articles-and-comments';

/** Every migration, oldest first. A migration that has landed is never edited: write another. */
export const migrations = [CreateArticlesAndComments1765000000000];
