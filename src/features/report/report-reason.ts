import { registerEnumType } from 'type-graphql';

/** Why a reader reports a comment. */
export enum ReportReason {
  SPAM = 'SPAM',
  ABUSE = 'ABUSE',
  OFF_TOPIC = 'OFF_TOPIC',
  OTHER = 'OTHER',
}

registerEnumType(ReportReason, {
  name: 'ReportReason',
  description: 'Why a reader reports a comment.',
  valuesConfig: {
    SPAM: { description: 'Advertising, or the same text everywhere.' },
    ABUSE: { description: 'Insults, threats or hatred.' },
    OFF_TOPIC: { description: 'Nothing to do with the article.' },
    OTHER: { description: 'Something else: say it in the note.' },
  },
});
