import fc from 'fast-check';
import type { ArticleCriteria } from '../../src/features/article';
import { ArticleStatus } from '../../src/features/article/article-enums';
import { ArticleRepository } from '../../src/features/article/article.repository';
import { selection } from '../../src/platform/database';
import { writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { startApp, type TestApp } from '../support/start-app';

const locales = ['ar', 'en'];
/** One of them looks like what stands for 'any'. */
const bylines = ['فريق التحرير', '=', null];

const allRows = selection(
  'test.listArticles',
  ['status', 'timeline_at', 'published_at', 'locale', 'byline', 'unpublish_at'],
  (list) => `SELECT ${list} FROM article`,
);

interface Write {
  readonly kind: 'write';
  readonly slug: number;
  readonly locale: string;
  readonly byline: string | null;
  readonly delayMs: number;
}
type Move =
  | Write
  | { readonly kind: 'status'; readonly slug: number; readonly status: string }
  | { readonly kind: 'unpublish'; readonly slug: number; readonly delayMs: number }
  | { readonly kind: 'clock'; readonly advanceMs: number };

const slug = fc.nat(5);
const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      slug,
      locale: fc.constantFrom(...locales),
      byline: fc.constantFrom(...bylines),
      delayMs: fc.constantFrom(-1_000, 0, 1, 1_000),
    }),
  },
  fc.record({
    kind: fc.constant('status' as const),
    slug,
    status: fc.constantFrom('DRAFT', 'PUBLISHED', 'ARCHIVED'),
  }),
  fc.record({
    kind: fc.constant('unpublish' as const),
    slug,
    delayMs: fc.constantFrom(1, 999, 1_500),
  }),
  fc.record({ kind: fc.constant('clock' as const), advanceMs: fc.constantFrom(1, 999, 1_000) }),
);

const optional = <Value>(values: readonly Value[]) => fc.constantFrom(null, ...values);

let service: TestApp;
let run = 0;

beforeAll(async () => {
  service = await startApp();
});

afterAll(() => service.stop());

async function make(move: Move, idBySlug: Map<number, string>): Promise<void> {
  if (move.kind === 'clock') {
    service.clock.advance(move.advanceMs);
  } else if (move.kind === 'status') {
    const id = idBySlug.get(move.slug);
    const assignment = `status = '${move.status}', unpublish_at = NULL`;
    if (id !== undefined) await changeRow(service, id, assignment);
  } else if (move.kind === 'unpublish') {
    const id = idBySlug.get(move.slug);
    // Planned for public articles alone, or for after their publication.
    const assignment = `unpublish_at = CASE WHEN status = 'PUBLISHED' THEN
      CASE WHEN timeline_at > ${service.clock.now().getTime()} THEN timeline_at
      ELSE ${service.clock.now().getTime()} END + ${move.delayMs} END`;
    if (id !== undefined) await changeRow(service, id, assignment);
  } else {
    const id = idBySlug.get(move.slug);
    if (id !== undefined) await changeRow(service, id, 'unpublish_at = NULL');
    const { article } = await writeArticle(service, {
      slug: `مقال-${run}-${move.slug}`,
      locale: move.locale,
      byline: move.byline,
      publishedAt: new Date(service.clock.now().getTime() + move.delayMs),
    });
    idBySlug.set(move.slug, article.id);
  }
}

/** The number by looking at every row. */
async function countRows(criteria: ArticleCriteria): Promise<number> {
  const rows = await service.app.database.primary.select(allRows);
  const { locale, byline, publishedAfter, publishedBefore, statuses, now } = criteria;
  return rows.filter(([stored, timelineAt, publishedAt, rowLocale, rowByline, unpublishAt]) => {
    // Drafts wait for the job; readers see them no longer.
    if (unpublishAt !== null && Number(unpublishAt) <= now.getTime()) return false;
    const isPlanned = stored === 'PUBLISHED' && Number(timelineAt) > now.getTime();
    const status = isPlanned ? ArticleStatus.SCHEDULED : (stored as ArticleStatus);
    const at = publishedAt === null ? null : Number(publishedAt);
    return (
      statuses.includes(status) &&
      (locale === null || rowLocale === locale) &&
      (byline === null || rowByline === byline) &&
      (publishedAfter === null || (at !== null && at >= publishedAfter.getTime())) &&
      (publishedBefore === null || (at !== null && at < publishedBefore.getTime()))
    );
  }).length;
}

describe('the count of articles', () => {
  it('equals the number of rows, whatever was written, whatever the clock and the filter', async () => {
    const start = service.clock.now().getTime();
    const instants = optional([0, 500, 1_500].map((passedMs) => new Date(start + passedMs)));
    const filters = fc.record({
      statuses: fc.uniqueArray(fc.constantFrom(...Object.values(ArticleStatus))),
      locale: optional([...locales, 'fr']),
      byline: optional(['فريق التحرير', '=', '']),
      publishedAfter: instants,
      publishedBefore: instants,
    });
    const repository = new ArticleRepository(service.app.database.dialect);
    await fc.assert(
      fc.asyncProperty(
        fc.array(moves, { maxLength: 12 }),
        fc.array(filters, { minLength: 5, maxLength: 10 }),
        async (path, wanted) => {
          run += 1;
          const idBySlug = new Map<number, string>();
          for (const move of path) await make(move, idBySlug);
          for (const filter of wanted) {
            const criteria = { ...filter, now: service.clock.now() };
            const { primary } = service.app.database;
            expect(await repository.count(primary, criteria)).toBe(await countRows(criteria));
          }
        },
      ),
      { numRuns: 30 },
    );
  }, 120_000);

  it('is right where many write at once', async () => {
    const writes = Array.from({ length: 30 }, (_, index) =>
      writeArticle(service, {
        slug: `معا-${index % 10}`,
        locale: locales[index % 2] ?? 'ar',
        byline: bylines[index % 3] ?? null,
      }),
    );
    await Promise.allSettled(writes);
    const repository = new ArticleRepository(service.app.database.dialect);
    for (const locale of [null, ...locales]) {
      const criteria = {
        ...{ locale, byline: null, publishedAfter: null, publishedBefore: null },
        statuses: [ArticleStatus.PUBLISHED],
        now: service.clock.now(),
      };
      const counted = await repository.count(service.app.database.primary, criteria);
      expect(counted).toBe(await countRows(criteria));
    }
  });
});
