import { Article } from '../../../../src/features/article/article.entity';
import { canSeeArticle, statusAt } from '../../../../src/features/article/article.policy';
import { anonymousReader, Role, type Viewer } from '../../../../src/platform/request';

const now = new Date('2024-06-12T09:00:00.000Z');
const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);

const viewerOf = (role: Role): Viewer => Object.assign({}, anonymousReader, { role });

const article = (storedStatus: 'DRAFT' | 'PUBLISHED' | 'ARCHIVED', timelineAt: Date) =>
  Object.assign(new Article(), { storedStatus, timelineAt, publishedAt: timelineAt });

describe('statusAt', () => {
  it.each([
    ['DRAFT', before, 'DRAFT'],
    ['DRAFT', after, 'DRAFT'],
    ['ARCHIVED', before, 'ARCHIVED'],
    ['PUBLISHED', before, 'PUBLISHED'],
    ['PUBLISHED', now, 'PUBLISHED'],
    ['PUBLISHED', after, 'SCHEDULED'],
  ] as const)('is for %s of %s: %s', (stored, timelineAt, status) => {
    expect(statusAt(article(stored, timelineAt), now)).toBe(status);
  });
});

describe('canSeeArticle', () => {
  const all = [
    article('DRAFT', before),
    article('ARCHIVED', before),
    article('PUBLISHED', after),
    article('PUBLISHED', now),
  ];
  const seenBy = (role: Role) => all.map((each) => canSeeArticle(viewerOf(role), each, now));

  it.each([Role.READER, Role.MODERATOR])('shows a %s only what is published', (role) => {
    expect(seenBy(role)).toEqual([false, false, false, true]);
  });

  it.each([Role.EDITOR, Role.ADMIN])('shows an %s everything', (role) => {
    expect(seenBy(role)).toEqual([true, true, true, true]);
  });
});
