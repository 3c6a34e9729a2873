import { z } from 'zod';
import { listFolded } from '../words/listed-word';

/** What the site does with a comment that nothing is held against. */
export const moderationModes = ['OPEN', 'FIRST_HELD', 'ALL_HELD'] as const;

const minLetters = 2;
/** Units: UTF-16 code units. */
const maxWordLength = 200;
/** Address hashes are dropped after two days, so nothing older is compared. */
const maxWindowHours = 24;
const count = (low: number, high: number) => z.int().min(low).max(high);

const listedWord = z
  .string()
  // The other rule is asked only of a word of a bounded length.
  .max(maxWordLength, { abort: true })
  // A ligature such as ﷺ stands for eighteen letters.
  .refine((word) => word.normalize('NFKC').length <= 2 * maxWordLength, {
    error: `has more than ${2 * maxWordLength} letters once its ligatures are written out`,
    abort: true,
  })
  .refine((word) => listFolded(word).join('').length >= minLetters, {
    error: `needs at least ${minLetters} letters or digits, not counting marks and hamzas`,
  });

const externalSchema = z.strictObject({
  /** Asked by POST before a comment is written. */
  url: z.url({ protocol: /^https?$/ }),
  timeoutMs: count(50, 30_000).default(2_000),
  /** What becomes of a comment that the service says nothing about. */
  whenUnanswered: z.enum(['HOLD', 'PASS']).default('HOLD'),
});

/** What a rules file may say; what it leaves out has the default that stands here. */
export const moderationRulesSchema = z.strictObject({
  /** A name for this state of the file, stored with every finding; default: a hash of the file. */
  version: z.string().min(1).max(50).optional(),
  mode: z.enum(moderationModes).default('OPEN'),
  /** Rejected where they stand in a comment or a name as they are listed; held where a form does. */
  banned: z.array(listedWord).max(100_000).default([]),
  /** Held where they stand. */
  suspect: z.array(listedWord).max(100_000).default([]),
  /** More links than this hold; null for any number. */
  maxLinks: count(0, 1_000).nullable().default(2),
  /** Days after its publication that an article takes comments; null for ever. */
  closeAfterDays: count(1, 36_500).nullable().default(null),
  /** Held where the comment is shorter. Units: characters as people count them. */
  minBodyLength: count(1, 5_000).nullable().default(null),
  /** Held where the comment is longer. */
  maxBodyLength: count(1, 5_000).nullable().default(null),
  /**
   * Held where the same author sent the same text, or nearly, so many hours before; from the same
   * network, a text of more than five words.
   */
  repeats: z
    .strictObject({
      windowHours: count(1, maxWindowHours).default(24),
      /** The share of three-word runs in common, from which texts are nearly the same. */
      likeness: z.number().min(0.5).max(1).default(0.8),
    })
    .nullable()
    .prefault({}),
  /** Held where one address sends more comments than this in so many seconds. */
  pace: z
    .strictObject({
      maxComments: count(1, 50).default(30),
      windowSeconds: count(1, 86_400).default(60),
    })
    .nullable()
    .prefault({}),
  /** Names of the newsroom’s own, beside each article’s byline. */
  reservedNames: z.array(z.string().min(1).max(200)).max(1_000).default([]),
  holdReservedNames: z.boolean().default(true),
  holdBidiControls: z.boolean().default(true),
  /** Minutes in which an author may edit with the receipt; 0 for never, null for ever. */
  editWindowMinutes: count(0, 525_600).nullable().default(15),
  external: externalSchema.nullable().default(null),
});

/** The site's rules of moderation. */
export type ModerationRules = z.output<typeof moderationRulesSchema>;

/**
 * The rules where no file is named: no word lists, no waiting, and nothing that compares comments
 * with earlier ones, so that a script's and a demonstration's are as welcome as a reader's.
 */
export const builtInRules: ModerationRules = moderationRulesSchema.parse({
  version: 'built-in',
  repeats: null,
  pace: null,
});
