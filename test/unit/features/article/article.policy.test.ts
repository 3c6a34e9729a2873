import { Article } from '../../../../src/features/article/article.entity';
import {
  canSeeArticle,
  nextMomentOf,
  statusAt,
} from '../../../../src/features/article/article.policy';
import { anonymousReader, Role, type Viewer } from '../../../../src/platform/request';

const now = new Date('2024-06-12T09:00:00.000Z');
const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);

const viewerOf = (role: Role): Viewer => Object.assign({}, anonymousReader, { role });

type Stored = Article['storedStatus'];

const article = (storedStatus: Stored, publishedAt: Date, plans: Partial<Article> = {}) =>
  Object.assign(new Article(), {
    ...{ storedStatus, publishedAt, unpublishAt: null, scheduledAt: null },
    ...plans,
  });

describe('statusAt', () => {
  it.each([
    ['DRAFT', before, 'DRAFT'],
    ['DRAFT', after, 'DRAFT'],
    ['ARCHIVED', before, 'ARCHIVED'],
    ['PUBLISHED', before, 'PUBLISHED'],
    ['PUBLISHED', now, 'PUBLISHED'],
    ['PUBLISHED', after, 'SCHEDULED'],
  ] as const)('is for %s of %s: %s', (stored, publishedAt, status) => {
    expect(statusAt(article(stored, publishedAt), now)).toBe(status);
  });

  it('is DRAFT from the moment on at which the clock unpublishes it', () => {
    const statuses = [after, now, before].map((unpublishAt) =>
      statusAt(article('PUBLISHED', new Date(0), { unpublishAt }), now),
    );
    expect(statuses).toEqual(['PUBLISHED', 'DRAFT', 'DRAFT']);
  });

  it('is left alone by plans that an archived article still has', () => {
    expect(statusAt(article('ARCHIVED', before, { unpublishAt: before }), now)).toBe('ARCHIVED');
  });
});

describe('nextMomentOf', () => {
  const later = new Date(now.getTime() + 2);
  const published = (plans: Partial<Article>) => article('PUBLISHED', new Date(0), plans);

  it.each([
    ['a draft: none', article('DRAFT', after, { unpublishAt: after }), null],
    ['a published one without plans: none', published({}), null],
    [
      'a scheduled one: its publication',
      article('PUBLISHED', after, { unpublishAt: later }),
      after,
    ],
    ['one to be unpublished: that', published({ unpublishAt: after }), after],
    ['one to be replaced: that', published({ scheduledAt: after }), after],
    [
      'one to be unpublished after that: the replacement',
      published({ scheduledAt: after, unpublishAt: later }),
      after,
    ],
    [
      'one whose replacement is due: the moment that has passed',
      published({ scheduledAt: before, unpublishAt: later }),
      before,
    ],
    ['one that the clock has unpublished: none', published({ unpublishAt: now }), null],
  ] as const)('is for %s', (_, planned, moment) => {
    expect(nextMomentOf(planned, now)).toEqual(moment);
  });
});

describe('canSeeArticle', () => {
  const all = [
    article('DRAFT', before),
    article('ARCHIVED', before),
    article('PUBLISHED', after),
    article('PUBLISHED', now),
    article('PUBLISHED', before, { unpublishAt: now }),
  ];
  const seenBy = (role: Role) => all.map((each) => canSeeArticle(viewerOf(role), each, now));

  it.each([Role.READER, Role.MODERATOR])('shows a %s only what is published', (role) => {
    expect(seenBy(role)).toEqual([false, false, false, true, false]);
  });

  it.each([Role.EDITOR, Role.ADMIN])('shows an %s everything', (role) => {
    expect(seenBy(role)).toEqual([true, true, true, true, true]);
  });
});
