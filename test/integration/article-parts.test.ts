import type { Article } from '../../examples/generated/operations';
import type { PageSection } from '../../src/features/revision/page-article';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';

const opening: PageSection = {
  heading: null,
  body: 'الفقرة **الأولى** هنا.\n\nThe second has [a link](https://example.com/?a=1&b=2).',
  images: [
    { alt: 'وصف الصورة', caption: 'تعليق الصورة', credit: 'رويترز' },
    { alt: null, caption: 'صورة بلا وصف', credit: null },
  ],
};
const second: PageSection = {
  heading: '1. عنوان *فرعي* <b>',
  body: 'قبل\n\n- بند\n- بند آخر\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))',
  images: [{ alt: 'الثالثة', caption: null, credit: 'الأناضول' }],
};

let service: TestApp;
let slug: string;

const readArticle = async <Field extends keyof Article>(
  selection: string,
  of = slug,
): Promise<Pick<Article, Field>> => {
  const document = `query ($slug: String!) { article(slug: $slug) { ${selection} } }`;
  return (await ask<{ article: Pick<Article, Field> }>(service, document, { slug: of })).article;
};

beforeAll(async () => {
  service = await startApp({ environment: { PUBLIC_URL: 'https://news.example' } });
  const { article } = await writeArticle(service, {
    title: 'عنوان & "خبر" 100%',
    sections: [opening, second],
  });
  ({ slug } = article);
});

afterAll(() => service.stop());

describe('Article.sections', () => {
  it('come by position, the opening one without a heading, each with its plain paragraphs', async () => {
    const { sections } = await readArticle<'sections'>('sections { position heading paragraphs }');
    expect(sections).toEqual([
      {
        position: 0,
        heading: null,
        paragraphs: ['الفقرة الأولى هنا.', 'The second has a link.'],
      },
      {
        position: 1,
        heading: '1. عنوان *فرعي* <b>',
        paragraphs: [
          'قبل',
          'بند',
          'بند آخر',
          '<script>alert(1)</script>',
          '[x](javascript:alert(1))',
        ],
      },
    ]);
  });

  it('lead back to their article', async () => {
    const { id, sections } = await readArticle<'id' | 'sections'>('id sections { article { id } }');
    expect(sections.map(({ article }) => article.id)).toEqual([id, id]);
  });

  it('keep their ids when the article is edited', async () => {
    const draft = { slug: 'kept', isSlugChosen: true, sections: [opening, second] };
    await writeArticle(service, draft);
    const before = await readArticle('sections { id } images { id }', 'kept');
    await writeArticle(service, { ...draft, title: 'عنوان آخر' });
    expect(await readArticle('sections { id } images { id }', 'kept')).toEqual(before);
  });
});

describe('Article.images', () => {
  it('come by position over the article, each in its section, the caption standing in for an alt', async () => {
    const { images } = await readArticle<'images'>(
      'images { position alt caption credit section { position } }',
    );
    expect(images).toEqual([
      {
        position: 0,
        alt: 'وصف الصورة',
        caption: 'تعليق الصورة',
        credit: 'رويترز',
        section: { position: 0 },
      },
      {
        position: 1,
        alt: 'صورة بلا وصف',
        caption: 'صورة بلا وصف',
        credit: null,
        section: { position: 0 },
      },
      { position: 2, alt: 'الثالثة', caption: null, credit: 'الأناضول', section: { position: 1 } },
    ]);
  });

  it('are the images of the sections, one after the other', async () => {
    const { images, sections } = await readArticle<'images' | 'sections'>(
      'images { id } sections { images { id } }',
    );
    expect(sections.flatMap((section) => section.images)).toEqual(images);
  });

  it('lead back to their article', async () => {
    const { id, images } = await readArticle<'id' | 'images'>('id images { article { id } }');
    expect(new Set(images.map(({ article }) => article.id))).toEqual(new Set([id]));
  });

  it('have no address and no size while the service holds no file for them', async () => {
    const { images } = await readArticle<'images'>(
      'images { url(width: 800, format: WEBP) width height }',
    );
    expect(images[0]).toEqual({ url: null, width: null, height: null });
  });
});

describe('Article.leadImage', () => {
  it('is the first image', async () => {
    const { leadImage } = await readArticle<'leadImage'>('leadImage { alt }');
    expect(leadImage).toEqual({ alt: 'وصف الصورة' });
  });

  it('is null for an article without images, whose lists are empty', async () => {
    await writeArticle(service, { slug: 'bare', sections: [{ ...opening, images: [] }] });
    expect(
      await readArticle('leadImage { id } images { id } sections { images { id } }', 'bare'),
    ).toEqual({
      leadImage: null,
      images: [],
      sections: [{ images: [] }],
    });
  });
});

describe('Article.body', () => {
  it('is CommonMark by default, its headings escaped and one level below the headline', async () => {
    const { body } = await readArticle<'body'>('body');
    expect(body).toBe([opening.body, '## 1\\. عنوان \\*فرعي\\* \\<b>', second.body].join('\n\n'));
  });

  it('is plain text as TEXT, its parts parted by an empty line', async () => {
    const { body } = await readArticle<'body'>('body(format: TEXT)');
    expect(body).toBe(
      [
        'الفقرة الأولى هنا.',
        'The second has a link.',
        '1. عنوان *فرعي* <b>',
        'قبل',
        'بند',
        'بند آخر',
        '<script>alert(1)</script>',
        '[x](javascript:alert(1))',
      ].join('\n\n'),
    );
  });

  it('is HTML in which nothing runs, as HTML', async () => {
    const { body } = await readArticle<'body'>('body(format: HTML)');
    expect(body).toContain('<p>الفقرة <strong>الأولى</strong> هنا.</p>');
    expect(body).toContain('<a href="https://example.com/?a=1&amp;b=2" rel="noopener">a link</a>');
    expect(body).toContain('<h2>1. عنوان *فرعي* &lt;b&gt;</h2>');
    expect(body).toContain('&lt;script&gt;');
    expect(body).not.toMatch(/<script|href="javascript/i);
  });

  it('is the sections’ bodies with their headings between them, in each form', async () => {
    const { body, sections } = await readArticle<'body' | 'sections'>(
      'body(format: HTML) sections { body(format: HTML) }',
    );
    expect(body).toBe(
      [sections[0]?.body, '<h2>1. عنوان *فرعي* &lt;b&gt;</h2>', sections[1]?.body].join('\n'),
    );
  });
});

describe('Section.body', () => {
  it('has no heading, in any form', async () => {
    const { sections } = await readArticle<'sections'>(
      'sections { body(format: TEXT) markdown: body html: body(format: HTML) }',
    );
    const [, section] = sections as unknown as Record<string, string>[];
    expect(section).toMatchObject({ markdown: second.body });
    for (const form of Object.values(section ?? {})) expect(form).not.toContain('فرعي');
  });
});

describe('Article.shareLinks', () => {
  it('fill in the headline and the address for each network, percent-encoded', async () => {
    const { shareLinks, url } = await readArticle<'shareLinks' | 'url'>(
      'url shareLinks { network url }',
    );
    const filled = shareLinks.map((link) => [
      link.network,
      new URL(link.url).origin,
      Object.fromEntries(new URL(link.url).searchParams),
    ]);
    const title = 'عنوان & "خبر" 100%';
    expect(filled).toEqual([
      ['FACEBOOK', 'https://www.facebook.com', { u: url }],
      ['X', 'https://x.com', { text: title, url }],
      ['WHATSAPP', 'https://wa.me', { text: `${title} ${url}` }],
      ['TELEGRAM', 'https://t.me', { url, text: title }],
      ['LINKEDIN', 'https://www.linkedin.com', { url }],
      ['EMAIL', 'null', { subject: title, body: url }],
    ]);
  });

  it('have no plus sign for a space, which mail programs would show', async () => {
    const { shareLinks } = await readArticle<'shareLinks'>('shareLinks { url }');
    for (const { url } of shareLinks) expect(url).not.toContain('+');
  });
});
