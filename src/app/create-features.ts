import type { GraphQLSchema } from 'graphql';
import {
  ArticleFieldsResolver,
  ArticleLinks,
  ArticleRepository,
  ArticleResolver,
  ArticleService,
  ArticleWriter,
  createArticleLoaders,
  ImageArticleResolver,
  listArticleNodes,
  PublicationSchedule,
  SectionArticleResolver,
} from '../features/article';
import {
  ArticleCommentsResolver,
  CommentRepository,
  CommentResolver,
  CommentService,
  CommentSubmissionRepository,
  CommentTallyRepository,
  createCommentLoaders,
  listCommentNodes,
  phases,
} from '../features/comment';
import { createImageLoaders, ImageRepository, ImageResolver } from '../features/image';
import { ImportService } from '../features/import';
import {
  createSectionLoaders,
  ImageSectionResolver,
  SectionRepository,
  SectionResolver,
} from '../features/section';
import { buildGraphqlSchema, NodeResolver } from '../graphql';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { IdMaker } from '../platform/ids';

/** What the features stand on. */
export interface Foundations {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly publicUrl: string;
}

/** What the features offer to the outside. */
export interface Features {
  readonly schema: GraphQLSchema;
  readonly articleReads: ArticleService;
  readonly articles: ArticleWriter;
  readonly imports: ImportService;
}

/** Constructs every feature, leftmost first, and the schema that they make together. */
export function createFeatures({ database, clock, ids, publicUrl }: Foundations): Features {
  const { dialect } = database;
  const images = new ImageRepository(dialect);
  const sections = new SectionRepository(dialect);
  const articles = new ArticleRepository(dialect);
  const comments = new CommentRepository(dialect);
  const tallies = new CommentTallyRepository(dialect);
  const submissions = new CommentSubmissionRepository();

  const imageLoaders = createImageLoaders(images);
  const sectionLoaders = createSectionLoaders(sections);
  const articleLoaders = createArticleLoaders(articles);
  const commentLoaders = createCommentLoaders(comments, tallies);

  const commentService = new CommentService({
    ...{ database, clock, ids, phases },
    ...{ articles, comments, tallies, submissions },
  });
  const writer = new ArticleWriter({ database, clock, ids, articles, sections, images });
  const schedule = new PublicationSchedule(articles, database, clock);
  const articleReads = new ArticleService(articles, database, schedule);
  const links = new ArticleLinks(publicUrl);

  const schema = buildGraphqlSchema([
    new NodeResolver([
      ...listArticleNodes(articleLoaders, sectionLoaders, imageLoaders),
      ...listCommentNodes(commentLoaders, articleLoaders),
    ]),
    new ImageResolver(),
    new SectionResolver(sectionLoaders, imageLoaders),
    new ImageSectionResolver(sectionLoaders),
    new ArticleResolver(articleReads),
    new ArticleFieldsResolver(links, sectionLoaders, imageLoaders),
    new SectionArticleResolver(articleLoaders),
    new ImageArticleResolver(articleLoaders),
    new CommentResolver(commentService, commentLoaders, articleLoaders),
    new ArticleCommentsResolver(commentLoaders),
  ]);
  return { schema, articleReads, articles: writer, imports: new ImportService(writer) };
}
