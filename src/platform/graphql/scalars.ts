import { GraphQLError, GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLEmailAddress, GraphQLLocale, GraphQLURL } from 'graphql-scalars';
import { canonicalLocale } from '../../lib/text';

/** RFC 3339, always UTC on output. */
export const DateTime = describe(
  GraphQLDateTime,
  'An instant in RFC 3339, always in UTC on output, e.g. `"2024-06-11T09:00:00.000Z"`.',
);

/**
 * An absolute address. A text is sent as it is: the service wrote it, or checked it coming in. An
 * input stays text, so that the service that takes it reports its fault together with all others.
 */
export const Url = new GraphQLScalarType<unknown, string>({
  ...GraphQLURL.toConfig(),
  parseValue: (value) => toText(value, 'URL'),
  parseLiteral: (node) => toText('value' in node ? node.value : undefined, 'URL'),
  serialize: (value) => (typeof value === 'string' ? value : String(GraphQLURL.serialize(value))),
  description:
    'An absolute URL by the WHATWG URL standard, e.g. `"https://news.example/articles/مقال"` (percent-encoded on output).',
});

/** A BCP 47 language tag. Every input becomes canonical, as stored tags are. */
export const Locale = new GraphQLScalarType<string, string>({
  ...GraphQLLocale.toConfig(),
  description:
    'A language tag by BCP 47, e.g. `"ar"`, `"ar-EG"`, `"en"`. Case does not count; it goes out in canonical form.',
  parseValue: toCanonicalLocale,
  parseLiteral: (node) => toCanonicalLocale('value' in node ? node.value : undefined),
});

/**
 * An e-mail address, as text: the service that takes it checks its form and answers in
 * `userErrors`, together with whatever else is wrong. A scalar that refuses would hide the other
 * faults and repeat the address in an error message.
 */
export const EmailAddress = new GraphQLScalarType<string, string>({
  name: 'EmailAddress',
  description:
    'An e-mail address, internationalized ones included (RFC 6531), e.g. `"reader@example.org"`, `"أحمد@مثال.إختبار"`. Invisible characters that keyboards put around it are taken off. It goes in only: no public type gives one out.',
  specifiedByURL: GraphQLEmailAddress.specifiedByURL,
  serialize: (value) => toText(value, 'EmailAddress'),
  parseValue: (value) => toText(value, 'EmailAddress'),
  parseLiteral: (node) => toText('value' in node ? node.value : undefined, 'EmailAddress'),
});

function toCanonicalLocale(value: unknown): string {
  const canonical = typeof value === 'string' ? canonicalLocale(value) : null;
  if (canonical === null) {
    throw new GraphQLError('Locale must be a language tag by BCP 47, such as ar, ar-EG or en');
  }
  return canonical;
}

function toText(value: unknown, scalar: string): string {
  if (typeof value !== 'string') throw new TypeError(`${scalar} must be a string`);
  return value;
}

function describe<Internal, External>(
  scalar: GraphQLScalarType<Internal, External>,
  description: string,
): GraphQLScalarType<Internal, External> {
  return new GraphQLScalarType({ ...scalar.toConfig(), description });
}
