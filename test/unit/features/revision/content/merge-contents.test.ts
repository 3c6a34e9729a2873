import fc from 'fast-check';
import { maxSections } from '../../../../../src/features/revision/content/article-bounds';
import {
  listTouched,
  mergeContents,
} from '../../../../../src/features/revision/content/merge-contents';
import {
  type ArticleContent,
  listImages,
  type SectionContent,
} from '../../../../../src/features/revision/content/snapshot';
import { contentOf, imageOf, sectionOf } from './made-up-contents';

const sectionCount = 6;
const base = contentOf({
  sections: Array.from({ length: sectionCount }, (_, index) =>
    sectionOf(`section_${index}`, {
      images: [imageOf(`image_${index}_0`), imageOf(`image_${index}_1`)],
    }),
  ),
});
const fieldNames = [
  ...(['title', 'slug', 'locale', 'summary', 'byline', 'correction'] as const),
  ...(['readingTimeMinutes', 'publishedAt', 'tags', 'leadImage'] as const),
];
const ids = ({ sections }: ArticleContent) => sections.map(({ id }) => id);

const withSections = (change: (sections: readonly SectionContent[]) => SectionContent[]) => ({
  ...base,
  sections: change(base.sections),
});
const edited = (id: string, fields: Partial<SectionContent>) =>
  withSections((sections) =>
    sections.map((section) => (section.id === id ? { ...section, ...fields } : section)),
  );
const without = (id: string) => withSections((sections) => sections.filter((one) => one.id !== id));
const insertedAfter = (id: string | null, inserted: SectionContent) =>
  withSections((sections) => {
    const index = id === null ? 0 : sections.findIndex((section) => section.id === id) + 1;
    return sections.toSpliced(index, 0, inserted);
  });
const conflictsOf = (mine: ArticleContent, theirs: ArticleContent) =>
  mergeContents(base, mine, theirs).conflicts;

type Side = 'mine' | 'theirs';
type Change = 'heading' | 'body' | 'images' | 'remove';

/** Who changes what: each field and section is one side's at most, and so is the order. */
interface Plan {
  readonly fields: readonly (Side | null)[];
  readonly sections: readonly ({ readonly side: Side; readonly change: Change } | null)[];
  readonly inserted: readonly { readonly side: Side; readonly at: number }[];
  readonly order: { readonly side: Side; readonly keys: readonly number[] } | null;
}

const side = fc.constantFrom<Side>('mine', 'theirs');
const change = fc.constantFrom<Change>('heading', 'body', 'images', 'remove');
const exactly = (count: number) => ({ minLength: count, maxLength: count });
const plans: fc.Arbitrary<Plan> = fc.record({
  fields: fc.array(fc.option(side), exactly(fieldNames.length)),
  sections: fc.array(fc.option(fc.record({ side, change })), exactly(sectionCount)),
  inserted: fc.array(fc.record({ side, at: fc.nat({ max: sectionCount }) }), { maxLength: 4 }),
  order: fc.option(fc.record({ side, keys: fc.array(fc.nat(), exactly(sectionCount)) })),
});

const changedFields: Pick<ArticleContent, (typeof fieldNames)[number]> = {
  ...{ title: 'Flood', slug: 'flood', locale: 'ar', summary: null, byline: 'Nobody' },
  ...{ correction: 'A name', readingTimeMinutes: 4, publishedAt: '2024-06-11T09:00:00.000Z' },
  ...{ tags: ['Weather', 'Coast'], leadImage: null },
};

/** The content that one side makes of the base. */
function follow(plan: Plan, who: Side): ArticleContent {
  const own = fieldNames.filter((_, index) => plan.fields[index] === who);
  const fields = Object.fromEntries(own.map((name) => [name, changedFields[name]]));
  const kept = base.sections.flatMap((section, index) => {
    const planned = plan.sections[index];
    return planned?.side === who ? changeSection(section, planned.change) : [section];
  });
  const keyOf = ({ id }: SectionContent) => plan.order?.keys[Number(id.slice(-1))] ?? 0;
  const ordered = plan.order?.side === who ? kept.toSorted((a, b) => keyOf(a) - keyOf(b)) : kept;
  const sections = plan.inserted.reduce(
    (list, { side: by, at }, index) =>
      by === who ? list.toSpliced(at, 0, sectionOf(`section_${who}${index}`)) : list,
    ordered,
  );
  return { ...base, ...fields, sections };
}

function changeSection(section: SectionContent, kind: Change): SectionContent[] {
  if (kind === 'remove') return [];
  const images = section.images.slice(1).map((image) => ({ ...image, alt: 'changed' }));
  const changed = { heading: { heading: null }, body: { body: 'changed' }, images: { images } };
  return [{ ...section, ...changed[kind] }];
}

describe('mergeContents', () => {
  it('merges concurrent edits that touch different things, and loses nothing', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [mine, theirs] = [follow(plan, 'mine'), follow(plan, 'theirs')];
        const { content } = mergeContents(base, mine, theirs);
        const expectedFields = fieldNames.map((name, index) =>
          plan.fields[index] === null ? base[name] : changedFields[name],
        );
        expect(fieldNames.map((name) => content?.[name])).toEqual(expectedFields);
        const expected = base.sections.flatMap((section, index) => {
          const planned = plan.sections[index];
          return planned ? changeSection(section, planned.change) : [section];
        });
        const inserted = plan.inserted.map(({ side: by }, index) =>
          sectionOf(`section_${by}${index}`),
        );
        const byId = (one: SectionContent, other: SectionContent) => (one.id < other.id ? -1 : 1);
        expect(content?.sections.toSorted(byId)).toEqual([...expected, ...inserted].sort(byId));
        const order = (ids_: readonly string[]) =>
          ids_.filter((id) => expected.some((section) => section.id === id));
        const ordering = plan.order?.side === 'theirs' ? theirs : mine;
        expect(content && order(ids(content))).toEqual(order(ids(ordering)));
      }),
      { numRuns: 1000 },
    );
  });

  it('merges none that make different things of one field', () => {
    const other = { ...changedFields, title: 'Other' };
    for (const name of fieldNames) {
      const mine = { ...base, [name]: changedFields[name] };
      const value = typeof other[name] === 'number' ? 9 : name === 'tags' ? ['Other'] : 'Other';
      const theirs = {
        ...base,
        [name]: name === 'leadImage' ? imageOf('image_lead', { alt: 'Other' }) : value,
      };
      expect(conflictsOf(mine, theirs)).toEqual([name]);
      expect(mergeContents(base, mine, mine).content).toEqual(mine);
    }
  });

  it('merges none that make different things of one section', () => {
    const index = fc.nat({ max: sectionCount - 1 });
    fc.assert(
      fc.property(plans, index, change, change, (plan, at, mineChange, theirChange) => {
        const section = base.sections[at];
        if (section === undefined || mineChange === theirChange) return;
        const sections = plan.sections.with(at, null);
        const make = (who: Side, kind: Change) => {
          const content = follow({ ...plan, sections }, who);
          const changed = content.sections.flatMap((one) =>
            one.id === section.id ? changeSection(one, kind) : [one],
          );
          return { ...content, sections: changed };
        };
        const merged = mergeContents(base, make('mine', mineChange), make('theirs', theirChange));
        expect(merged.content).toBeUndefined();
        expect(merged.conflicts).toContain(`sections.${section.id}`);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the other side’s content where one side changed nothing', () => {
    fc.assert(
      fc.property(plans, side, (plan, who) => {
        const content = follow(plan, who);
        expect(mergeContents(base, base, content)).toEqual({ content });
        expect(mergeContents(base, content, base)).toEqual({ content });
        expect(mergeContents(base, content, content)).toEqual({ content });
      }),
    );
  });

  it('has the same content whichever side is mine', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [mine, theirs] = [follow(plan, 'mine'), follow(plan, 'theirs')];
        const one = mergeContents(base, mine, theirs).content;
        const other = mergeContents(base, theirs, mine).content;
        expect({ ...one, sections: new Set(one?.sections) }).toEqual({
          ...other,
          sections: new Set(other?.sections),
        });
        const former = (content: ArticleContent | undefined) =>
          content && ids(content).filter((id) => ids(base).includes(id));
        expect(former(one)).toEqual(former(other));
      }),
    );
  });
});

describe('mergeContents on sections', () => {
  it('puts the new sections of both behind what they followed, theirs first', () => {
    const mine = insertedAfter('section_1', sectionOf('mine'));
    const theirs = insertedAfter('section_1', sectionOf('theirs'));
    const { content } = mergeContents(base, mine, theirs);
    expect(content && ids(content).slice(0, 5)).toEqual([
      ...['section_0', 'section_1', 'theirs', 'mine', 'section_2'],
    ]);
  });

  it('puts what came first first', () => {
    const mine = insertedAfter(null, sectionOf('mine'));
    const theirs = insertedAfter(null, sectionOf('theirs'));
    const { content } = mergeContents(base, mine, theirs);
    expect(content && ids(content).slice(0, 3)).toEqual(['theirs', 'mine', 'section_0']);
  });

  it('keeps a new section whose predecessor the other side removed', () => {
    const mine = insertedAfter('section_2', sectionOf('mine'));
    const { content } = mergeContents(base, mine, without('section_2'));
    expect(content && ids(content)).toEqual([
      ...['section_0', 'section_1', 'mine', 'section_3', 'section_4', 'section_5'],
    ]);
  });

  it('takes the order of the side that changed it', () => {
    const turned = withSections((sections) => sections.toReversed());
    const mine = edited('section_3', { body: 'new' });
    const { content } = mergeContents(base, mine, turned);
    expect(content && ids(content)).toEqual(ids(turned));
    expect(content?.sections[2]?.body).toBe('new');
  });

  it('refuses two new orders, and two changes of one section', () => {
    const turned = withSections((sections) => sections.toReversed());
    const [first, ...rest] = base.sections as [SectionContent, ...SectionContent[]];
    expect(conflictsOf(turned, { ...base, sections: [...rest, first] })).toEqual(['sections']);
    expect(conflictsOf(turned, turned)).toBeUndefined();
    const path = ['sections.section_1'];
    expect(conflictsOf(edited('section_1', { body: 'a' }), without('section_1'))).toEqual(path);
    expect(conflictsOf(without('section_1'), edited('section_1', { body: 'a' }))).toEqual(path);
    const heading = edited('section_1', { heading: 'a' });
    expect(conflictsOf(edited('section_1', { body: 'a' }), heading)).toEqual(path);
    expect(conflictsOf(without('section_1'), without('section_1'))).toBeUndefined();
  });

  it('refuses an image in two places', () => {
    const image = imageOf('image_0_0');
    const fewer = edited('section_0', { images: [imageOf('image_0_1')] });
    const inText = (id: string) => ({
      ...fewer,
      sections: fewer.sections.map((section) =>
        section.id === id ? { ...section, images: [...section.images, image] } : section,
      ),
    });
    const before = { ...fewer, leadImage: image };
    expect(conflictsOf(before, inText('section_1'))).toEqual(['leadImage', 'sections.section_1']);
    expect(conflictsOf(inText('section_1'), inText('section_2'))).toEqual([
      'sections.section_1',
      'sections.section_2',
    ]);
    expect(conflictsOf(inText('section_1'), inText('section_1'))).toBeUndefined();
    const { content } = mergeContents(base, before, edited('section_5', { body: 'new' }));
    expect(content && listImages(content).map(({ id }) => id)).toEqual(
      listImages(before).map(({ id }) => id),
    );
  });

  it('refuses more sections or text than an article may hold', () => {
    const many = (who: string, body: string) =>
      withSections((sections) => [
        ...sections,
        ...Array.from({ length: maxSections / 2 }, (_, index) =>
          sectionOf(`${who}${index}`, { body }),
        ),
      ]);
    expect(conflictsOf(many('a', 'a'), many('b', 'b'))).toEqual(['sections']);
    expect(conflictsOf(many('a', 'a'), base)).toBeUndefined();
    const large = (id: string) => insertedAfter(null, sectionOf(id, { body: 'a'.repeat(600_000) }));
    expect(conflictsOf(large('a'), large('b'))).toEqual(['sections']);
  });
});

describe('listTouched', () => {
  it('names each field, section and the order that changed', () => {
    expect(listTouched(base, base)).toEqual([]);
    expect(listTouched(base, { ...base, ...changedFields })).toEqual(fieldNames);
    expect(listTouched(base, edited('section_1', { heading: null }))).toEqual([
      'sections.section_1',
    ]);
    expect(listTouched(base, without('section_1'))).toEqual(['sections.section_1']);
    expect(listTouched(base, insertedAfter(null, sectionOf('new')))).toEqual(['sections.new']);
    const turned = withSections((sections) => sections.toReversed());
    expect(listTouched(base, turned)).toEqual(['sections']);
  });

  it('names on both sides whatever cannot be merged', () => {
    fc.assert(
      fc.property(plans, plans, (one, other) => {
        const [mine, theirs] = [follow(one, 'mine'), follow(other, 'theirs')];
        const { conflicts = [] } = mergeContents(base, mine, theirs);
        const touched = [listTouched(base, mine), listTouched(base, theirs)];
        for (const path of conflicts) {
          expect(touched.map((paths) => paths.includes(path))).toEqual([true, true]);
        }
      }),
    );
  });
});
