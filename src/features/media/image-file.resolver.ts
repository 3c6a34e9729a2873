import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Page } from '../../platform/database/paging';
import { BadUserInput } from '../../platform/errors';
import { ConnectionArgs, pageComplexity } from '../../platform/graphql';
import { readIdPrefix } from '../../platform/ids';
import { type RequestScope, Role } from '../../platform/request';
import { imageFileConnectionTypes } from './image-file-connection';
import { ImageFile } from './image-file.entity';
import {
  DeleteImageFileInput,
  DeleteImageFilePayload,
  UpdateImageFileInput,
  UpdateImageFilePayload,
} from './image-file.input';
import { imageFileIdPrefix, type MakeImageFileLoaders } from './image-file.loaders';
import type { ImageFileService } from './image-file.service';

/** The pictures that the service holds, for editors. */
@Resolver()
export class ImageFileResolver {
  constructor(
    private readonly service: ImageFileService,
    private readonly loaders: MakeImageFileLoaders,
  ) {}

  @Authorized(Role.EDITOR)
  @Query(() => ImageFile, {
    nullable: true,
    description:
      'The picture file of an id or a hash, of which one is sent; null where there is none. Ask by hash before an upload: a picture that is here need not be sent again.',
  })
  imageFile(
    @Arg('id', () => ID, {
      nullable: true,
      description: 'The file’s `id`, e.g. `"file_01j03cqd00fgqbrcr42gqh0k5v"`.',
    })
    id: string | null | undefined,
    @Arg('sha256', () => String, {
      nullable: true,
      description: 'SHA-256 of the file’s bytes in hexadecimal, 64 digits.',
    })
    sha256: string | null | undefined,
    @Ctx() scope: RequestScope,
  ): Promise<ImageFile | null> {
    const key = chooseKey(id ?? null, sha256 ?? null);
    const loaders = scope.once(this.loaders);
    if ('sha256' in key) return loaders.imageFileBySha256.load(key.sha256);
    if (readIdPrefix(key.id) !== imageFileIdPrefix) return Promise.resolve(null);
    return loaders.imageFileById.load(key.id);
  }

  @Authorized(Role.EDITOR)
  @Query(() => imageFileConnectionTypes.connection, {
    complexity: pageComplexity,
    description: 'The picture files that the service holds, the newest first.',
  })
  imageFiles(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg('query', () => String, {
      nullable: true,
      description:
        'Words that caption, alt, credit, creator or copyright must hold, in any spelling; 200 characters at most.',
    })
    query: string | null | undefined,
    @Arg('unused', () => Boolean, {
      nullable: true,
      description:
        'True for files that no article and no kept revision uses, false for those that one uses; all where it is not sent.',
    })
    unused: boolean | null | undefined,
    @Ctx() scope: RequestScope,
  ): Promise<Page<ImageFile>> {
    return this.service.list(scope, page, { query, unused });
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => UpdateImageFilePayload, {
    description:
      'Changes what crops of a picture keep in view, at once wherever it is shown, and its `alt`, `caption` and `credit`, which stand where an article gives none of its own. An article copies these texts when it is saved: a published article keeps the earlier ones until it is saved again and published.',
  })
  updateImageFile(
    @Arg('input', () => UpdateImageFileInput, { description: 'What is to change.' })
    input: UpdateImageFileInput,
    @Ctx() scope: RequestScope,
  ): Promise<UpdateImageFilePayload> {
    return this.service.update(scope, input);
  }

  @Authorized(Role.EDITOR)
  @Mutation(() => DeleteImageFilePayload, {
    description:
      'Deletes a picture file with its renditions. `CONFLICT` while an article or a kept revision uses it, unless an ADMIN forces it.',
  })
  deleteImageFile(
    @Arg('input', () => DeleteImageFileInput, { description: 'Which file.' })
    input: DeleteImageFileInput,
    @Ctx() scope: RequestScope,
  ): Promise<DeleteImageFilePayload> {
    return this.service.delete(scope, input);
  }
}

/** By what a file is looked for. Errors: BadUserInput unless exactly one of the two is sent. */
function chooseKey(
  id: string | null,
  sha256: string | null,
): { readonly id: string } | { readonly sha256: string } {
  if ((id === null) === (sha256 === null)) {
    const sent = id === null ? 'neither' : 'both';
    throw new BadUserInput(
      `Query.imageFile takes exactly one of the arguments "id" and "sha256", but got: ${sent}`,
    );
  }
  if (id !== null) return { id };
  const hash = (sha256 ?? '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hash)) return { sha256: hash };
  throw new BadUserInput('Argument "sha256" must be 64 hexadecimal digits');
}
