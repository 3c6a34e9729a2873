import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type RequestScope, Role } from '../../platform/request';
import type { TagEditorService } from './tag-editor.service';
import {
  MergeTagsInput,
  MergeTagsPayload,
  RenameTagInput,
  RenameTagPayload,
} from './tag-edits.input';

/** Renaming tags, and making one of several. */
@Resolver()
export class TagEditsResolver {
  constructor(private readonly service: TagEditorService) {}

  @Authorized(Role.EDITOR)
  @Mutation(() => RenameTagPayload, {
    description:
      'Gives a tag another name. Its former slug goes on leading to it, and its former name in an article’s `tags` means it.',
  })
  renameTag(
    @Arg('input', () => RenameTagInput, { description: 'The tag and its new name.' })
    input: RenameTagInput,
    @Ctx() scope: RequestScope,
  ): Promise<RenameTagPayload> {
    return this.service.rename(scope, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => MergeTagsPayload, {
    description:
      'Makes one tag of several. Their articles go over, each tag in its place; their slugs and names lead to the tag that stays.',
  })
  mergeTags(
    @Arg('input', () => MergeTagsInput, { description: 'The tags, and the one that stays.' })
    input: MergeTagsInput,
    @Ctx() scope: RequestScope,
  ): Promise<MergeTagsPayload> {
    return this.service.merge(scope, input);
  }
}
