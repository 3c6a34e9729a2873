import { registerEnumType } from 'type-graphql';

/** Where an article stands on its way to the reader. */
export enum ArticleStatus {
  DRAFT = 'DRAFT',
  SCHEDULED = 'SCHEDULED',
  PUBLISHED = 'PUBLISHED',
  ARCHIVED = 'ARCHIVED',
}

/** In which order a list of articles runs. */
export enum ArticleOrder {
  PUBLISHED_AT_DESC = 'PUBLISHED_AT_DESC',
  PUBLISHED_AT_ASC = 'PUBLISHED_AT_ASC',
}

/** Where an article can be shared. */
export enum ShareNetwork {
  FACEBOOK = 'FACEBOOK',
  X = 'X',
  WHATSAPP = 'WHATSAPP',
  TELEGRAM = 'TELEGRAM',
  LINKEDIN = 'LINKEDIN',
  EMAIL = 'EMAIL',
}

registerEnumType(ArticleStatus, {
  name: 'ArticleStatus',
  description: 'Where an article stands on its way to the reader.',
  valuesConfig: {
    DRAFT: { description: 'Being written; seen by editors only.' },
    SCHEDULED: {
      description: 'Will be published at `publishedAt` by itself; seen by editors only.',
    },
    PUBLISHED: { description: 'For every reader.' },
    ARCHIVED: { description: 'Taken off the site but not deleted; only editors see it.' },
  },
});

registerEnumType(ArticleOrder, {
  name: 'ArticleOrder',
  description: 'In which order a list of articles runs.',
  valuesConfig: {
    PUBLISHED_AT_DESC: { description: 'The newest first, as on a front page.' },
    PUBLISHED_AT_ASC: { description: 'The oldest first, as in an archive.' },
  },
});

registerEnumType(ShareNetwork, {
  name: 'ShareNetwork',
  description: 'Where a reader can share an article.',
  valuesConfig: {
    FACEBOOK: { description: 'Facebook’s share dialogue.' },
    X: { description: 'A post on X (formerly Twitter).' },
    WHATSAPP: { description: 'A WhatsApp message.' },
    TELEGRAM: { description: 'A Telegram message.' },
    LINKEDIN: { description: 'A post on LinkedIn.' },
    EMAIL: { description: 'A message in the reader’s own mail program.' },
  },
});
