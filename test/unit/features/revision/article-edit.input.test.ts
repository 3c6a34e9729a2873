import { graphql, type GraphQLSchema } from 'graphql';
import { Arg, Mutation, Query, Resolver } from 'type-graphql';
import {
  CreateArticleInput,
  UpdateArticleInput,
} from '../../../../src/features/revision/article-edit.input';
import { buildGraphqlSchema } from '../../../../src/graphql/build-schema';

const received: object[] = [];

@Resolver()
class EchoResolver {
  @Query(() => Boolean)
  isThere(): boolean {
    return true;
  }

  @Mutation(() => Boolean)
  create(@Arg('input', () => CreateArticleInput) input: CreateArticleInput): boolean {
    received.push(input);
    return true;
  }

  @Mutation(() => Boolean)
  update(@Arg('input', () => UpdateArticleInput) input: UpdateArticleInput): boolean {
    received.push(input);
    return true;
  }
}

const context = { beginMutation: () => undefined, areLoadersRenewed: true };
const update = 'mutation ($input: UpdateArticleInput!) { update(input: $input) }';
const required = { id: 'article_1', version: 3 };

describe('UpdateArticleInput', () => {
  let schema: GraphQLSchema;

  beforeAll(() => {
    const noEvents = {
      subscribe: () => {
        throw new Error('There are no subscriptions');
      },
    };
    schema = buildGraphqlSchema([new EchoResolver()], noEvents);
  });

  beforeEach(() => {
    received.length = 0;
  });

  /** The input as the resolver has it. The service leaves each mutation to graphql-js. */
  async function send(source: string, variableValues: Record<string, unknown> = {}) {
    const { errors } = await graphql({ schema, source, variableValues, contextValue: context });
    expect(errors).toBeUndefined();
    return received[0];
  }

  it('has no property for what was not sent', async () => {
    const input = await send(update, { input: { ...required, sections: [{ body: 'a' }] } });
    expect(JSON.parse(JSON.stringify(input))).toEqual({
      ...{ ...required, onConflict: 'REJECT', sections: [{ body: 'a' }] },
    });
    expect(Object.keys(input ?? {}).sort()).toEqual(['id', 'onConflict', 'sections', 'version']);
    const { sections } = input as UpdateArticleInput;
    expect(Object.keys(sections?.[0] ?? {})).toEqual(['body']);
  });

  it('has null for what was sent as null', async () => {
    const nulls = {
      ...{ title: null, slug: null, locale: null, summary: null, byline: null, tags: null },
      ...{ readingTimeMinutes: null, correction: null, publishedAt: null, leadImage: null },
      ...{ sections: null, note: null },
    };
    const input = await send(update, { input: { ...required, ...nulls } });
    expect({ ...input }).toStrictEqual({ ...required, onConflict: 'REJECT', ...nulls });
  });

  it('tells the two apart within images and sections', async () => {
    const image = { id: 'image_1', alt: null, url: 'not an address' };
    const sections = [
      { body: '', heading: null, images: [image] },
      { body: 'a', images: null },
    ];
    const input = await send(update, { input: { ...required, leadImage: image, sections } });
    expect(JSON.parse(JSON.stringify(input))).toEqual({
      ...{ ...required, onConflict: 'REJECT', leadImage: image, sections },
    });
    const { leadImage } = input as UpdateArticleInput;
    expect(Object.keys(leadImage ?? {}).sort()).toEqual(['alt', 'id', 'url']);
  });

  it('tells the two apart in literals and in variables within them', async () => {
    const literal = `mutation ($summary: String, $byline: String) {
      update(input: { id: "article_1", version: 3, title: null, summary: $summary, byline: $byline })
    }`;
    const input = await send(literal, { byline: null });
    expect({ ...input }).toStrictEqual({
      ...{ ...required, onConflict: 'REJECT', title: null, byline: null },
    });
  });

  it('reads dates and language tags', async () => {
    const sent = { publishedAt: '2024-06-11T11:00:00+02:00', locale: 'AR-eg', onConflict: 'MERGE' };
    const input = await send(update, { input: { ...required, ...sent } });
    expect({ ...input }).toEqual({
      ...required,
      publishedAt: new Date('2024-06-11T09:00:00Z'),
      locale: 'ar-EG',
      onConflict: 'MERGE',
    });
  });

  it('is much like the input of a new article', async () => {
    const create = 'mutation ($input: CreateArticleInput!) { create(input: $input) }';
    const sent = { title: 'a', locale: 'ar', sections: [], slug: null };
    const input = await send(create, { input: sent });
    expect({ ...input }).toStrictEqual(sent);
  });
});
