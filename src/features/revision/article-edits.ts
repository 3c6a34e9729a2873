import { retryOvertaken, type Database, type Transaction } from '../../platform/database';
import type { UserError } from '../../platform/graphql';
import { readIdPrefix } from '../../platform/ids';
import type { RequestScope } from '../../platform/request';
import { type Article, type ArticleFeature, SlugTaken } from '../article';
import type { ArticleChanger, NextState } from './article-changer';
import type { ArticleRevisionRepository } from './article-revision.repository';
import type { ArticleStore } from './article-store';
import { type Revision, toRevision } from './compose-article';
import type { ArticleContent } from './content/snapshot';
import { type EditFault, toEditError } from './edit-faults';
import type { EditConflict, EditPayload } from './edit-payloads';
import { toType } from './revision.service';
import { hasSettled, retrySettled, settledFirst } from './settled-first';

/** An article as a change finds it; nobody else changes it before the transaction ends. */
export interface CurrentArticle {
  readonly transaction: Transaction;
  /** With what the clock has done until now. */
  readonly article: Article;
  readonly newest: Revision;
  /** What the newest save says; a date that it corrected when it was published is no longer news. */
  readonly content: ArticleContent;
}

/** What a change comes to: a next state, nothing to do, what is wrong, or a conflict. */
export type Decision =
  | NextState
  | { readonly unchanged: true }
  | { readonly removed: true }
  | { readonly faults: readonly UserError[] }
  | { readonly conflictFields: readonly string[] };

/** Which article a change is for, and the version that its editor read. */
export interface Guard {
  readonly id: string;
  readonly version: number;
}

/** Decides about a change. */
export type Decide = (current: CurrentArticle) => Promise<Decision> | Decision;

/** What edits need. */
export interface ArticleEditsDependencies {
  readonly database: Database;
  readonly store: ArticleStore;
  readonly revisions: ArticleRevisionRepository;
  readonly changer: ArticleChanger;
  readonly articleLoaders: ArticleFeature['articleLoaders'];
}

/** Runs each change of an article in a transaction of its own, guarded by the version that was read. */
export class ArticleEdits {
  constructor(private readonly dependencies: ArticleEditsDependencies) {}

  /**
   * Changes an article as `decide` says. Where its version is another than the guard's, `decideStale`
   * is asked instead; without one that is a conflict.
   */
  async edit(
    scope: RequestScope,
    guard: Guard,
    decide: Decide,
    decideStale: Decide = () => ({ conflictFields: [] }),
  ): Promise<EditPayload> {
    const { database, articleLoaders } = this.dependencies;
    const outcome = await orSlugTaken(scope, () =>
      retrySettled(() =>
        database.transaction(
          (transaction) => this.editIn(transaction, scope, guard, { decide, decideStale }),
          { signal: scope.signal },
        ),
      ),
    );
    scope.renewLoaders();
    if (outcome.article === null) return outcome;
    return { ...outcome, article: await scope.once(articleLoaders).articleById.load(guard.id) };
  }

  private async editIn(
    transaction: Transaction,
    scope: RequestScope,
    { id, version }: Guard,
    { decide, decideStale }: { readonly decide: Decide; readonly decideStale: Decide },
  ): Promise<EditPayload | typeof settledFirst> {
    const isId = readIdPrefix(id) === 'article';
    const { store, changer } = this.dependencies;
    const previous = isId ? await store.lock(transaction, id) : null;
    if (previous === null) return fail([toEditError('articleMissing', scope.language)]);
    if (await hasSettled(changer, transaction, previous, scope.now)) return settledFirst;
    const current = await this.readCurrent(transaction, previous);
    const isStale = previous.editingVersion !== version;
    const decision = await (isStale ? decideStale(current) : decide(current));
    return this.carryOut(scope, current, decision);
  }

  /** A settled article with its newest save. Cost: one statement. */
  private async readCurrent(transaction: Transaction, article: Article): Promise<CurrentArticle> {
    const { id, newestVersion } = article;
    const row = await this.dependencies.revisions.getByVersion(transaction, id, newestVersion);
    const newest = toRevision(row);
    return { transaction, article, newest, content: contentOf(newest, article) };
  }

  private async carryOut(
    scope: RequestScope,
    current: CurrentArticle,
    decision: Decision,
  ): Promise<EditPayload> {
    if ('faults' in decision) return fail(decision.faults);
    if ('conflictFields' in decision) {
      const conflict = describeConflict(scope, current, decision.conflictFields);
      return { ...fail([toEditError('versionStale', scope.language)]), conflict };
    }
    const { transaction, article } = current;
    if ('unchanged' in decision) return succeed(article);
    if ('removed' in decision) return { article: null, userErrors: [], conflict: null };
    const change = { by: scope.viewer.tokenName, now: scope.now };
    const { changer } = this.dependencies;
    return succeed(await changer.change(transaction, article, decision, change));
  }
}

/** Errors of a slug that another article has taken, as the caller reads them; nothing was written. */
async function orSlugTaken(
  scope: RequestScope,
  work: () => Promise<EditPayload>,
): Promise<EditPayload> {
  try {
    return await retryOvertaken(work);
  } catch (error) {
    if (error instanceof SlugTaken) return fail([toEditError('slugTakenSince', scope.language)]);
    throw error;
  }
}

/** A decision that the change cannot be made. */
export function refuse(scope: RequestScope, fault: EditFault): Decision {
  return { faults: [toEditError(fault, scope.language)] };
}

/** What a save says for an edit that begins from it: a date that was corrected with it is in force. */
export function contentOf({ row, content }: Revision, article: Article): ArticleContent {
  const isPending = article.storedStatus === 'PUBLISHED' && row.version > article.version;
  return isPending ? content : { ...content, publishedAt: null };
}

function describeConflict(
  scope: RequestScope,
  { article, newest }: CurrentArticle,
  fields: readonly string[],
): EditConflict {
  const { editingVersion: version, editedBy, editedAt } = article;
  return {
    version,
    editedBy,
    editedAt,
    fields: [...fields],
    theirs: toType(scope, article, newest),
  };
}

function succeed(article: Article): EditPayload {
  return { article, userErrors: [], conflict: null };
}

function fail(userErrors: readonly UserError[]): EditPayload {
  return { article: null, userErrors: [...userErrors], conflict: null };
}
