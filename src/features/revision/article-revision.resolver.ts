import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { TextFormat, Url } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import { ImageCrop, type ImageFile, ImageFormat, type MediaFeature } from '../media';
import { formatBody, formatSectionBody } from '../section';
import { ArticleRevision, ImageSnapshot, SectionSnapshot } from './article-revision.type';
import { chooseTexts, type PictureTexts } from './picture-texts';
import type { MakeRevisionLoaders } from './revision.loaders';

const formatDescription = 'The wanted form.';

/** The text of a save in every form. */
@Resolver(() => ArticleRevision)
export class ArticleRevisionResolver {
  @FieldResolver(() => String, {
    description: 'All sections in order, headings included, in the form that is asked for.',
  })
  body(
    @Root() revision: ArticleRevision,
    @Arg('format', () => TextFormat, {
      defaultValue: TextFormat.MARKDOWN,
      description: formatDescription,
    })
    format: TextFormat,
  ): string {
    return formatBody(revision.aggregate.sections, format);
  }
}

/** The text of a save's section in every form. */
@Resolver(() => SectionSnapshot)
export class SectionSnapshotResolver {
  @FieldResolver(() => String, {
    description: 'The whole section but its heading, in the form that is asked for.',
  })
  body(
    @Root() { section }: SectionSnapshot,
    @Arg('format', () => TextFormat, {
      defaultValue: TextFormat.MARKDOWN,
      description: formatDescription,
    })
    format: TextFormat,
  ): string {
    return formatSectionBody(section, format);
  }
}

/** What is said of a save's picture, and where it is shown. */
@Resolver(() => ImageSnapshot)
export class ImageSnapshotResolver {
  constructor(
    private readonly urls: MediaFeature['urls'],
    private readonly loaders: MakeRevisionLoaders,
  ) {}

  @FieldResolver(() => String, {
    description:
      'What the picture shows; the caption where neither the editor nor the file gives an alt.',
  })
  async alt(@Root() image: ImageSnapshot, @Ctx() scope: RequestScope): Promise<string> {
    return (await this.readTexts(image, scope)).alt;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The caption without the credit.' })
  async caption(@Root() image: ImageSnapshot, @Ctx() scope: RequestScope): Promise<string | null> {
    return (await this.readTexts(image, scope)).caption;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Whom it is credited to, e.g. `"الأناضول"`.',
  })
  async credit(@Root() image: ImageSnapshot, @Ctx() scope: RequestScope): Promise<string | null> {
    return (await this.readTexts(image, scope)).credit;
  }

  @FieldResolver(() => Url, {
    nullable: true,
    description: 'Where the picture is served; null while it has neither a file nor an address.',
  })
  async url(
    @Root() image: ImageSnapshot,
    @Arg('width', () => Int, {
      nullable: true,
      description:
        'Wanted width in pixels, e.g. `800`: the next that there is; the widest where it is not sent.',
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
    @Ctx() scope: RequestScope,
  ): Promise<string | null> {
    const file = await this.findFile(image, scope);
    return file === null ? image.content.url : this.urls.write(file, { width, format, crop });
  }

  private async readTexts(image: ImageSnapshot, scope: RequestScope): Promise<PictureTexts> {
    return chooseTexts(image.content, await this.findFile(image, scope), image.locale);
  }

  private async findFile(
    { content: { fileId } }: ImageSnapshot,
    scope: RequestScope,
  ): Promise<ImageFile | null> {
    return fileId === null ? null : scope.once(this.loaders).fileById.load(fileId);
  }
}
