import fc from 'fast-check';
import { dropHamzas, foldText } from '../../src/lib/text';
import { Role } from '../../src/platform/request';
import { codesOf, recordStatements } from '../support/ask';
import { askAs } from '../support/ask-as';
import { writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { findSlugs, search, searching, type SearchPage } from '../support/search';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';

let service: TestApp;

const text = (body: string) => [{ heading: null, body, images: [] }];

const publish = (slug: string, title: string, body = 'نص المقال', overrides = {}) =>
  writeArticle(service, { slug, title, byline: null, sections: text(body), ...overrides });

describe('searchArticles', () => {
  beforeAll(async () => {
    service = await startApp({ environment: { RESPONSE_CACHE: 'false', ROW_CACHE: 'off' } });
    await publish('truce', 'وقف إطلاق النار في غزة', 'أعلنت الحكومة اتفاقًا على التهدئة.');
    await publish('body', 'أخبار المنطقة', 'قال المتحدث إن غزة تنتظر المساعدات.');
    await publish('fire', 'حريق كبير', 'اندلعت النار، وجرى إطلاق صفارات الإنذار ثم وقف التيار.');
    await publish('people', 'الفلسطينيون يعودون', 'عادوا إلى بيوتهم.');
    await publish('english', 'Elections in Lebanon', 'Voters were running to the polls.', {
      locale: 'en',
      byline: 'Sara',
    });
    await publish('parts', 'تقرير مصور', 'فقرة أولى.', {
      summary: 'ملخص عن الزيتون',
      sections: [
        {
          heading: 'موسم القطاف',
          body: 'عن الأشجار.\n\nوعن المعاصر القديمة.',
          images: [{ alt: null, caption: 'مزارع في بستانه', credit: 'رويترز' }],
        },
      ],
    });
  });

  afterAll(() => service.stop());

  it.each<[string, string, string[]]>([
    ['words, those of the title first', 'غزة', ['truce', 'body']],
    ['other forms of a word', 'للحكومات', ['truce']],
    ['a name by its people, and a people by its name', 'فلسطين', ['people']],
    ['English by its stem', 'run election', ['english']],
    ['the summary', 'الزيتون', ['parts']],
    ['a heading', 'القطاف', ['parts']],
    ['a caption', 'بستان', ['parts']],
    ['an exact phrase, what is written onto its first word aside', '"إطلاق النار"', ['truce']],
    ['an excluded word', 'غزة -المساعدات', ['truce']],
    ['an excluded phrase', 'النار -"إطلاق النار"', ['fire']],
    ['the beginning of the last word, as one types', 'المسا', ['body']],
    ['a word that looks alike where nobody has it', 'المساعدت', ['body']],
    ['stop words where there is nothing else', 'إلى', ['people']],
  ])('finds %s', async (_, query, slugs) => {
    expect(await findSlugs(service, query)).toEqual(slugs);
  });

  it.each([
    '',
    '   ',
    '"',
    '-',
    '-غزة',
    '""',
    '«»',
    '؟!',
    'ً',
    '\u200F',
    '()*:^',
    '\u0000',
    '\uD800',
  ])('answers with an empty page where there is no word to look for: %j', async (query) => {
    const { edges, totalCount, pageInfo, suggestion } = await search(service, query);
    expect([edges, totalCount, suggestion]).toEqual([[], 0, null]);
    expect(pageInfo.hasNextPage).toBe(false);
  });

  it.each([
    'AND',
    'غزة AND NOT OR NEAR(',
    'title:غزة',
    'غزة*',
    '(غزة | مصر) & !x:A',
    "'; DROP",
    '\\',
  ])('takes what a database would read as an operator for a word or a mark: %j', async (query) => {
    await expect(search(service, query)).resolves.toBeDefined();
  });

  it('answers any text with a page or with BAD_USER_INPUT, and logs no error', async () => {
    const pieces = fc.constantFrom(
      ...['غزة', 'النار', '"', '«', '»', '-', '*', ':', '(', ')', "'", '\\', '|', '&', '!', '<->'],
      ...['NEAR', 'AND', ' ', 'ً', 'ـ', '\u200F', '\u0000', '\uD800', 'ﻻ', '🇱🇧', '٣', 'x', '?', 'Ω'],
    );
    const queries = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('غ'.repeat(10_000), 'غزة '.repeat(200), '"'.repeat(1_000)),
    );
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const answer = await service.send(searching, { query });
        expect([200, 400]).toContain(answer.status);
        for (const code of codesOf(answer)) expect(code).toBe('BAD_USER_INPUT');
      }),
      { numRuns: 60 },
    );
    expect(service.log.filter((line) => line.includes('DatabaseError'))).toEqual([]);
  });

  it('answers words of letters outside the basic plane', async () => {
    for (const query of ['\u{11380}\u0F71', '\u{1E900}\u{1E901}\u{1E902}', '\u{20000}']) {
      const answer = await service.send(searching, { query });
      expect({ query, status: answer.status }).toEqual({ query, status: 200 });
    }
  });

  it.each([
    ['غ'.repeat(10_000), 'at most 1000 characters'],
    ['غزة '.repeat(65), 'at most 64 words'],
    ['"غزة" '.repeat(9), 'at most 8 quoted phrases'],
    ['غزة ' + '-"قطاع غزة" '.repeat(9), 'at most 8 quoted phrases'],
  ])('refuses a query that is too long, and says what would be right', async (query, message) => {
    const answer = await service.send(searching, { query });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.message).toContain(message);
  });

  it.each([{ first: -1 }, { first: 101 }, { after: 'x' }, { after: 'y'.repeat(40_000) }])(
    'refuses the page %j',
    async (page) => {
      const answer = await service.send(searching, { query: 'غزة', ...page });
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('keeps to the filter', async () => {
    expect(await findSlugs(service, { query: 'Lebanon', filter: { locale: 'en' } })).toEqual([
      'english',
    ]);
    expect(await findSlugs(service, { query: 'Lebanon', filter: { locale: 'ar' } })).toEqual([]);
    expect(await findSlugs(service, { query: 'Lebanon', filter: { byline: 'Sara' } })).toEqual([
      'english',
    ]);
    const publishedAfter = '2024-06-11T09:00:00.001Z';
    expect(await findSlugs(service, { query: 'غزة', filter: { publishedAfter } })).toEqual([]);
  });

  it('scores by falling fit', async () => {
    const { edges } = await search(service, 'النار غزة');
    const scores = edges.map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(1);
    expect([...scores].sort((one, other) => other - one)).toEqual(scores);
  });

  it('sends the same statements for one article that is found and for many', async () => {
    const record = (query: string) =>
      recordStatements(service, (options) => search(service, query, options));
    await record('غزة ');
    const overOne = await record('القطاف ');
    expect(await record('غزة ')).toEqual(overOne);
    expect(overOne).toEqual([
      'article.findByIds',
      'image.listByArticleIds',
      'search.findTerms',
      'search.getState',
      'search.listCandidates',
      'search.listTexts',
      'section.listByArticleIds',
    ]);
  });
});

describe('searchArticles, highlights', () => {
  beforeAll(async () => {
    service = await startApp({ environment: { RESPONSE_CACHE: 'false' } });
  });

  afterAll(() => service.stop());

  const shown = ({ edges }: SearchPage) =>
    edges[0]?.highlights.map(({ field, text: whole, ranges }) => [
      field,
      ranges.map(({ start, end }) => whole.slice(start, end)),
    ]);

  it('mark the words in the article’s own letters, by the part that they stand in', async () => {
    await publish('marked', 'زيتونُ الجليل', 'x', {
      summary: 'عن الزيتون',
      sections: [
        {
          heading: 'قطاف الزّيتون',
          body: 'لا شيء هنا.\n\nأشجار زيتـون و**زيتون**.',
          images: [{ alt: null, caption: 'شجرة ﺯﻳﺘﻮﻥ', credit: null }],
        },
      ],
    });
    expect(shown(await search(service, 'زيتون '))).toEqual([
      ['TITLE', ['زيتونُ']],
      ['SUMMARY', ['الزيتون']],
      ['HEADING', ['الزّيتون']],
      ['BODY', ['زيتـون', 'وزيتون']],
      ['CAPTION', ['ﺯﻳﺘﻮﻥ']],
    ]);
  });

  it('show the three paragraphs that hold most of the words, in reading order', async () => {
    const body = ['سفينة', 'سفينة وميناء', 'ميناء', 'سفينة وميناء ورصيف', 'رصيف وسفينة'];
    await publish('long', 'بحر', body.join('\n\n'));
    const page = await search(service, 'سفينة ميناء رصيف ');
    const paragraphs = page.edges[0]?.highlights.map((highlight) => highlight.text);
    expect(paragraphs).toEqual([body[1], body[3], body[4]]);
  });

  it('cover whole grapheme clusters and, folded, are the words that were found', async () => {
    const noise = fc.constantFrom('\u064E', '\u0651', '\u0640', '\u200F', '\u0654', '', '', '');
    const word = (letters: string) =>
      fc
        .array(noise, { minLength: letters.length, maxLength: letters.length })
        .map((marks) => Array.from(letters, (letter, at) => letter + (marks[at] ?? '')).join(''));
    const texts = fc.array(
      fc.oneof(word('مدرسة'), word('المدرسة'), fc.constantFrom('٣', 'ﻻ', 'ﷲ', 'é', '🇵🇸', '،', 'و')),
      { minLength: 1, maxLength: 8 },
    );
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(texts, async (words) => {
        const title = words.join(' ');
        await publish('property', title);
        const { edges } = await search(service, 'مدرسة ');
        const all = edges.flatMap(({ highlights }) => highlights);
        for (const { text: whole, ranges } of all) {
          const borders = new Set([
            ...Array.from(graphemes.segment(whole), ({ index }) => index),
            whole.length,
          ]);
          for (const { start, end } of ranges) {
            expect(borders.has(start) && borders.has(end)).toBe(true);
            expect(dropHamzas(foldText(whole.slice(start, end)))).toMatch(/^(ال)?مدرسه$/u);
          }
        }
        const wanted = words.filter((one) => dropHamzas(foldText(one)).includes('مدرسه')).length;
        const marked = all.find(({ field }) => field === 'TITLE');
        expect(marked?.ranges.length ?? 0).toBe(wanted);
      }),
      { numRuns: 40 },
    );
  });
});

describe('searchArticles, for whoever asks', () => {
  const slugsFor = async (role: Role, filter: object = {}) => {
    const source = `query ($filter: ArticleFilter) {
      searchArticles(query: "سري", filter: $filter) { nodes { slug status } totalCount } }`;
    const { searchArticles } = await askAs<{ searchArticles: SearchPage }>(service, role, source, {
      filter,
    });
    return searchArticles.nodes.map(({ slug }) => slug);
  };

  beforeAll(async () => {
    service = await startApp();
    await publish('public', 'تقرير سري');
    const draft = await publish('draft', 'مسودة سرية');
    const archived = await publish('archived', 'أرشيف سري');
    await changeRow(service, draft.article.id, `status = 'DRAFT'`);
    await changeRow(service, archived.article.id, `status = 'ARCHIVED'`);
    await publish('scheduled', 'سري قادم', 'نص', { publishedAt: new Date('2024-06-13T09:00:00Z') });
  });

  afterAll(() => service.stop());

  it('finds only what is published, for readers and, unless they ask for more, for editors', async () => {
    expect(await findSlugs(service, 'سري')).toEqual(['public']);
    expect(await slugsFor(Role.EDITOR)).toEqual(['public']);
  });

  it('finds drafts, scheduled and archived articles for editors who ask for them', async () => {
    expect(await slugsFor(Role.EDITOR, { status: ['DRAFT'] })).toEqual(['draft']);
    expect(await slugsFor(Role.EDITOR, { status: ['SCHEDULED'] })).toEqual(['scheduled']);
    expect(await slugsFor(Role.ADMIN, { status: ['ARCHIVED'] })).toEqual(['archived']);
  });

  it.each(['DRAFT', 'SCHEDULED', 'ARCHIVED'])('forbids readers the status %s', async (status) => {
    const variables = { query: 'سري', filter: { status: [status] } };
    const reader = withToken(await createToken(service, Role.READER));
    expect(codesOf(await service.send(searching, variables))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await service.send(searching, variables, reader))).toEqual(['FORBIDDEN']);
  });

  it('finds a scheduled article from its time on, also where the answer was kept', async () => {
    const { clock } = service;
    clock.set('2024-06-13T08:59:59.999Z');
    expect(await findSlugs(service, 'سري')).toEqual(['public']);
    clock.set('2024-06-13T09:00:00.000Z');
    expect((await findSlugs(service, 'سري')).sort()).toEqual(['public', 'scheduled']);
  });
});

describe('searchArticles, kept answers', () => {
  beforeAll(async () => {
    service = await startApp();
  });

  afterAll(() => service.stop());

  it('is answered from what is kept, and anew once an article was added, edited or taken off', async () => {
    await publish('first', 'قمر جديد');
    expect(await findSlugs(service, 'قمر')).toEqual(['first']);
    service.statements.length = 0;
    service.clock.advance(1_000);
    expect(await findSlugs(service, 'قمر')).toEqual(['first']);
    expect(service.statements).toEqual([]);
    const { article } = await publish('second', 'قمر', 'قمر قمر');
    expect(await findSlugs(service, 'قمر')).toEqual(['second', 'first']);
    await publish('first', 'شمس');
    expect(await findSlugs(service, 'قمر')).toEqual(['second']);
    await changeRow(service, article.id, `status = 'ARCHIVED'`);
    expect(await findSlugs(service, 'قمر')).toEqual([]);
  });

  it('finds in an absence what is written later', async () => {
    expect(await findSlugs(service, 'عنقاء')).toEqual([]);
    await publish('phoenix', 'عودة العنقاء');
    expect(await findSlugs(service, 'عنقاء')).toEqual(['phoenix']);
  });
});

describe('searchArticles, suggestion', () => {
  beforeAll(async () => {
    service = await startApp();
    await publish('gaza', 'أخبار غزة', 'في غزة وفلسطين اليوم');
    const draft = await publish('hidden', 'مشروع عنقود');
    await changeRow(service, draft.article.id, `status = 'DRAFT'`);
  });

  afterAll(() => service.stop());

  it.each([
    ['غزذ', 'غزة'],
    ['أخبار غزذ', 'أخبار غزة'],
    ['«فلصطين» اليوم', '«فلسطين» اليوم'],
  ])('is for %j what articles hold: %j', async (query, suggestion) => {
    expect((await search(service, query)).suggestion).toBe(suggestion);
  });

  it.each(['غزة', 'قسطنطينية', 'xyz', 'غز'])('is null for %j', async (query) => {
    expect((await search(service, query)).suggestion).toBeNull();
  });

  it('tells nothing of what the viewer may not see', async () => {
    expect(await search(service, 'عنقوذ ')).toMatchObject({ totalCount: 0, suggestion: null });
  });

  it.each([
    ['غزة عنقوذ ', null],
    ['عنقوذ غزة ', null],
    ['غزذ عنقوذ ', 'غزة عنقوذ '],
  ])('tells nothing of it beside words that are public: %j', async (query, suggestion) => {
    expect((await search(service, query)).suggestion).toBe(suggestion);
  });
});

describe('searchArticles, what a query costs', () => {
  it('grows with its words, also where the document was sent before with fewer', async () => {
    const own = await startApp({ environment: { MAX_COST: '20' } });
    const document =
      'query ($query: String!) { searchArticles(query: $query, first: 1) { totalCount } }';
    const few = await own.send(document, { query: 'غزة اليوم' });
    const many = await own.send(document, { query: 'غزة '.repeat(12) });
    const inText = await own.send(
      `{ searchArticles(query: "${'غزة '.repeat(12)}", first: 1) { totalCount } }`,
    );
    expect([few, many, inText].map(codesOf)).toEqual([
      [],
      ['COST_LIMIT_EXCEEDED'],
      ['COST_LIMIT_EXCEEDED'],
    ]);
    await own.stop();
  });
});
