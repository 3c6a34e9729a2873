import {
  type DocumentNode,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  print,
} from 'graphql';
import { ArticlePageDocument, FrontPageDocument } from '../../examples/generated/operations';
import { addComment, addComments } from '../support/add-comments';
import { ask, recordStatements } from '../support/ask';
import { buildDraft, writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';
import { retagArticle } from '../support/tags';

const articleCount = 20;

/** Each field that leads to a list or to another object, under `articles { nodes { … } }`. */
const selections: Readonly<Record<string, string>> = {
  'Article.commentPolicy': 'commentPolicy { notice }',
  'Article.comments': 'comments(first: 3) { edges { cursor node { id } } totalCount }',
  'Article.editing': 'editing { version }',
  'Article.images': 'images { id }',
  'Article.leadImage': 'leadImage { id }',
  'Article.sections': 'sections { id }',
  'Article.shareLinks': 'shareLinks { url }',
  'Article.tags': 'tags { name articleCount }',
  'Comment.article': 'comments(first: 3) { nodes { article { title } } }',
  'Comment.parent':
    'comments(first: 3) { nodes { replies(first: 2) { nodes { parent { id } } } } }',
  'Comment.replies':
    'comments(first: 3) { nodes { replyCount replies(first: 2) { nodes { id } totalCount } } }',
  'CommentPolicy.requiredFields': 'commentPolicy { requiredFields }',
  'Image.article': 'images { article { title } }',
  'Image.file': 'images { file { id } }',
  'Image.section': 'images { section { heading } }',
  'Image.sources': 'images { sources { type srcset } }',
  'Section.article': 'sections { article { title } }',
  'Section.images': 'sections { images { id } }',
  'Section.paragraphs': 'sections { paragraphs }',
  'Tag.articles': 'tags { articles(first: 2) { nodes { id } totalCount } }',
};

/** Read from the article's row and from one more statement at most. */
const computed = ['commentCount', 'body(format: HTML)', 'wordCount status direction url'];

const ownTypes = ['Article', 'Section', 'Image', 'Comment', 'CommentPolicy', 'ShareLink', 'Tag'];

let service: TestApp;
let ids: readonly string[];

const labelsOf = (document: string, variables: object) =>
  recordStatements(service, (options) => ask(service, document, variables, options));

const overArticles = async (selection: string, count: number) => {
  // The next publication that is planned is looked for once after a change, with the first list.
  await ask(service, '{ articles(first: 1) { nodes { id } } }');
  const document = `query ($first: Int) { articles(first: $first) { nodes { ${selection} } } }`;
  return labelsOf(document, { first: count });
};

/** All but lists of what a connection or a payload holds, which are there with their parent. */
const listFieldsThatLeadOn = (): string[] =>
  ownTypes.flatMap((name) => {
    const type = service.app.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`The schema has no type ${name}`);
    return Object.values(type.getFields())
      .filter(
        (field) =>
          isListType(getNullableType(field.type)) || isCompositeType(getNamedType(field.type)),
      )
      .map((field) => `${name}.${field.name}`);
  });

beforeAll(async () => {
  // What a first read costs.
  service = await startApp({ environment: { ROW_CACHE: 'off' } });
  const written: string[] = [];
  for (let number = 0; number < articleCount; number += 1) {
    const { article } = await writeArticle(service);
    await retagArticle(service, article.id, ['غزة', `وسم ${number}`]);
    const [parentId = ''] = await addComments(service, article.id, 3);
    await addComments(service, article.id, 2, { parentId });
    written.push(article.id);
  }
  ids = written;
});

afterAll(() => service.stop());

describe('every field that leads to a list or to another object', () => {
  it('has a case here', () => {
    expect(Object.keys(selections)).toEqual(listFieldsThatLeadOn().sort());
  });

  it.each(Object.entries(selections))(
    'sends the same statements over one parent and over twenty: %s',
    async (_, selection) => {
      const overOne = await overArticles(selection, 1);
      expect(await overArticles(selection, articleCount)).toEqual(overOne);
      expect(overOne).toContain('article.listPage');
      expect(new Set(overOne).size).toBe(overOne.length);
    },
  );

  it.each(computed)('so do computed fields: %s', async (selection) => {
    const overOne = await overArticles(selection, 1);
    expect(await overArticles(selection, articleCount)).toEqual(overOne);
    expect(overOne.length).toBeLessThanOrEqual(2);
  });

  it('sends the same statements over one comment of an article and over twenty', async () => {
    const { article } = await writeArticle(service);
    const document = `query ($id: ID!) { node(id: $id) { ... on Article {
      comments(first: 20) { nodes { id replyCount article { id } parent { id }
        replies(first: 3) { nodes { id parent { id } } totalCount } } } } } }`;
    const parentId = await addComment(service, article.id);
    await addComment(service, article.id, { parentId });
    const overOne = await labelsOf(document, { id: article.id });
    for (const id of await addComments(service, article.id, 19)) {
      await addComment(service, article.id, { parentId: id });
    }
    expect(await labelsOf(document, { id: article.id })).toEqual(overOne);
  });

  it('sends the same statements over an article of one section and over one of twenty', async () => {
    const document = `query ($slug: String!) { article(slug: $slug) {
      body leadImage { id } images { id section { id } article { id } }
      sections { id body(format: HTML) paragraphs article { id } images { id } } } }`;
    const [section = { heading: null, body: 'نص', images: [] }] = buildDraft().sections;
    await writeArticle(service, { slug: 'short', sections: [section] });
    await writeArticle(service, {
      slug: 'long',
      sections: Array.from({ length: 20 }, () => section),
    });
    expect(await labelsOf(document, { slug: 'long' })).toEqual(
      await labelsOf(document, { slug: 'short' }),
    );
  });
});

describe('nodes', () => {
  it('sends the same statements for one id and for twenty', async () => {
    const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Article {
      title sections { id } comments(first: 2) { nodes { id } } } } }`;
    const overOne = await labelsOf(document, { ids: ids.slice(0, 1) });
    expect(await labelsOf(document, { ids })).toEqual(overOne);
    expect(overOne).toEqual([
      'article.findByIds',
      'comment.listByArticleIds',
      'section.listByArticleIds',
    ]);
  });
});

describe('Article.jsonLd', () => {
  /** An operation of `schema/operations` that asks for it beside all else. */
  const withJsonLd = (document: DocumentNode) =>
    print(document).replaceAll(/^( *)commentCount$/gm, '$1commentCount\n$1jsonLd');

  it('sends the same statements over one article and over twenty', async () => {
    const overOne = await overArticles('jsonLd', 1);
    expect(await overArticles('jsonLd', articleCount)).toEqual(overOne);
    expect(overOne).toEqual([
      'article.listPage',
      'articleTag.listTags',
      'commentTally.findByArticleIds',
      'image.listByArticleIds',
    ]);
  });

  it('costs ArticlePage and FrontPage the tags alone', async () => {
    const { article } = await writeArticle(service);
    const page = await labelsOf(withJsonLd(ArticlePageDocument), { slug: article.slug });
    expect(page).toEqual([
      'article.findBySlug',
      'articleTag.listTags',
      'comment.listByArticleIds',
      'commentTally.findByArticleIds',
      'image.listByArticleIds',
      'section.listByArticleIds',
    ]);
    await labelsOf(withJsonLd(FrontPageDocument), {});
    expect(await labelsOf(withJsonLd(FrontPageDocument), {})).toEqual([
      'article.listPage',
      'articleTag.listTags',
      'commentTally.findByArticleIds',
      'image.listByArticleIds',
    ]);
  });
});

describe('ArticlePage', () => {
  it('sends at most 6 statements', async () => {
    const { article } = await writeArticle(service);
    await addComments(service, article.id, 20);
    const labels = await recordStatements(service, async (options) => {
      const page = await ask(service, ArticlePageDocument, { slug: article.slug }, options);
      expect(page.article?.comments.nodes).toHaveLength(20);
    });
    expect(labels).toEqual([
      'article.findBySlug',
      'comment.listByArticleIds',
      'commentTally.findByArticleIds',
      'image.listByArticleIds',
      'section.listByArticleIds',
    ]);
  });
});

describe('FrontPage', () => {
  it('sends at most 4 statements for twenty articles', async () => {
    const record = () =>
      recordStatements(service, async (options) => {
        const { articles } = await ask(service, FrontPageDocument, { first: 20 }, options);
        expect(articles.nodes).toHaveLength(20);
      });
    await writeArticle(service);
    const afterChange = await record();
    expect(afterChange.length).toBeLessThanOrEqual(4);
    const labels = await record();
    expect(labels).toEqual([
      'article.listPage',
      'commentTally.findByArticleIds',
      'image.listByArticleIds',
    ]);
  });
});
