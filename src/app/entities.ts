import { ApiToken } from '../features/access';
import { Article, ArticleTally, FormerSlug } from '../features/article';
import { commentEntities } from '../features/comment';
import { CommentFinding, ModerationEventRow } from '../features/decision';
import { Image } from '../features/image';
import { receiptEntities } from '../features/receipt';
import { reportEntities } from '../features/report';
import { Section } from '../features/section';
import { CdnPurge } from '../platform/purge-webhook';

/** Every table's class, for TypeORM. */
export const entities = [
  ApiToken,
  Article,
  ArticleTally,
  FormerSlug,
  Section,
  Image,
  ...commentEntities,
  CommentFinding,
  ...reportEntities,
  ...receiptEntities,
  ModerationEventRow,
  CdnPurge,
];
