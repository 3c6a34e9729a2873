import { createHash } from 'node:crypto';
import { retryOvertaken, type Database, type Transaction } from '../../platform/database';
import type { UserError } from '../../platform/graphql';
import type { IdMaker } from '../../platform/ids';
import type { RequestScope } from '../../platform/request';
import type { ArticleFeature } from '../article';
import type { MediaFeature } from '../media';
import type { ArticleChanger } from './article-changer';
import type { ArticleCreationRepository } from './article-creation.repository';
import {
  ConflictChoice,
  type CreateArticleInput,
  type UpdateArticleInput,
} from './article-edit.input';
import {
  type ArticleEdits,
  contentOf,
  type CurrentArticle,
  type Decision,
  type Guard,
  refuse,
} from './article-edits';
import type { ArticleRevisionRepository } from './article-revision.repository';
import { isPublic } from './article-standing';
import type { ArticleStore } from './article-store';
import { toRevision } from './compose-article';
import { type AppliedInput, applyInput } from './content/apply-input';
import { maxFaults } from './content/article-bounds';
import type { ArticleEdit } from './content/article-edit';
import { type ArticleFault, toUserError } from './content/article-faults';
import type { OtherContents } from './content/match-parts';
import { listTouched, mergeContents } from './content/merge-contents';
import { listSentFiles, listUnknownFiles } from './content/sent-files';
import { type ArticleContent, hashContent } from './content/snapshot';
import { toEditError } from './edit-faults';
import type { CreateArticlePayload, EditPayload } from './edit-payloads';
import { composeNewArticle } from './new-article';
import type { PagePlaces } from './page-places';

/** What the editor's service needs. */
export interface ArticleEditorDependencies extends Pick<MediaFeature, 'imageFiles'> {
  readonly database: Database;
  readonly ids: IdMaker;
  readonly store: ArticleStore;
  readonly places: PagePlaces;
  readonly revisions: ArticleRevisionRepository;
  readonly creations: ArticleCreationRepository;
  readonly changer: ArticleChanger;
  readonly edits: ArticleEdits;
  readonly articleLoaders: ArticleFeature['articleLoaders'];
}

/** Creates articles and saves their edits. */
export class ArticleEditorService {
  constructor(private readonly dependencies: ArticleEditorDependencies) {}

  /** Creates a draft; the same idempotency key and input again give the same article. */
  async create(scope: RequestScope, input: CreateArticleInput): Promise<CreateArticlePayload> {
    const created = await retryOvertaken(() =>
      this.dependencies.database.transaction(
        (transaction) => this.createIn(transaction, scope, input),
        { signal: scope.signal },
      ),
    );
    if ('faults' in created) return { article: null, userErrors: created.faults };
    scope.renewLoaders();
    const { articleById } = scope.once(this.dependencies.articleLoaders);
    return { article: await articleById.load(created.articleId), userErrors: [] };
  }

  /** Saves an edit; it changes what readers see only once it is published. */
  async update(scope: RequestScope, input: UpdateArticleInput): Promise<EditPayload> {
    return this.dependencies.edits.edit(
      scope,
      input,
      (current) => this.decideSave(scope, current, input),
      (current) => this.decideStale(scope, current, input),
    );
  }

  /** Saves what an earlier revision says as the newest save. */
  restore(
    scope: RequestScope,
    { revision: version, ...guard }: Guard & { readonly revision: number },
  ): Promise<EditPayload> {
    const { edits, revisions } = this.dependencies;
    return edits.edit(scope, guard, async (current) => {
      const { transaction, article } = current;
      const row = await revisions.findByVersion(transaction, article.id, version);
      if (row === null) return refuse(scope, 'revisionMissing');
      const content = { ...toRevision(row).content, publishedAt: null };
      return this.decideContent(scope, current, content, noteRestored(scope, version));
    });
  }

  private async createIn(
    transaction: Transaction,
    scope: RequestScope,
    input: CreateArticleInput,
  ): Promise<{ readonly articleId: string } | { readonly faults: UserError[] }> {
    const { store, places, changer, creations, ids } = this.dependencies;
    const { language, now, viewer } = scope;
    const by = viewer.tokenName ?? viewer.role;
    const applied = await this.apply(transaction, null, input, now);
    if (applied.faults !== undefined) return { faults: toErrors(scope, applied.faults) };
    const key = input.idempotencyKey ?? null;
    const inputHash = hashInput(input);
    const known = key === null ? null : await creations.find(transaction, by, key);
    if (known !== null) {
      if (known.inputHash === inputHash) return { articleId: known.articleId };
      return { faults: [toEditError('keyReused', language)] };
    }
    const isChosen = (input.slug ?? null) !== null;
    const slug = isChosen
      ? applied.content.slug
      : (await places.findFree(transaction, applied.content.slug, null)).slug;
    if (isChosen && (await store.isTaken(transaction, slug, null))) {
      return { faults: [toEditError('slugTaken', language)] };
    }
    const article = composeNewArticle(ids.make('article', now), {
      createdAt: now,
      editedAt: now,
      editedBy: viewer.tokenName,
    });
    const save = { content: { ...applied.content, slug }, note: applied.note };
    await changer.create(transaction, article, save, { by: viewer.tokenName, now });
    if (key !== null) {
      await creations.save(transaction, {
        createdBy: by,
        idempotencyKey: key,
        inputHash,
        articleId: article.id,
        createdAt: now,
      });
    }
    return { articleId: article.id };
  }

  private async decideSave(
    scope: RequestScope,
    current: CurrentArticle,
    edit: ArticleEdit,
  ): Promise<Decision> {
    const { transaction, content } = current;
    const known = await this.listKnown(current);
    const applied = await this.apply(transaction, content, edit, scope.now, { known });
    const faults = [...checkDate(scope, current, edit), ...toErrors(scope, applied.faults ?? [])];
    if (applied.content === undefined || faults.length > 0) return { faults };
    return this.decideContent(scope, current, applied.content, applied.note);
  }

  /** A save of content, unless it says what the newest save says. */
  private async decideContent(
    scope: RequestScope,
    { transaction, article, content: present }: CurrentArticle,
    content: ArticleContent,
    note: string | null,
  ): Promise<Decision> {
    if (hashContent(content) === hashContent(present)) return { unchanged: true };
    const isRenamed = content.slug !== present.slug;
    if (
      isRenamed &&
      (await this.dependencies.store.isTaken(transaction, content.slug, article.id))
    ) {
      return refuse(scope, 'slugTaken');
    }
    return { standing: article, save: { content, note } };
  }

  /** An edit that began from an earlier version: merged where that is wanted and nothing is touched twice. */
  private async decideStale(
    scope: RequestScope,
    current: CurrentArticle,
    input: UpdateArticleInput,
  ): Promise<Decision> {
    const { transaction, article, content: theirs } = current;
    const { revisions } = this.dependencies;
    const { version } = input;
    const isKnown = version < article.editingVersion;
    const row = isKnown ? await revisions.findLatestUntil(transaction, article.id, version) : null;
    if (row === null) return { conflictFields: [] };
    const base = contentOf(toRevision(row), article);
    const others = { theirs, known: await this.listKnown(current) };
    const applied = await this.apply(transaction, base, input, scope.now, others);
    const faults = [...checkDate(scope, current, input), ...toErrors(scope, applied.faults ?? [])];
    if (applied.content === undefined || faults.length > 0) return { faults };
    const merged = mergeContents(base, applied.content, theirs);
    if (input.onConflict === ConflictChoice.MERGE && merged.content !== undefined) {
      return this.decideContent(scope, current, merged.content, applied.note);
    }
    const touched = new Set(listTouched(base, theirs));
    const both = listTouched(base, applied.content).filter((path) => touched.has(path));
    return { conflictFields: merged.conflicts ?? both };
  }

  /** Applies an edit whose pictures' files must be held. Cost: one statement where it names any. */
  private async apply(
    transaction: Transaction,
    base: ArticleContent | null,
    edit: ArticleEdit,
    now: Date,
    others: OtherContents = {},
  ): Promise<AppliedInput> {
    const { ids, imageFiles } = this.dependencies;
    const applied = applyInput(base, edit, { newId: (kind) => ids.make(kind, now), ...others });
    const sent = listSentFiles(edit);
    if (sent.length === 0) return applied;
    const fileIds = [...new Set(sent.map(({ fileId }) => fileId))];
    const held = await imageFiles.findByIds(transaction, fileIds);
    const unknown = listUnknownFiles(sent, new Set(held.map(({ id }) => id)));
    if (unknown.length === 0) return applied;
    return { faults: [...(applied.faults ?? []), ...unknown].slice(0, maxFaults) };
  }

  /** Contents whose parts an edit may name beside those of the save that it began from. */
  private async listKnown({
    transaction,
    article,
    newest,
  }: CurrentArticle): Promise<ArticleContent[]> {
    if (article.version === newest.row.version) return [];
    const { revisions } = this.dependencies;
    const live = await revisions.getByVersion(transaction, article.id, article.version);
    return [toRevision(live).content];
  }
}

function toErrors({ language }: RequestScope, faults: readonly ArticleFault[]): UserError[] {
  return faults.map((fault) => toUserError(fault, language));
}

function checkDate(
  scope: RequestScope,
  { article }: CurrentArticle,
  { publishedAt }: ArticleEdit,
): UserError[] {
  if (publishedAt === undefined || publishedAt === null) return [];
  if (!isPublic(article, scope.now)) return [toEditError('dateOfUnpublished', scope.language)];
  const isFuture = publishedAt > scope.now;
  return isFuture ? [toEditError('dateInFuture', scope.language)] : [];
}

function hashInput({ idempotencyKey: _, ...input }: CreateArticleInput): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}

function noteRestored({ language }: RequestScope, version: number): string {
  return language === 'ar' ? `استعادة النسخة ${version}` : `Restored version ${version}`;
}
