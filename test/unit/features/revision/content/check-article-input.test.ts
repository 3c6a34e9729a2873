import fc from 'fast-check';
import { applyInput } from '../../../../../src/features/revision/content/apply-input';
import type { ArticleEdit } from '../../../../../src/features/revision/content/article-edit';
import { toUserError } from '../../../../../src/features/revision/content/article-faults';
import { contentOf, idMaker } from './made-up-contents';

const section = (fields: object) => ({ sections: [{ body: 'text', ...fields }] });
const image = (fields: object) => section({ images: [{ alt: 'a', ...fields }] });

const update = (edit: ArticleEdit) => applyInput(contentOf(), edit, { newId: idMaker() });
const create = (edit: ArticleEdit) =>
  applyInput(null, { title: 'Storm', locale: 'en', sections: [], ...edit }, { newId: idMaker() });
const errorsOf = (edit: ArticleEdit) =>
  (update(edit).faults ?? []).map((fault) => toUserError(fault, 'en'));
const shortErrorsOf = (edit: ArticleEdit) =>
  errorsOf(edit).map(({ code, field }) => `${code} ${field.join('.')}`);

const tooLong: [string, number, (text: string) => ArticleEdit][] = [
  ['title', 300, (title) => ({ title })],
  ['summary', 1_000, (summary) => ({ summary })],
  ['byline', 300, (byline) => ({ byline })],
  ['slug', 200, (slug) => ({ slug })],
  ['correction', 2_000, (correction) => ({ correction })],
  ['note', 500, (note) => ({ note })],
  ['tags.0', 100, (tag) => ({ tags: [tag] })],
  ['sections.0.heading', 300, (heading) => section({ heading })],
  ['sections.0.body', 200_000, (body) => section({ body })],
  ['sections.0.images.0.alt', 1_000, (alt) => image({ alt })],
  ['sections.0.images.0.caption', 2_000, (caption) => image({ caption })],
  ['sections.0.images.0.credit', 300, (credit) => image({ credit })],
];

describe('checkArticleInput on lengths', () => {
  it.each(tooLong)('takes a %s of %d code units and no more', (path, limit, editOf) => {
    expect(errorsOf(editOf('a'.repeat(limit)))).toEqual([]);
    expect(shortErrorsOf(editOf('a'.repeat(limit + 1)))).toEqual([`TOO_LONG input.${path}`]);
  });

  it('counts before it normalizes', () => {
    expect(shortErrorsOf({ title: `${' '.repeat(300)}a` })).toEqual(['TOO_LONG input.title']);
  });

  it.each<[string, ArticleEdit, ArticleEdit]>([
    ['tags', { tags: tagsOf(30) }, { tags: tagsOf(31) }],
    ['sections', { sections: sectionsOf(200) }, { sections: sectionsOf(201) }],
    ['sections.0.images', section({ images: imagesOf(50) }), section({ images: imagesOf(51) })],
  ])('bounds the number of %s', (path, enough, tooMany) => {
    expect(errorsOf(enough)).toEqual([]);
    expect(shortErrorsOf(tooMany)).toEqual([`TOO_LONG input.${path}`]);
  });

  it('bounds all texts together, in bytes, also with those that stay', () => {
    const big = { body: 'غ'.repeat(100_000) };
    const five = Array.from({ length: 5 }, () => big);
    expect(shortErrorsOf({ sections: five })).toEqual(['TOO_LONG input.sections']);
    expect(shortErrorsOf({ sections: five.slice(1) })).toEqual([]);
    // Images that stay count too, though they are not sent.
    const captioned = imagesOf(50).map((sent) => ({ ...sent, caption: 'c'.repeat(2_000) }));
    const { content: base = contentOf() } = update({
      sections: [...five.slice(1), { body: 'a', images: captioned }],
    });
    const sent = base.sections.map(({ id, body }) => ({ id, body }));
    const more = { sections: [...sent, { body: 'b'.repeat(150_000) }] };
    expect(applyInput(base, { sections: sent }, { newId: idMaker() }).content).toEqual(base);
    expect(applyInput(base, more, { newId: idMaker() }).faults).toEqual([
      { kind: 'contentTooLarge', path: ['input', 'sections'] },
    ]);
  });
});

function tagsOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `tag ${index}`);
}

function sectionsOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({ body: `body ${index}` }));
}

function imagesOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({ alt: `alt ${index}` }));
}

describe('checkArticleInput on texts', () => {
  it.each<[string, ArticleEdit]>([
    ['title', { title: 'a\nb' }],
    ['title', { title: 'a\ud800b' }],
    ['title', { title: `a${'\u0301'.repeat(31)}` }],
    ['summary', { summary: 'a\tb' }],
    ['byline', { byline: 'a\u0007' }],
    ['note', { note: 'a\nb' }],
    ['correction', { correction: 'a\u0000' }],
    ['slug', { slug: 'a\u0085b' }],
    ['tags.1', { tags: ['a', 'b\n'] }],
    ['sections.0.heading', section({ heading: 'a\rb' })],
    ['sections.0.body', section({ body: 'a\u0000' })],
    ['sections.0.body', section({ body: `a${'\u064b'.repeat(31)}` })],
    ['sections.0.body', section({ body: 'a\udc00' })],
    ['sections.0.images.0.alt', image({ alt: 'a\nb' })],
  ])('refuses what cannot be printed in %s', (path, edit) => {
    expect(shortErrorsOf(edit)).toEqual([`INVALID input.${path}`]);
  });

  it('normalizes what it takes', () => {
    const { content, note } = update({
      title: '  A \u00a0 storm ',
      summary: 'e\u0301',
      correction: 'a  b\r\n\r\n\r\n\r\nc\t',
      byline: ' ',
      note: ' fixed  a name ',
      locale: 'AR-eg',
      ...section({ body: '\n# A\r\nb  c\n', heading: ' B ' }),
    });
    expect(content).toMatchObject({
      ...{ title: 'A storm', summary: '\u00e9', correction: 'a b\n\nc', byline: null },
      ...{ locale: 'ar-EG', sections: [{ body: '### A\nb  c', heading: 'B' }] },
    });
    expect(note).toBe('fixed a name');
  });

  it('requires a title that can be seen', () => {
    for (const title of ['', ' ', '\u200b\u00a0']) {
      expect(shortErrorsOf({ title })).toEqual(['REQUIRED input.title']);
    }
  });

  it('takes an empty body only beside a heading or images', () => {
    for (const body of ['', ' \n\n']) {
      expect(shortErrorsOf(section({ body }))).toEqual(['REQUIRED input.sections.0.body']);
      expect(errorsOf(section({ body, heading: 'a' }))).toEqual([]);
      expect(errorsOf(section({ body, images: [{ alt: 'a' }] }))).toEqual([]);
      expect(errorsOf(section({ body, id: 'section_b' }))).toEqual([]);
      expect(shortErrorsOf(section({ body, id: 'section_b', heading: null, images: [] }))).toEqual([
        'REQUIRED input.sections.0.body',
      ]);
    }
  });

  it('refuses images and HTML in a body, each with its line', () => {
    const errors = errorsOf(section({ body: 'a\n![b](c)\n\n<div>' }));
    expect(errors.map(({ field, message }) => [field.join('.'), message])).toEqual([
      ['input.sections.0.body', 'Line 2 of the text holds an image: use `images`.'],
      ['input.sections.0.body', 'Line 4 of the text holds raw HTML. Write CommonMark instead.'],
    ]);
  });

  it('says once what a line holds twice, and of an empty body nothing beside a faulty heading', () => {
    expect(errorsOf(section({ body: 'a <b>c</b> <i>d</i>' }))).toHaveLength(1);
    expect(shortErrorsOf(section({ body: '', heading: 'a\u0000' }))).toEqual([
      'INVALID input.sections.0.heading',
    ]);
  });
});

describe('checkArticleInput on null', () => {
  it.each(['title', 'slug', 'locale', 'tags', 'sections'])('requires the %s', (name) => {
    expect(shortErrorsOf({ [name]: null })).toEqual([`REQUIRED input.${name}`]);
  });

  it('requires the list of images', () => {
    expect(shortErrorsOf(section({ images: null }))).toEqual(['REQUIRED input.sections.0.images']);
  });

  it('clears what may be empty', () => {
    const names = ['summary', 'byline', 'correction', 'readingTimeMinutes', 'publishedAt'];
    const edit = Object.fromEntries([...names, 'leadImage'].map((name) => [name, null]));
    const base = contentOf({ correction: 'c', readingTimeMinutes: 3, publishedAt: '2024-06-11' });
    expect(applyInput(base, edit, { newId: idMaker() }).content).toEqual({ ...base, ...edit });
  });
});

describe('checkArticleInput on slugs', () => {
  it.each(['storm', 'غزة', 'Storm_2024', 'a.b', "l'été", 'و-\u200cب'])('takes %j', (slug) => {
    expect(update({ slug }).content?.slug).toBe(slug);
  });

  it.each([
    ['a b', 'a-b'],
    ['a/b', 'a-b'],
    ['a?b#c', 'a-b-c'],
    ['100%', '100'],
    ['a\\b', 'a-b'],
    ['..', 'storm-2024'],
    ['---', 'storm-2024'],
  ])('refuses %j, and says that %j would do', (slug, right) => {
    const [error] = errorsOf({ slug });
    expect(error).toMatchObject({ code: 'INVALID', field: ['input', 'slug'] });
    expect(error?.message).toContain(`This would do: ${right}.`);
    expect(errorsOf({ slug: right })).toEqual([]);
  });

  it('makes the slug of a new article from its title', () => {
    for (const slug of [undefined, null]) {
      const { content } = create({ title: 'عاصفةٌ في البحر', locale: 'ar', slug });
      expect(content?.slug).toBe('عاصفة-في-البحر');
    }
    expect(create({ slug: 'chosen' }).content?.slug).toBe('chosen');
    expect(create({ title: '!!!' }).faults).toEqual([
      { kind: 'slugNotMade', path: ['input', 'slug'] },
    ]);
    expect(create({ title: '' }).faults).toHaveLength(1);
  });
});

describe('checkArticleInput on tags', () => {
  it('keeps a tag once, as it was spelt first', () => {
    const { content } = update({ tags: ['غزّة', 'اقتصاد', 'غزة', ' غـزة', 'News', 'NEWS', 'غزه'] });
    expect(content?.tags).toEqual(['غزّة', 'اقتصاد', 'News', 'غزه']);
    expect(update({ tags: [] }).content?.tags).toEqual([]);
  });

  it('needs a letter or digit in each', () => {
    expect(shortErrorsOf({ tags: ['a', ' ', '!'] })).toEqual([
      'REQUIRED input.tags.1',
      'INVALID input.tags.2',
    ]);
  });
});

describe('checkArticleInput on images', () => {
  it('keeps an address of the web as the URL standard writes it', () => {
    const { content } = update(image({ url: 'https://pictures.example/عاصفة.jpg?a="b"' }));
    expect(content?.sections[0]?.images[0]?.url).toBe(
      'https://pictures.example/%D8%B9%D8%A7%D8%B5%D9%81%D8%A9.jpg?a=%22b%22',
    );
  });

  it.each([
    ...['', 'storm.jpg', '//a.example/b', 'javascript:alert(1)', 'data:image/png;base64,AA=='],
    ...['ftp://a.example/b', 'https://user:secret@a.example', 'https://a.example/b c', 'https://'],
    ...[' https://a.example', `https://a.example/${'a'.repeat(2_048)}`],
  ])('refuses the address %j', (url) => {
    expect(shortErrorsOf(image({ url }))).toEqual(['INVALID input.sections.0.images.0.url']);
  });

  it.each([
    ['width', 0],
    ['width', 65_536],
    ['height', -1],
    ['height', 1.5],
  ])('refuses a %s of %d', (name, value) => {
    const path = `input.sections.0.images.0.${name}`;
    expect(shortErrorsOf(image({ [name]: value }))).toEqual([`INVALID ${path}`]);
  });

  it('bounds the reading time', () => {
    expect(errorsOf({ readingTimeMinutes: 1_440 })).toEqual([]);
    for (const readingTimeMinutes of [0, 1_441]) {
      expect(shortErrorsOf({ readingTimeMinutes })).toEqual(['INVALID input.readingTimeMinutes']);
    }
  });

  it('needs something to show or to say', () => {
    for (const fields of [{}, { alt: ' ' }, { credit: 'a', width: 3 }, { alt: null, url: null }]) {
      expect(shortErrorsOf({ leadImage: fields })).toEqual(['REQUIRED input.leadImage']);
    }
    const cleared = { id: 'image_lead', alt: null, caption: null };
    expect(shortErrorsOf({ leadImage: cleared })).toEqual(['REQUIRED input.leadImage']);
  });

  it('takes the id of a file, and nothing else for one', () => {
    const fileId = 'file_01j03cqd00fgqbrcr42gqh0k5v';
    expect(update({ leadImage: { fileId } }).content?.leadImage?.fileId).toBe(fileId);
    for (const other of ['', 'image_01j03cqd00fgqbrcr42gqh0k5v', 'f'.repeat(10_000)]) {
      expect(shortErrorsOf({ leadImage: { alt: 'a', fileId: other } })).toEqual([
        'NOT_FOUND input.leadImage.fileId',
      ]);
    }
  });
});

describe('checkArticleInput', () => {
  it('tells everything that is wrong at once', () => {
    const edit = {
      ...{ title: ' ', slug: 'a/b', locale: 'not a locale', tags: ['', 'a'], summary: 'a\nb' },
      ...{ readingTimeMinutes: 0, idempotencyKey: '', note: 'a\u0000' },
      leadImage: { id: 'image_unknown', width: 0 },
      sections: [
        { body: '<b>' },
        { body: 'a', images: [{ alt: 'a' }, {}] },
        { body: 'b', id: 'section_a', images: [{ id: 'image_a1', alt: 'a\u0000' }] },
        { body: 'c', id: 'section_a' },
      ],
    };
    expect(shortErrorsOf(edit)).toEqual([
      ...['REQUIRED input.title', 'INVALID input.slug', 'INVALID input.locale'],
      ...['INVALID input.summary', 'REQUIRED input.tags.0', 'INVALID input.readingTimeMinutes'],
      ...['INVALID input.leadImage.width', 'INVALID input.sections.0.body'],
      ...['REQUIRED input.sections.1.images.1', 'INVALID input.sections.2.images.0.alt'],
      ...['INVALID input.idempotencyKey', 'INVALID input.note'],
      ...['NOT_FOUND input.leadImage.id', 'DUPLICATE input.sections.3.id'],
    ]);
  });

  it('lists twenty faults of a body and a hundred in all', () => {
    expect(errorsOf(section({ body: 'a <b>\n'.repeat(50) }))).toHaveLength(20);
    const sections = Array.from({ length: 200 }, () => ({ body: '' }));
    expect(errorsOf({ sections })).toHaveLength(100);
  });

  it('speaks Arabic and English, and names the field', () => {
    const faults = update({ title: 'a'.repeat(301), tags: ['a'.repeat(101)] }).faults ?? [];
    expect(faults.map((fault) => toUserError(fault, 'en').message)).toEqual([
      'The title is longer than 300 characters.',
      'A tag’s name is longer than 100 characters.',
    ]);
    expect(faults.map((fault) => toUserError(fault, 'ar').message)).toEqual([
      'العنوان أطول من 300 حرف.',
      'اسم الوسم أطول من 100 حرف.',
    ]);
  });

  it('never fails, and takes what it stored as it is, whatever the texts', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, text, text, (title, slug, tag, body, alt) => {
        const edit = { title, slug, tags: [tag], sections: [{ body, images: [{ alt }] }] };
        const { content } = update(edit);
        fc.pre(content !== undefined);
        expect(applyInput(content, edit, { newId: idMaker('again') }).content).toEqual(content);
        const { title: storedTitle, slug: storedSlug, tags: storedTags, sections } = content;
        const again = { title: storedTitle, slug: storedSlug, tags: storedTags, sections };
        expect(applyInput(content, again, { newId: idMaker('again') }).content).toEqual(content);
      }),
      { numRuns: 500 },
    );
  });
});
