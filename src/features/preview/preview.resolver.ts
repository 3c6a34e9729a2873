import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestScope, Role } from '../../platform/request';
import { ArticleRevision } from '../revision';
import {
  CreatePreviewLinkInput,
  CreatePreviewLinkPayload,
  RevokePreviewLinksInput,
  RevokePreviewLinksPayload,
} from './preview-link.input';
import type { PreviewService } from './preview.service';

/** Drafts that are shown by a secret link. */
@Resolver()
export class PreviewResolver {
  constructor(private readonly service: PreviewService) {}

  @Query(() => ArticleRevision, {
    nullable: true,
    description:
      'An article’s newest save, by the token of a preview link; null once the link has expired or was revoked. The answer is stored by no cache.',
  })
  previewArticle(
    @Arg('token', () => String, { description: 'The `token` that `createPreviewLink` answered.' })
    token: string,
    @Ctx() scope: RequestScope,
  ): Promise<ArticleRevision | null> {
    return this.service.read(scope, token);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => CreatePreviewLinkPayload, {
    description:
      'Creates a secret link to the article’s newest save, for somebody without a token of the service.',
  })
  createPreviewLink(
    @Arg('input', () => CreatePreviewLinkInput, { description: 'The article, and until when.' })
    input: CreatePreviewLinkInput,
    @Ctx() scope: RequestScope,
  ): Promise<CreatePreviewLinkPayload> {
    return this.service.create(scope, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => RevokePreviewLinksPayload, {
    description: 'Makes every preview link of an article stop working at once.',
  })
  revokePreviewLinks(
    @Arg('input', () => RevokePreviewLinksInput, { description: 'The article.' })
    { articleId }: RevokePreviewLinksInput,
    @Ctx() scope: RequestScope,
  ): Promise<RevokePreviewLinksPayload> {
    return this.service.revoke(scope, articleId);
  }
}
