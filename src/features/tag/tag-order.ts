import { registerEnumType } from 'type-graphql';

/** In which order a list of tags runs. */
export enum TagOrder {
  ARTICLES_DESC = 'ARTICLES_DESC',
  NAME_ASC = 'NAME_ASC',
}

registerEnumType(TagOrder, {
  name: 'TagOrder',
  description: 'In which order a list of tags runs.',
  valuesConfig: {
    ARTICLES_DESC: { description: 'The most used first, as in a cloud of tags.' },
    NAME_ASC: {
      description:
        'By name, from أ to ي: marks, hamzas and case do not count. Digits and Latin letters come first.',
    },
  },
});
