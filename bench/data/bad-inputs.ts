import type { TextPools } from '../../test/support/random-documents';
import type { Random } from './random';

/** Inputs that are long, deep, many or wrong. */
export function drawBadInput(random: Random, { ids, texts }: TextPools) {
  const size = 10 ** random.between(1, 4);
  const letter = random.pick(['a', 'ا', '\u0301', 'a\u0301', '\n', ' ', '"', '<b>', '[x](y) ']);
  const text = letter.repeat(size);
  const numbers = Array.from({ length: size }, (_, number) => number);
  const addComment =
    'mutation ($i: AddCommentInput!) { addComment(input: $i) { comment { id } userErrors { message } } }';
  const search =
    'query ($q: String!) { searchArticles(query: $q, first: 100) { nodes { title } } }';
  return random.pick([
    {
      query: addComment,
      variables: {
        i: { articleId: random.pick(ids), authorName: 'x', authorEmail: 'x@y.zz', body: text },
      },
    },
    {
      query: addComment,
      variables: { i: Object.fromEntries(numbers.map((n) => [`f${n}`, 1])) },
    },
    {
      query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      variables: { ids: numbers.map(() => ({})) },
    },
    { query: search, variables: { q: text } },
    { query: search, variables: { q: `"${texts.slice(0, size / 10).join('" "')}"` } },
    { query: `${'\n'.repeat(size)}{ ${'unknown '.repeat(Math.min(size, 1_900))} }`, variables: {} },
    {
      query: '{ articles(filter: { byline: "" }) { nodes { body } } }',
      variables: { unused: text },
    },
  ]);
}
