import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { TextFormat, Url } from '../../platform/graphql';
import { ImageFormat } from '../media';
import { formatBody, formatSectionBody } from '../section';
import { ArticleRevision, ImageSnapshot, SectionSnapshot } from './article-revision.type';

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

/** Where a save's picture is shown. */
@Resolver(() => ImageSnapshot)
export class ImageSnapshotResolver {
  @FieldResolver(() => Url, {
    nullable: true,
    description: 'Where the picture is served; null while it has neither a file nor an address.',
  })
  url(
    @Root() image: ImageSnapshot,
    @Arg('width', () => Int, {
      nullable: true,
      description: 'Wanted width in pixels, e.g. `800`; the original’s where it is not sent.',
    })
    _width: number | null,
    @Arg('format', () => ImageFormat, {
      nullable: true,
      description: 'Wanted file format; the original’s where it is not sent.',
    })
    _format: ImageFormat | null,
  ): string | null {
    return image.address;
  }
}
