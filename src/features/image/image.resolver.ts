import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { BadUserInput } from '../../platform/errors';
import { Url } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import {
  ImageCrop,
  ImageFile,
  ImageFormat,
  ImageSource,
  maxSourceWidths,
  type MediaFeature,
  speak,
} from '../media';
import { Image } from './image.entity';

/** What an image is computed from: the file that it shows, or what is stored in place of one. */
@Resolver(() => Image)
export class ImageResolver {
  constructor(
    private readonly urls: MediaFeature['urls'],
    private readonly fileLoaders: MediaFeature['imageFileLoaders'],
  ) {}

  @FieldResolver(() => Url, {
    nullable: true,
    description:
      'Where the picture is served, as wide and in the format and shape that is asked for; a picture that is kept elsewhere is answered as it is. Null while it has neither a file nor an address.',
  })
  url(
    @Root() { heldFile, storedUrl }: Image,
    @Arg('width', () => Int, {
      nullable: true,
      description:
        'Wanted width in pixels, e.g. `800`: the next of 160, 320, 480, 800, 1200, 1920 and 2560, and never wider than the picture; the widest where it is not sent.',
    })
    width: number | null | undefined,
    @Arg('format', () => ImageFormat, {
      nullable: true,
      description: 'Wanted file format; the picture’s own where it is not sent.',
    })
    format: ImageFormat | null | undefined,
    @Arg('crop', () => ImageCrop, {
      nullable: true,
      description: 'Wanted shape; the whole picture where it is not sent.',
    })
    crop: ImageCrop | null | undefined,
  ): string | null {
    return heldFile === null ? storedUrl : this.urls.write(heldFile, { width, format, crop });
  }

  @FieldResolver(() => [ImageSource], {
    description:
      'For `<picture>`: AVIF, WebP and JPEG, each in several widths; empty while the service holds no file.',
  })
  sources(
    @Root() { heldFile }: Image,
    @Arg('widths', () => [Int], {
      nullable: true,
      description: `Wanted widths in pixels, e.g. \`[320, 800]\`, at most ${maxSourceWidths}; every width that there is where they are not sent; \`[]\`: no source.`,
    })
    widths: number[] | null | undefined,
    @Arg('crop', () => ImageCrop, {
      nullable: true,
      description: 'Wanted shape; the whole picture where it is not sent.',
    })
    crop: ImageCrop | null | undefined,
  ): ImageSource[] {
    checkWidths(widths ?? []);
    return heldFile === null ? [] : this.urls.list(heldFile, { widths, crop });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'A tiny blurred likeness as a `data:` address of at most 1.5 kB, to show while the picture loads; null while the service holds no file.',
  })
  placeholder(@Root() { heldFile }: Image): string | null {
    return heldFile?.placeholder ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Who took or made it, as its file says, e.g. `"ليلى حسن"`; several names are parted by commas.',
  })
  creator(@Root() { heldFile, locale }: Image): string | null {
    return heldFile === null ? null : speak(heldFile, locale).creator;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The copyright notice, as its file says, in the article’s language if it has it.',
  })
  copyright(@Root() { heldFile, locale }: Image): string | null {
    return heldFile === null ? null : speak(heldFile, locale).copyright;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Width in pixels as the picture is shown, turned upright; null where not known.',
  })
  width(@Root() { heldFile, storedWidth }: Image): number | null {
    return heldFile === null ? storedWidth : heldFile.width;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Height in pixels as the picture is shown, turned upright; null where not known.',
  })
  height(@Root() { heldFile, storedHeight }: Image): number | null {
    return heldFile === null ? storedHeight : heldFile.height;
  }

  @FieldResolver(() => ImageFile, {
    nullable: true,
    description:
      'The file that is shown. For editors: null for everybody else, and while the service holds no file.',
  })
  file(@Root() { fileId }: Image, @Ctx() scope: RequestScope): Promise<ImageFile | null> | null {
    if (fileId === null) return null;
    return scope.once(this.fileLoaders).imageFileById.load(fileId);
  }
}

function checkWidths({ length }: readonly number[]): void {
  if (length > maxSourceWidths) {
    throw new BadUserInput(
      `Argument "widths" must list ${maxSourceWidths} widths or fewer, but got: ${length}`,
    );
  }
}
