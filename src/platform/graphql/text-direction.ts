import { registerEnumType } from 'type-graphql';

/** Which way a text runs. */
export enum TextDirection {
  LTR = 'LTR',
  RTL = 'RTL',
}

registerEnumType(TextDirection, {
  name: 'TextDirection',
  description: 'Which way a text runs, for the `dir` attribute of a page.',
  valuesConfig: {
    LTR: { description: 'From left to right, e.g. English.' },
    RTL: { description: 'From right to left, e.g. Arabic.' },
  },
});
