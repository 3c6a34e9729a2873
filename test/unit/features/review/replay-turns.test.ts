import { Article } from '../../../../src/features/article';
import { Comment } from '../../../../src/features/comment';
import { CommentStatus } from '../../../../src/features/decision';
import { parseRules } from '../../../../src/features/moderation';
import type { ReplayRepository } from '../../../../src/features/review/replay/replay.repository';
import { ReplayService } from '../../../../src/features/review/replay/replay.service';
import { Cancellation } from '../../../../src/platform/cancellation';
import type { Queryable } from '../../../../src/platform/database';

const commentCount = 40;
const bodyLength = 5_000;
const article = Object.assign(new Article(), { id: 'article', byline: null, publishedAt: null });
const comments = Array.from({ length: commentCount }, (_, index) =>
  Object.assign(new Comment(), {
    id: `comment_${index}`,
    articleId: article.id,
    body: 'x'.repeat(bodyLength),
    authorKey: null,
    status: CommentStatus.APPROVED,
    createdAt: new Date('2024-06-11T09:00:00Z'),
  }),
);

const request = {
  rules: parseRules('{"repeats": null, "pace": null}', 'rules'),
  since: new Date('2024-06-11T00:00:00Z'),
  maxComments: 1_000,
  language: 'en',
} as const;

const replay = (judged: () => void, signal: Cancellation) =>
  new ReplayService(
    { listAfter: () => Promise.resolve(comments) } as unknown as ReplayRepository,
    { findByIds: () => Promise.resolve([article]) } as never,
    () => {
      judged();
      return { status: CommentStatus.APPROVED, findings: [] };
    },
  ).replay({} as Queryable, { ...request, signal });

describe('a replay of long comments', () => {
  it('lets other work go on after each few of them', async () => {
    const judgedInTurn: number[] = [0];
    const countTurn = () => {
      judgedInTurn.push(0);
      turn = setImmediate(countTurn);
    };
    let turn = setImmediate(countTurn);
    const report = await replay(() => {
      judgedInTurn.push((judgedInTurn.pop() ?? 0) + 1);
    }, new Cancellation());
    clearImmediate(turn);
    expect(report.commentCount).toBe(commentCount);
    expect(Math.max(...judgedInTurn)).toBeLessThanOrEqual(2);
  });

  it('ends when nobody waits any more', async () => {
    const signal = new Cancellation();
    let judgedCount = 0;
    const replayed = replay(() => {
      judgedCount += 1;
      signal.abort(new Error('gone'));
    }, signal);
    await expect(replayed).rejects.toThrow('gone');
    expect(judgedCount).toBeLessThanOrEqual(2);
  });
});
