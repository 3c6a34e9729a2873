import { type ClassType, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError } from '../../platform/graphql';
import { Article } from '../article';
import { ArticleRevision } from './article-revision.type';

/** Who came first, and what both changed. */
@ObjectType({
  description: 'The change that came first: what an editor needs to decide how to go on.',
  simpleResolvers: true,
})
export class EditConflict {
  @Field(() => Int, { description: 'The article’s present `editing.version`: try again with it.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Who made that change: a token’s name or an OpenID subject; null where it is not known.',
  })
  editedBy!: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  editedAt!: Date;

  @Field(() => [String], {
    description:
      'What both sides changed, e.g. `["title", "sections.section_01j03cqd00fgqbrcr42gqh0k5v"]`; `sections` for their order. Empty where the changes do not touch.',
  })
  fields!: string[];

  @Field(() => ArticleRevision, { description: 'The newest save, whoever made it.' })
  theirs!: ArticleRevision;
}

const articleField = 'The article as it now stands; null where `userErrors` has entries.';

/** What `createArticle` answers. */
@ObjectType({
  description: 'The new article, or everything that is wrong.',
  simpleResolvers: true,
})
export class CreateArticlePayload {
  @Field(() => Article, { nullable: true, description: articleField })
  article!: Article | null;

  @Field(() => [UserError], {
    description: 'All that is wrong, at once; nothing was written then.',
  })
  userErrors!: UserError[];
}

/** Declares what a mutation of an article that is there answers. */
function createPayload(name: string, description: string): ClassType<EditPayload> {
  @ObjectType(name, { description, simpleResolvers: true })
  class Payload extends EditPayloadFields {}
  return Payload;
}

/** What a mutation of an article that is there answers. */
export interface EditPayload {
  readonly article: Article | null;
  readonly userErrors: UserError[];
  readonly conflict: EditConflict | null;
}

@ObjectType()
abstract class EditPayloadFields implements EditPayload {
  @Field(() => Article, { nullable: true, description: articleField })
  article!: Article | null;

  @Field(() => [UserError], {
    description: 'All that is wrong, at once; nothing was written then.',
  })
  userErrors!: UserError[];

  @Field(() => EditConflict, {
    nullable: true,
    description: 'Who came first; only where `userErrors` has the code CONFLICT.',
  })
  conflict!: EditConflict | null;
}

/** What `updateArticle` answers. */
export const UpdateArticlePayload = createPayload(
  'UpdateArticlePayload',
  'The article with the new save, or everything that is wrong.',
);
/** What `publishArticle` answers. */
export const PublishArticlePayload = createPayload(
  'PublishArticlePayload',
  'The article that is published or scheduled, or what is wrong.',
);
/** What `unpublishArticle` answers. */
export const UnpublishArticlePayload = createPayload(
  'UnpublishArticlePayload',
  'The article that readers no longer see, now or from the moment on, or what is wrong.',
);
/** What `cancelSchedule` answers. */
export const CancelSchedulePayload = createPayload(
  'CancelSchedulePayload',
  'The article without plans, or what is wrong.',
);
/** What `archiveArticle` answers. */
export const ArchiveArticlePayload = createPayload(
  'ArchiveArticlePayload',
  'The archived article, or what is wrong.',
);
/** What `restoreRevision` answers. */
export const RestoreRevisionPayload = createPayload(
  'RestoreRevisionPayload',
  'The article with the earlier save as its newest, or what is wrong.',
);
/** What `discardDraft` answers. */
export const DiscardDraftPayload = createPayload(
  'DiscardDraftPayload',
  'The article without its draft, or what is wrong.',
);

/** What `deleteArticle` answers. */
@ObjectType({
  description: 'The id of the article that is gone, or what is wrong.',
  simpleResolvers: true,
})
export class DeleteArticlePayload {
  @Field(() => ID, {
    nullable: true,
    description: 'The deleted article’s `id`; null where `userErrors` has entries.',
  })
  deletedId!: string | null;

  @Field(() => [UserError], {
    description: 'All that is wrong, at once; nothing was written then.',
  })
  userErrors!: UserError[];

  @Field(() => EditConflict, {
    nullable: true,
    description: 'Who came first; only where `userErrors` has the code CONFLICT.',
  })
  conflict!: EditConflict | null;
}
