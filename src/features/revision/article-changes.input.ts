import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../platform/graphql';

const versionDescription =
  'The `editing.version` that you read: CONFLICT where somebody has changed the article since.';

/** An article, and the version that a change is meant for. */
@InputType()
abstract class GuardedInput {
  @Field(() => ID, {
    description: 'The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`.',
  })
  id!: string;

  @Field(() => Int, { description: versionDescription })
  version!: number;
}

/** What `publishArticle` takes. */
@InputType({ description: 'The publication of an article’s newest save.' })
export class PublishArticleInput extends GuardedInput {
  @Field(() => DateTime, {
    nullable: true,
    description:
      'When, e.g. `"2024-06-12T05:00:00Z"`; now where it is not sent. Exactly this save is published then, whatever is saved meanwhile.',
  })
  at?: Date | null;
}

/** What `unpublishArticle` takes. */
@InputType({ description: 'An article that readers are no longer to see.' })
export class UnpublishArticleInput extends GuardedInput {
  @Field(() => DateTime, {
    nullable: true,
    description: 'When, e.g. `"2024-07-01T00:00:00Z"`; now where it is not sent.',
  })
  at?: Date | null;
}

/** What `cancelSchedule` takes. */
@InputType({
  description: 'An article whose planned publication and unpublication are taken back.',
})
export class CancelScheduleInput extends GuardedInput {}

/** What `archiveArticle` takes. */
@InputType({
  description: 'An article to archive: no reader sees it any more, and nothing is deleted.',
})
export class ArchiveArticleInput extends GuardedInput {}

/** What `deleteArticle` takes. */
@InputType({
  description: 'An article to delete for good, with its revisions, comments and reports.',
})
export class DeleteArticleInput extends GuardedInput {}

/** What `restoreRevision` takes. */
@InputType({ description: 'An earlier save that becomes the newest again.' })
export class RestoreRevisionInput extends GuardedInput {
  @Field(() => Int, { description: 'The `version` of one of the article’s `editing.revisions`.' })
  revision!: number;
}

/** What `discardDraft` takes. */
@InputType({ description: 'An article whose unpublished saves are given up.' })
export class DiscardDraftInput extends GuardedInput {}
