import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Url } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import { ImageFile } from './image-file.entity';
import { ImageCrop, ImageFormat } from './image-format';
import { ImageMetadata, Point } from './image-metadata.type';
import type { RenditionUrls } from './renditions/rendition-url';
import { speak } from './spoken-metadata';

/** What a picture file is computed from. */
@Resolver(() => ImageFile)
export class ImageFileFieldsResolver {
  constructor(private readonly urls: RenditionUrls) {}

  @FieldResolver(() => Point, {
    description: 'What crops keep in view: the middle, 0.5 and 0.5, until somebody sets it.',
  })
  focalPoint(@Root() { focalX, focalY }: ImageFile): Point {
    return { x: focalX, y: focalY };
  }

  @FieldResolver(() => Url, {
    description:
      'Where the picture is served, as wide and in the format and shape that is asked for.',
  })
  url(
    @Root() file: ImageFile,
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
  ): string {
    return this.urls.write(file, { width, format, crop });
  }

  @FieldResolver(() => ImageMetadata, { description: 'What the file itself says, cleaned.' })
  metadata(@Root() file: ImageFile, @Ctx() scope: RequestScope): ImageMetadata {
    const { rightsUrl, digitalSourceType, takenAt, hadLocation } = file.said;
    return {
      ...speak(file, scope.language),
      rightsUrl,
      digitalSourceType,
      hadLocation,
      takenAt: takenAt?.at ?? null,
    };
  }
}
