import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type RequestScope, Role } from '../../platform/request';
import {
  ArchiveArticleInput,
  CancelScheduleInput,
  DeleteArticleInput,
  DiscardDraftInput,
  PublishArticleInput,
  RestoreRevisionInput,
  UnpublishArticleInput,
} from './article-changes.input';
import type { ArticleDeletionService } from './article-deletion.service';
import { CreateArticleInput, UpdateArticleInput } from './article-edit.input';
import type { ArticleEditorService } from './article-editor.service';
import type { ArticlePublishingService } from './article-publishing.service';
import {
  ArchiveArticlePayload,
  CancelSchedulePayload,
  CreateArticlePayload,
  DeleteArticlePayload,
  DiscardDraftPayload,
  type EditPayload,
  PublishArticlePayload,
  RestoreRevisionPayload,
  UnpublishArticlePayload,
  UpdateArticlePayload,
} from './edit-payloads';

const whichArticle = { description: 'The article, and the version that you read.' };

/** Writing articles. */
@Resolver()
export class ArticleEditResolver {
  constructor(
    private readonly editor: ArticleEditorService,
    private readonly publishing: ArticlePublishingService,
    private readonly deletion: ArticleDeletionService,
  ) {}

  @Authorized(Role.EDITOR)
  @Mutation(() => CreateArticlePayload, {
    description:
      'Creates an article as a draft, which editors alone see. Safe to retry with the same `idempotencyKey`.',
  })
  createArticle(
    @Arg('input', () => CreateArticleInput, { description: 'The article.' })
    input: CreateArticleInput,
    @Ctx() scope: RequestScope,
  ): Promise<CreateArticlePayload> {
    return this.editor.create(scope, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => UpdateArticlePayload, {
    description:
      'Saves an edit. What is not sent stays, null clears. Readers of a published article see the save once it is published.',
  })
  updateArticle(
    @Arg('input', () => UpdateArticleInput, {
      description: 'The article, the version that you read, and what changes.',
    })
    input: UpdateArticleInput,
    @Ctx() scope: RequestScope,
  ): Promise<EditPayload> {
    return this.editor.update(scope, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => PublishArticlePayload, {
    description:
      'Publishes the newest save, now or at a future moment; also the draft of an article that is public, and an archived article.',
  })
  publishArticle(
    @Arg('input', () => PublishArticleInput, whichArticle) input: PublishArticleInput,
    @Ctx() scope: RequestScope,
  ): Promise<EditPayload> {
    return this.publishing.publish(scope, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => UnpublishArticlePayload, {
    description: 'Makes an article a draft again, now or at a future moment; also an archived one.',
  })
  unpublishArticle(
    @Arg('input', () => UnpublishArticleInput, whichArticle) input: UnpublishArticleInput,
    @Ctx() scope: RequestScope,
  ): Promise<EditPayload> {
    return this.publishing.unpublish(scope, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => CancelSchedulePayload, {
    description:
      'Takes back what is planned: a publication, the publication of a draft, an unpublication.',
  })
  cancelSchedule(
    @Arg('input', () => CancelScheduleInput, whichArticle) input: CancelScheduleInput,
    @Ctx() scope: RequestScope,
  ): Promise<EditPayload> {
    return this.publishing.cancelSchedule(scope, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => ArchiveArticlePayload, {
    description: 'Takes an article off the site and deletes nothing; editors still see it.',
  })
  archiveArticle(
    @Arg('input', () => ArchiveArticleInput, whichArticle) input: ArchiveArticleInput,
    @Ctx() scope: RequestScope,
  ): Promise<EditPayload> {
    return this.publishing.archive(scope, input);
  }

  @Authorized(Role.ADMIN)
  @Mutation(() => DeleteArticlePayload, {
    description:
      'Deletes an article for good, with its revisions, comments and reports: for what the law wants gone. To take one off the site, use `archiveArticle`.',
  })
  deleteArticle(
    @Arg('input', () => DeleteArticleInput, whichArticle) input: DeleteArticleInput,
    @Ctx() scope: RequestScope,
  ): Promise<DeleteArticlePayload> {
    return this.deletion.delete(scope, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => RestoreRevisionPayload, {
    description: 'Saves what an earlier revision says as the newest save.',
  })
  restoreRevision(
    @Arg('input', () => RestoreRevisionInput, {
      description: 'The article, the version that you read, and the revision.',
    })
    input: RestoreRevisionInput,
    @Ctx() scope: RequestScope,
  ): Promise<EditPayload> {
    return this.editor.restore(scope, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => DiscardDraftPayload, {
    description:
      'Goes back to the save that readers see, or are to see. The saves since stay in `editing.revisions`.',
  })
  discardDraft(
    @Arg('input', () => DiscardDraftInput, whichArticle) input: DiscardDraftInput,
    @Ctx() scope: RequestScope,
  ): Promise<EditPayload> {
    return this.publishing.discardDraft(scope, input);
  }
}
