import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { TextFormat } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import { Image, type MakeImageLoaders } from '../image';
import { formatSectionBody } from './section-body';
import { Section } from './section.entity';
import type { MakeSectionLoaders } from './section.loaders';

/** What a section is computed from, and the pictures in it. */
@Resolver(() => Section)
export class SectionResolver {
  constructor(
    private readonly sectionLoaders: MakeSectionLoaders,
    private readonly imageLoaders: MakeImageLoaders,
  ) {}

  @FieldResolver(() => String, {
    description: 'The whole section but its heading, in the form that is asked for.',
  })
  async body(
    @Root() section: Section,
    @Arg('format', () => TextFormat, {
      defaultValue: TextFormat.MARKDOWN,
      description: 'The wanted form.',
    })
    format: TextFormat,
    @Ctx() scope: RequestScope,
  ): Promise<string> {
    if (format === TextFormat.TEXT) return formatSectionBody(section, format);
    const { wholeSectionsByArticleId } = scope.once(this.sectionLoaders);
    const wholes = await wholeSectionsByArticleId.load(section.articleId);
    return formatSectionBody(wholes.find(({ id }) => id === section.id) ?? section, format);
  }

  @FieldResolver(() => [Image], { description: 'The images placed in this section, by position.' })
  async images(@Root() section: Section, @Ctx() scope: RequestScope): Promise<readonly Image[]> {
    const { imagesByArticleId } = scope.once(this.imageLoaders);
    const images = await imagesByArticleId.load(section.articleId);
    return images.filter(({ sectionId }) => sectionId === section.id);
  }
}

/** The section that a picture stands in: a field of Image that joins the two features. */
@Resolver(() => Image)
export class ImageSectionResolver {
  constructor(private readonly sectionLoaders: MakeSectionLoaders) {}

  @FieldResolver(() => Section, {
    nullable: true,
    description: 'The section that the picture stands in; null where it stands in none.',
  })
  section(@Root() image: Image, @Ctx() scope: RequestScope): Promise<Section | null> | null {
    if (image.sectionId === null) return null;
    return scope.once(this.sectionLoaders).sectionById.load(image.sectionId);
  }
}
