import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { RequestScope } from '../../platform/request';
import { type ArticleFeature, ArticleStatus, statusAt } from '../article';
import { ArticleRevision, type RevisionFeature, toRevision } from '../revision';
import {
  maxLinksPerArticle,
  maxPreviewDays,
  type PreviewFault,
  toPreviewError,
} from './preview-faults';
import { PreviewLinkRow } from './preview-link.entity';
import type {
  CreatePreviewLinkInput,
  CreatePreviewLinkPayload,
  RevokePreviewLinksPayload,
} from './preview-link.input';
import type { PreviewLinkRepository } from './preview-link.repository';

const defaultLifetimeMs = 48 * 3_600_000;
const maxLifetimeMs = maxPreviewDays * 86_400_000;

/** What every token begins with, so that scanners of code and logs know one when they see it. */
const tokenPrefix = 'mqp_';

/** A token has 47 characters; a longer text is none. */
const maxTokenLength = 100;

/** What previews need. */
export interface PreviewServiceDependencies {
  readonly database: Database;
  readonly ids: IdMaker;
  readonly articles: ArticleFeature['articles'];
  readonly revisions: RevisionFeature['revisions'];
  readonly links: PreviewLinkRepository;
  /** The page's address; `{token}` in it stands for the token. */
  readonly previewUrl: string;
}

/** Secret links to articles' newest saves. */
export class PreviewService {
  constructor(private readonly dependencies: PreviewServiceDependencies) {}

  /** Creates a link; only the hash of its token is stored. */
  async create(
    scope: RequestScope,
    { articleId, expiresAt: wanted }: CreatePreviewLinkInput,
  ): Promise<CreatePreviewLinkPayload> {
    const { now, language, signal } = scope;
    const expiresAt = wanted ?? new Date(now.getTime() + defaultLifetimeMs);
    const token = tokenPrefix + randomBytes(32).toString('base64url');
    const faults = await this.dependencies.database.transaction(
      async (transaction): Promise<readonly PreviewFault[]> => {
        const { links, articles, ids } = this.dependencies;
        const article = await articles.lockById(transaction, articleId);
        const wrong: PreviewFault[] = [
          ...(article === null ? (['articleMissing'] as const) : []),
          ...checkExpiry(expiresAt, now),
        ];
        if (wrong.length > 0) return wrong;
        await links.removeExpired(transaction, articleId, now);
        const count = await links.count(transaction, articleId);
        if (count >= maxLinksPerArticle) return ['tooManyLinks'];
        const id = ids.make('preview', now);
        const link = { id, articleId, tokenHash: hashToken(token), expiresAt, createdAt: now };
        await links.save(transaction, Object.assign(new PreviewLinkRow(), link));
        return [];
      },
      { signal },
    );
    const userErrors = faults.map((fault) => toPreviewError(fault, language));
    if (userErrors.length > 0) return { link: null, userErrors };
    const url = this.dependencies.previewUrl.replace('{token}', token);
    return { link: { token, url, expiresAt }, userErrors };
  }

  /** Makes every link of an article stop working. */
  revoke(scope: RequestScope, articleId: string): Promise<RevokePreviewLinksPayload> {
    const { database, links, articles } = this.dependencies;
    return database.transaction(
      async (transaction) => {
        const article = await articles.lockById(transaction, articleId);
        if (article === null) {
          return {
            revokedCount: 0,
            userErrors: [toPreviewError('articleMissing', scope.language)],
          };
        }
        await links.removeExpired(transaction, articleId, scope.now);
        return {
          revokedCount: await links.removeByArticleId(transaction, articleId),
          userErrors: [],
        };
      },
      { signal: scope.signal },
    );
  }

  /** The newest save of a token's article; null once the link has expired or was revoked. */
  async read(scope: RequestScope, token: string): Promise<ArticleRevision | null> {
    scope.cacheDependencies.markPreview();
    if (token.length > maxTokenLength) return null;
    const { links, articles, revisions } = this.dependencies;
    const link = await links.findByHash(scope.reads, hashToken(token));
    if (link === null || link.expiresAt <= scope.now) return null;
    const [article] = await articles.findByIds(scope.reads, [link.articleId]);
    if (article === undefined) return null;
    const { id, newestVersion, version } = article;
    const row = await revisions.findByVersion(scope.reads, id, newestVersion);
    if (row === null) return null;
    const isLive =
      version === newestVersion && statusAt(article, scope.now) === ArticleStatus.PUBLISHED;
    return new ArticleRevision(toRevision(row), { isLive, showsEditor: false });
  }
}

function checkExpiry(expiresAt: Date, now: Date): PreviewFault[] {
  const lifetimeMs = expiresAt.getTime() - now.getTime();
  if (lifetimeMs <= 0) return ['expiryPassed'];
  return lifetimeMs > maxLifetimeMs ? ['expiryTooFar'] : [];
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
