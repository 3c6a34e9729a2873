import fc from 'fast-check';
import { applyInput } from '../../../../../src/features/revision/content/apply-input';
import type { ArticleEdit } from '../../../../../src/features/revision/content/article-edit';
import { toUserError } from '../../../../../src/features/revision/content/article-faults';
import {
  type ArticleContent,
  listImages,
} from '../../../../../src/features/revision/content/snapshot';
import { contentOf, contents, editOf, idMaker, imageOf, sectionOf } from './made-up-contents';

const base = contentOf();
const [sectionA, sectionB, sectionC] = base.sections as [
  ArticleContent['sections'][0],
  ArticleContent['sections'][0],
  ArticleContent['sections'][0],
];

const apply = (edit: ArticleEdit, known: readonly ArticleContent[] = []) =>
  applyInput(base, edit, { newId: idMaker(), known });
const contentAfter = (edit: ArticleEdit, known: readonly ArticleContent[] = []) => {
  const { content, faults } = apply(edit, known);
  expect(faults).toBeUndefined();
  return content ?? base;
};
const faultsAfter = (edit: ArticleEdit) =>
  (apply(edit).faults ?? [])
    .map((fault) => toUserError(fault, 'en'))
    .map(({ code, field }) => `${code} ${field.join('.')}`);
const sectionIds = ({ sections }: ArticleContent) => sections.map(({ id }) => id);
const imageIds = (content: ArticleContent) => listImages(content).map(({ id }) => id);

describe('applyInput on a new article', () => {
  it('makes all ids, and leaves empty what was not sent', () => {
    const edit = {
      ...{ title: 'Storm', locale: 'en' },
      sections: [{ body: 'a', images: [{ alt: 'b' }] }, { body: 'c' }],
    };
    expect(applyInput(null, edit, { newId: idMaker() })).toEqual({
      note: null,
      content: {
        ...{ title: 'Storm', slug: 'storm', locale: 'en', summary: null, byline: null },
        ...{ correction: null, readingTimeMinutes: null, publishedAt: null, tags: [] },
        leadImage: null,
        sections: [
          {
            ...{ id: 'section_new2', heading: null, body: 'a' },
            images: [imageOf('image_new1', { alt: 'b', caption: null })],
          },
          { id: 'section_new3', heading: null, body: 'c', images: [] },
        ],
      },
    });
  });

  it('takes an article without a text', () => {
    const edit = { title: 'Storm', locale: 'en', sections: [] };
    expect(applyInput(null, edit, { newId: idMaker() }).content?.sections).toEqual([]);
  });
});

describe('applyInput on ids', () => {
  it('keeps a section wherever it now stands, and what of it was not sent', () => {
    const sections = [
      { id: 'section_b', body: 'new' },
      { id: 'section_a', body: sectionA.body, heading: 'new' },
    ];
    expect(contentAfter({ sections }).sections).toEqual([
      { ...sectionB, body: 'new' },
      { ...sectionA, heading: 'new' },
    ]);
  });

  it('keeps an image that moves to another section or before the text', () => {
    const content = contentAfter({
      leadImage: { id: 'image_b1', alt: 'new' },
      sections: [
        { id: 'section_a', body: 'a', images: [{ id: 'image_a2' }] },
        { id: 'section_b', body: 'b', images: [{ id: 'image_lead' }, { id: 'image_a1' }] },
      ],
    });
    expect(content.leadImage).toEqual(imageOf('image_b1', { alt: 'new' }));
    expect(content.sections.map(({ images }) => images)).toEqual([
      [imageOf('image_a2')],
      [imageOf('image_lead'), imageOf('image_a1')],
    ]);
  });

  it('clears what is null, and keeps what is absent', () => {
    const images = [{ id: 'image_b1', caption: null }];
    const content = contentAfter({
      sections: [{ id: 'section_b', body: 'b', heading: null, images }],
    });
    expect(content.sections).toEqual([
      { ...sectionB, body: 'b', heading: null, images: [imageOf('image_b1', { caption: null })] },
    ]);
  });

  it.each<[string, string, ArticleEdit]>([
    ['a section that is nowhere', 'NOT_FOUND input.sections.1.id', sectionsOf('section_a', 'x')],
    ['a section twice', 'DUPLICATE input.sections.1.id', sectionsOf('section_a', 'section_a')],
    [
      'an image that is nowhere',
      'NOT_FOUND input.sections.0.images.1.id',
      { sections: [{ body: 'a', images: [{ alt: 'a' }, { id: 'image_x' }] }] },
    ],
    ['a lead image that is nowhere', 'NOT_FOUND input.leadImage.id', { leadImage: { id: 'x' } }],
    [
      'an image twice',
      'DUPLICATE input.sections.0.images.0.id',
      {
        leadImage: { id: 'image_a1' },
        sections: [{ body: 'a', images: [{ id: 'image_a1' }] }],
      },
    ],
    [
      'an image that stays in a section that was not sent',
      'DUPLICATE input.leadImage.id',
      { leadImage: { id: 'image_b1' } },
    ],
    [
      'an image that stays in a section that was sent without images',
      'DUPLICATE input.sections.1.images.0.id',
      {
        sections: [
          { id: 'section_a', body: 'a' },
          { id: 'section_b', body: 'b', images: [{ id: 'image_a1' }] },
        ],
      },
    ],
    ['an image as a section', 'NOT_FOUND input.sections.0.id', sectionsOf('image_a1')],
  ])('refuses %s', (_, fault, edit) => {
    expect(faultsAfter(edit)).toEqual([fault]);
  });

  it('knows the parts of other contents, such as the live one', () => {
    const live = contentOf({
      sections: [sectionOf('section_old', { images: [imageOf('image_old'), imageOf('image_a1')] })],
    });
    const sections = [
      { id: 'section_a', body: sectionA.body },
      { id: 'section_old', body: 'new' },
    ];
    const content = contentAfter({ sections }, [live]);
    expect(content.sections).toEqual([
      sectionA,
      // image_a1 stays in the section where it stands now.
      sectionOf('section_old', { body: 'new', images: [imageOf('image_old')] }),
    ]);
    expect(faultsAfter({ sections })).toEqual(['NOT_FOUND input.sections.1.id']);
  });
});

function sectionsOf(...ids: string[]): ArticleEdit {
  return { sections: ids.map((id) => ({ id, body: 'a' })) };
}

describe('applyInput on equal content', () => {
  it('takes a stored body as it is, though nobody could send it anew', () => {
    const body = 'a\n\n# From before headings were moved <b>';
    const content = contentOf({ sections: [sectionOf('section_a', { body })] });
    const options = { newId: idMaker() };
    expect(applyInput(content, { sections: [{ body }] }, options).content).toEqual(content);
    expect(applyInput(content, { sections: [{ body: `${body}!` }] }, options).faults).toHaveLength(
      1,
    );
  });

  it('keeps the ids of what is sent as it is', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const edit = editOf(content, { withIds: false });
        expect(applyInput(content, edit, { newId: idMaker() }).content).toEqual(content);
      }),
    );
  });

  it('changes no other id where a section is inserted anywhere', () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.boolean(), (content, place, withIds) => {
        const edit = editOf(content, { withIds });
        const at = place % (content.sections.length + 1);
        const inserted = { body: 'inserted', images: [{ alt: 'inserted' }] };
        const sections = edit.sections.toSpliced(at, 0, inserted as never);
        const { content: next } = applyInput(content, { ...edit, sections }, { newId: idMaker() });
        expect(next?.sections.toSpliced(at, 1)).toEqual(content.sections);
        expect(next?.sections[at]?.id).toBe('section_new2');
      }),
    );
  });

  it('matches a section by its body and heading, or its body where no heading is sent', () => {
    const sections = [
      { body: sectionC.body, heading: 'other' },
      { body: sectionB.body },
      { body: sectionA.body, heading: null },
      { body: sectionC.body, heading: sectionC.heading },
      { body: sectionC.body },
    ];
    expect(contentAfter({ sections }).sections).toEqual([
      sectionOf('section_new1', { heading: 'other', body: sectionC.body }),
      sectionB,
      sectionA,
      sectionC,
      sectionOf('section_new2', { heading: null, body: sectionC.body }),
    ]);
  });

  it('does not take a section that an id names', () => {
    const sections = [{ body: sectionC.body }, { id: 'section_c', body: 'changed' }];
    expect(sectionIds(contentAfter({ sections }))).toEqual(['section_new1', 'section_c']);
  });

  it('matches an image by each field that is sent, first in its own section', () => {
    const twin = { alt: 'twin', caption: 'same' };
    const content = contentOf({
      leadImage: imageOf('image_lead', twin),
      sections: [
        sectionOf('section_a', { images: [imageOf('image_a1', twin)] }),
        sectionOf('section_b', { images: [imageOf('image_b1', twin), imageOf('image_b2', twin)] }),
      ],
    });
    const sections = [
      { id: 'section_b', body: 'b', images: [{ alt: 'twin' }, twin, { caption: 'same' }] },
      { id: 'section_a', body: 'a', images: [{ ...twin, credit: 'new' }, twin] },
    ];
    const { content: next } = applyInput(content, { sections }, { newId: idMaker() });
    // The lead image was not sent, so it stays one.
    expect(next && imageIds(next)).toEqual([
      ...['image_lead', 'image_b1', 'image_b2', 'image_a1'],
      ...['image_new1', 'image_new2'],
    ]);
  });

  it('follows an image that moves into a new section', () => {
    const { id: _, ...sent } = imageOf('image_a2');
    const sections = [
      { body: 'new', images: [sent] },
      { id: 'section_a', body: sectionA.body, images: [{ id: 'image_a1' }] },
    ];
    expect(imageIds(contentAfter({ leadImage: null, sections }))).toEqual(['image_a2', 'image_a1']);
  });

  it('gives each id once, whatever is sent', () => {
    const ids = ['section_0', 'section_1', 'image_0_0', 'image_1_0', 'image_lead'];
    const image = fc.record(
      {
        id: fc.constantFrom(...ids),
        alt: fc.constantFrom('alt of image_0_0', 'alt of image_1_0', 'other'),
      },
      { requiredKeys: [] },
    );
    const section = fc.record(
      {
        id: fc.constantFrom(...ids),
        body: fc.constantFrom('body of section_0', 'body of section_1', 'other'),
        images: fc.array(image, { maxLength: 3 }),
      },
      { requiredKeys: ['body'] },
    );
    const edits = fc.record(
      { leadImage: image, sections: fc.array(section, { maxLength: 4 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(contents, contents, edits, (content, other, edit) => {
        const options = { newId: idMaker(), known: [other] };
        const { content: next } = applyInput(content, edit, options);
        fc.pre(next !== undefined);
        const all = [...sectionIds(next), ...imageIds(next)];
        expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 3000 },
    );
  });
});

/** One way in which a field is sent, and what the field then is; a fault where it may not be so. */
interface State {
  readonly isAbsent?: boolean;
  readonly sent?: unknown;
  readonly expected?: unknown;
  readonly fault?: string;
}

describe('applyInput on absent, null, empty and set fields', () => {
  const image = { alt: 'new', caption: null };
  const newImage = imageOf('image_new', image);
  const isAbsent = true;
  const required = (path: string) => `REQUIRED input.${path}`;
  const states: readonly (readonly [name: string, states: readonly State[]])[] = [
    [
      'title',
      [
        { isAbsent, expected: base.title },
        { sent: null, fault: required('title') },
        { sent: '', fault: required('title') },
        { sent: 'New', expected: 'New' },
      ],
    ],
    [
      'summary',
      [
        { isAbsent, expected: base.summary },
        { sent: null, expected: null },
        { sent: '', expected: null },
        { sent: 'New', expected: 'New' },
      ],
    ],
    [
      'tags',
      [
        { isAbsent, expected: base.tags },
        { sent: null, fault: required('tags') },
        { sent: [], expected: [] },
        { sent: ['New'], expected: ['New'] },
      ],
    ],
    [
      'leadImage',
      [
        { isAbsent, expected: base.leadImage },
        { sent: null, expected: null },
        { sent: {}, fault: required('leadImage') },
        { sent: image, expected: newImage },
      ],
    ],
    [
      'heading',
      [
        { isAbsent, expected: sectionB.heading },
        { sent: null, expected: null },
        { sent: '', expected: null },
        { sent: 'New', expected: 'New' },
      ],
    ],
    [
      'images',
      [
        { isAbsent, expected: sectionB.images },
        { sent: null, fault: required('sections.0.images') },
        { sent: [], expected: [] },
        { sent: [image], expected: [newImage] },
      ],
    ],
  ];
  const ofSection = ['heading', 'images'];

  type Combination = readonly (readonly [name: string, state: State])[];
  const combinations = states.reduce<Combination[]>(
    (begun, [name, ways]) =>
      begun.flatMap((one) => ways.map((way): Combination => [...one, [name, way]])),
    [[]],
  );

  /** The fields of a section, or those of the article, with what `valueOf` gives of each. */
  const collect = (
    combination: Combination,
    isSection: boolean,
    valueOf: (way: State) => unknown,
  ) =>
    Object.fromEntries(
      combination
        .filter(([name]) => ofSection.includes(name) === isSection)
        .map(([name, way]) => [name, valueOf(way)]),
    );

  it('are as the contract says, in each of their combinations', () => {
    expect(combinations).toHaveLength(4 ** 6);
    const part = { id: 'section_b', body: 'b' };
    for (const combination of combinations) {
      const present = combination.filter(([, way]) => way.isAbsent !== true);
      const edit: ArticleEdit = {
        ...collect(present, false, (way) => way.sent),
        sections: [{ ...part, ...collect(present, true, (way) => way.sent) }],
      };
      const { content, faults = [] } = applyInput(base, edit, {
        newId: (prefix) => `${prefix}_new`,
      });
      const found = faults
        .map((fault) => toUserError(fault, 'en'))
        .map(({ code, field }) => `${code} ${field.join('.')}`);
      const expected = combination.flatMap(([, { fault }]) => fault ?? []);
      expect(found).toEqual(expected);
      if (expected.length > 0) continue;
      expect(content).toEqual({
        ...base,
        ...collect(combination, false, (way) => way.expected),
        sections: [{ ...part, ...collect(combination, true, (way) => way.expected) }],
      });
    }
  });

  it('leave the sections as they are where none are sent', () => {
    expect(contentAfter({})).toEqual(base);
    expect(contentAfter({ sections: [] }).sections).toEqual([]);
  });
});
