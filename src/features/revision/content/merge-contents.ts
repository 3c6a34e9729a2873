import { maxContentBytes, maxSections } from './article-bounds';
import { measureTexts } from './measure-texts';
import { mergeOrder } from './merge-order';
import {
  type ArticleContent,
  type ImageContent,
  isSameImage,
  isSameSection,
  type SectionContent,
} from './snapshot';

/** What merging gives: the content, or the paths that both sides changed differently. */
export type MergedContents =
  | { readonly content: ArticleContent; readonly conflicts?: undefined }
  | { readonly conflicts: readonly string[]; readonly content?: undefined };

type Fields = Omit<ArticleContent, 'sections'>;

const fieldNames = [
  ...(['title', 'slug', 'locale', 'summary', 'byline', 'correction'] as const),
  ...(['readingTimeMinutes', 'publishedAt', 'tags', 'leadImage'] as const),
];

/** The path of the order of sections, and of what no single section is to blame for. */
const sectionsPath = 'sections';

/**
 * Merges two contents that were both made from `base`.
 *
 * Shape: the units are each field and each section whole, by its id. A unit that one side touched is
 * that side's; one that both touched is a conflict unless both made the same of it. New sections of
 * both stand behind the section that they followed, theirs first. Conflicts are paths such as
 * `title`, `sections.section_01…`, and `sections` for the order or for more than an article may hold.
 */
export function mergeContents(
  base: ArticleContent,
  mine: ArticleContent,
  theirs: ArticleContent,
): MergedContents {
  const conflicts = new Set<string>();
  const fields = mergeFields(base, mine, theirs, conflicts);
  const parts = mergeSections(base, mine, theirs, conflicts);
  const order = mergeOrder(idsOf(base), idsOf(mine), idsOf(theirs));
  if (order === null) conflicts.add(sectionsPath);
  const sections = (order ?? []).flatMap((id) => parts.get(id) ?? []);
  const content = { ...fields, sections };
  for (const path of findSharedImages(content)) conflicts.add(path);
  if (isTooLarge(content)) conflicts.add(sectionsPath);
  return conflicts.size > 0 ? { conflicts: [...conflicts] } : { content };
}

/**
 * Lists the paths of what a content has otherwise than the one that it was made from.
 * Shape: as in the conflicts of {@link mergeContents}; `sections` where those of both stand in
 * another order.
 */
export function listTouched(base: ArticleContent, next: ArticleContent): string[] {
  const fields = fieldNames.filter((name) => !isSameField(name, base, next));
  const former = sectionsById(base);
  const present = sectionsById(next);
  const sections = [...new Set([...former.keys(), ...present.keys()])].filter(
    (id) => !isSame(former.get(id), present.get(id)),
  );
  const isReordered =
    idsOf(base)
      .filter((id) => present.has(id))
      .join() !==
    idsOf(next)
      .filter((id) => former.has(id))
      .join();
  return [...fields, ...sections.map(pathOf), ...(isReordered ? [sectionsPath] : [])];
}

function mergeFields(
  base: ArticleContent,
  mine: ArticleContent,
  theirs: ArticleContent,
  conflicts: Set<string>,
): Fields {
  const isTheirs = (name: keyof Fields) => isSameField(name, base, mine);
  for (const name of fieldNames) {
    const isOneSided = isTheirs(name) || isSameField(name, base, theirs);
    if (!isOneSided && !isSameField(name, mine, theirs)) conflicts.add(name);
  }
  const taken = fieldNames.map((name) => [name, (isTheirs(name) ? theirs : mine)[name]]);
  return { ...theirs, ...(Object.fromEntries(taken) as Partial<Fields>) };
}

/** The sections that the merged content has. */
function mergeSections(
  base: ArticleContent,
  mine: ArticleContent,
  theirs: ArticleContent,
  conflicts: Set<string>,
): ReadonlyMap<string, SectionContent> {
  const [former, ours, others] = [base, mine, theirs].map(sectionsById) as Triple;
  const merged = new Map<string, SectionContent>();
  for (const id of new Set([...former.keys(), ...others.keys(), ...ours.keys()])) {
    const [one, other] = [ours.get(id), others.get(id)];
    const isTheirs = isSame(former.get(id), one);
    const isOneSided = isTheirs || isSame(former.get(id), other);
    if (!isOneSided && !isSame(one, other)) conflicts.add(pathOf(id));
    const taken = isTheirs ? other : one;
    if (taken !== undefined) merged.set(id, taken);
  }
  return merged;
}

type SectionsById = ReadonlyMap<string, SectionContent>;
type Triple = [SectionsById, SectionsById, SectionsById];

/** The paths of the places that show one image: it can stand in one only. */
function findSharedImages({ leadImage, sections }: ArticleContent): string[] {
  const paths = new Map<string, Set<string>>();
  const note = ({ id }: ImageContent, path: string) =>
    paths.set(id, (paths.get(id) ?? new Set()).add(path));
  if (leadImage !== null) note(leadImage, 'leadImage');
  for (const { id, images } of sections) images.forEach((image) => note(image, pathOf(id)));
  return [...paths.values()].filter(({ size }) => size > 1).flatMap((places) => [...places]);
}

/** Two sides may come to more than each of them may hold. */
function isTooLarge(content: ArticleContent): boolean {
  return content.sections.length > maxSections || measureTexts(content) > maxContentBytes;
}

function isSameField(name: keyof Fields, one: ArticleContent, other: ArticleContent): boolean {
  if (name === 'leadImage') return isSameImage(one.leadImage, other.leadImage);
  if (name === 'tags') return JSON.stringify(one.tags) === JSON.stringify(other.tags);
  return one[name] === other[name];
}

function isSame(one: SectionContent | undefined, other: SectionContent | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return isSameSection(one, other);
}

function sectionsById({ sections }: ArticleContent): SectionsById {
  return new Map(sections.map((section) => [section.id, section]));
}

function idsOf({ sections }: ArticleContent): string[] {
  return sections.map(({ id }) => id);
}

function pathOf(sectionId: string): string {
  return `${sectionsPath}.${sectionId}`;
}
