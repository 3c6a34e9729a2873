import type { CheckedEdit, CheckedImage, CheckedSection } from './article-edit';
import type { ArticleFaultKind } from './article-faults';
import type { FaultSink } from './check-text';
import { hasFields, ImageIndex } from './image-index';
import {
  type ArticleContent,
  type ImageContent,
  listImages,
  type SectionContent,
} from './snapshot';

/** What the sections and images of a save were before it. */
export interface MatchedParts {
  readonly sections: ReadonlyMap<CheckedSection, SectionContent>;
  readonly images: ReadonlyMap<CheckedImage, ImageContent>;
  /** The images of the sections that were sent without any. */
  readonly keptImages: ReadonlyMap<CheckedSection, readonly ImageContent[]>;
}

/** Contents of an article beside the one that a save began from. */
export interface OtherContents {
  /** Their sections and images may be named, such as those of the live one. */
  readonly known?: readonly ArticleContent[];
  /** The newest content where a save began from an earlier one. */
  readonly theirs?: ArticleContent;
}

/**
 * Finds what each section and image of a save was before it: by its id, else by equal content.
 *
 * Shape: an id names a part of `base`, `theirs` or a `known` content; content is compared with
 * `base` in reading order, and never takes a part that an id names. A section that `base` lacks is
 * compared with those that are new in `theirs`, so that a save that is merged twice adds nothing
 * twice. Faults: an id that nothing has, an id
 * that is sent twice, an image that also stays where it was.
 * Cost: linear in the number of parts, for each set of fields that images are sent with.
 */
export function matchParts(
  base: ArticleContent | null,
  others: OtherContents,
  edit: Pick<CheckedEdit, 'leadImage' | 'sections'>,
  faults: FaultSink,
): MatchedParts {
  const matcher = new PartMatcher(base, others, edit, faults);
  matcher.matchById();
  matcher.matchSectionsByContent();
  matcher.keepImages();
  matcher.matchImagesByContent();
  return matcher;
}

class PartMatcher implements MatchedParts {
  readonly sections = new Map<CheckedSection, SectionContent>();
  readonly images = new Map<CheckedImage, ImageContent>();
  readonly keptImages = new Map<CheckedSection, readonly ImageContent[]>();
  private readonly keptImageIds = new Set<string>();
  private readonly claimedSectionIds = new Set<string>();
  /** With the image of the save that claims it. */
  private readonly claimedImages = new Map<string, CheckedImage>();
  private readonly sentSections: readonly CheckedSection[];

  constructor(
    private readonly base: ArticleContent | null,
    private readonly others: OtherContents,
    private readonly edit: Pick<CheckedEdit, 'leadImage' | 'sections'>,
    private readonly faults: FaultSink,
  ) {
    this.sentSections = edit.sections ?? [];
  }

  matchById(): void {
    const contents = listContents(this.base, this.others);
    const sections = byId(contents.flatMap((content) => content.sections));
    const images = byId(contents.flatMap(listImages));
    if (this.edit.leadImage) this.claimImage(this.edit.leadImage, images);
    for (const section of this.sentSections) {
      this.claimSection(section, sections);
      for (const image of section.images ?? []) this.claimImage(image, images);
    }
  }

  matchSectionsByContent(): void {
    const byBody = new Map<string, SectionContent[]>();
    const own = this.base?.sections ?? [];
    const ownIds = new Set(own.map(({ id }) => id));
    const theirNew = this.others.theirs?.sections.filter(({ id }) => !ownIds.has(id)) ?? [];
    for (const section of [...own, ...theirNew]) {
      if (this.claimedSectionIds.has(section.id)) continue;
      byBody.set(section.body, [...(byBody.get(section.body) ?? []), section]);
    }
    for (const section of this.sentSections) {
      if (section.id !== null || !section.isSound) continue;
      const candidates = byBody.get(section.body) ?? [];
      const index = candidates.findIndex(
        ({ heading }) => section.heading === undefined || section.heading === heading,
      );
      const [former] = index === -1 ? [] : candidates.splice(index, 1);
      if (former !== undefined) this.sections.set(section, former);
    }
  }

  keepImages(): void {
    const { leadImage, sections } = this.edit;
    if (leadImage === undefined && this.base?.leadImage) this.keepImage(this.base.leadImage);
    if (sections === undefined) {
      for (const { images } of this.base?.sections ?? [])
        images.forEach((image) => this.keepImage(image));
    }
    for (const section of this.sentSections) {
      const former = this.sections.get(section);
      if (former === undefined || section.images !== undefined) continue;
      this.keptImages.set(
        section,
        former.images.filter((image) => this.keepImage(image)),
      );
    }
  }

  matchImagesByContent(): void {
    const index = new ImageIndex(this.base === null ? [] : listImages(this.base));
    const lead = this.base?.leadImage;
    if (this.edit.leadImage) this.findImage(this.edit.leadImage, lead ? [lead] : [], index);
    for (const section of this.sentSections) {
      const near = this.sections.get(section)?.images ?? [];
      for (const image of section.images ?? []) this.findImage(image, near, index);
    }
  }

  private claimSection(
    section: CheckedSection,
    sections: ReadonlyMap<string, SectionContent>,
  ): void {
    if (section.id === null) return;
    const former = sections.get(section.id);
    if (former === undefined) this.refuse('sectionUnknown', section);
    else if (this.claimedSectionIds.has(former.id)) this.refuse('idTwice', section);
    else {
      this.claimedSectionIds.add(former.id);
      this.sections.set(section, former);
    }
  }

  private claimImage(image: CheckedImage, images: ReadonlyMap<string, ImageContent>): void {
    if (image.id === null) return;
    const former = images.get(image.id);
    if (former === undefined) this.refuse('imageUnknown', image);
    else if (this.claimedImages.has(former.id)) this.refuse('idTwice', image);
    else this.claim(image, former);
  }

  /** Whether an image stays where it was: in one place only, where two contents are drawn from. */
  private keepImage({ id }: ImageContent): boolean {
    if (this.keptImageIds.has(id)) return false;
    const claim = this.claimedImages.get(id);
    if (claim === undefined) this.keptImageIds.add(id);
    else this.refuse('imageElsewhere', claim);
    return claim === undefined;
  }

  /** An image stays in its section rather than be taken for an equal one of another. */
  private findImage(image: CheckedImage, near: readonly ImageContent[], index: ImageIndex): void {
    if (image.id !== null || Object.keys(image.fields).length === 0) return;
    const isFree = ({ id }: ImageContent) =>
      !this.claimedImages.has(id) && !this.keptImageIds.has(id);
    const former =
      near.find((candidate) => isFree(candidate) && hasFields(candidate, image.fields)) ??
      index.find(image.fields, isFree);
    if (former !== undefined) this.claim(image, former);
  }

  private claim(image: CheckedImage, former: ImageContent): void {
    this.claimedImages.set(former.id, image);
    this.images.set(image, former);
  }

  private refuse(kind: ArticleFaultKind, { path }: { readonly path: readonly string[] }): void {
    this.faults.add({ kind, path: [...path, 'id'] });
  }
}

/** All contents whose parts a save may name, the one that it began from first. */
export function listContents(
  base: ArticleContent | null,
  { theirs, known = [] }: OtherContents,
): ArticleContent[] {
  return [base, theirs, ...known].filter((content) => content !== undefined && content !== null);
}

/** The first part of each id: `base` comes before what else is known. */
function byId<Part extends { readonly id: string }>(
  parts: readonly Part[],
): ReadonlyMap<string, Part> {
  return new Map(parts.toReversed().map((part) => [part.id, part]));
}
