import { Article } from '../features/article';
import { Comment, CommentSubmission, CommentTally } from '../features/comment';
import { Image } from '../features/image';
import { Section } from '../features/section';

/** Every table's class, for TypeORM. */
export const entities = [Article, Section, Image, Comment, CommentTally, CommentSubmission];
