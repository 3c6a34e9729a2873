import { foldText, hasBidiControls, hasControlCharacters, normalizeText } from '../../lib/text';
import type { Database, Transaction } from '../../platform/database';
import {
  Page,
  type PageArguments,
  type PagedList,
  readPageRequest,
} from '../../platform/database/paging';
import { BadUserInput } from '../../platform/errors';
import { type RequestScope, requireRole, Role } from '../../platform/request';
import { type EditedText, type ImageFileFault, maxLengths, toUserError } from './image-file-faults';
import type { ImageFileUses } from './image-file-uses';
import { ImageFile } from './image-file.entity';
import type {
  DeleteImageFileInput,
  DeleteImageFilePayload,
  UpdateImageFileInput,
  UpdateImageFilePayload,
} from './image-file.input';
import { imageFileTag } from './image-file.loaders';
import { composeSearchText, type ImageFileRepository } from './image-file.repository';
import { listSaidTexts } from './spoken-metadata';
import type { FileStore } from './store/file-store';

/** What the service needs. */
export interface ImageFileServiceDependencies {
  readonly database: Database;
  readonly files: ImageFileRepository;
  readonly uses: ImageFileUses;
  readonly store: FileStore;
  /** The tag of an article, whose answers show its files. */
  readonly tagOfArticle: (articleId: string) => string;
}

/** Which files a list holds. */
export interface ImageFileWish {
  readonly query?: string | null | undefined;
  readonly unused?: boolean | null | undefined;
}

type Change = Partial<Pick<ImageFile, 'focalX' | 'focalY' | EditedText>>;

/** Units: UTF-16 code units of `query`. */
const maxQueryLength = 200;
/** Words of `query` that are looked for. */
const maxQueryWords = 8;
/** The middle, until somebody says otherwise. */
const middle = { x: 0.5, y: 0.5 };

const newestFirst: PagedList<ImageFile> = {
  name: 'image files',
  positionOf: ({ createdAt, id }) => ({ at: createdAt.getTime(), id }),
};

/** What editors may ask of image files, and do to them. */
export class ImageFileService {
  constructor(private readonly dependencies: ImageFileServiceDependencies) {}

  /**
   * A page of files, the newest first.
   * Errors: BadUserInput for page arguments and a query that is too long.
   * Cost: one statement, and one more where the total is asked for.
   */
  async list(
    { reads }: RequestScope,
    page: PageArguments,
    { query, unused }: ImageFileWish,
  ): Promise<Page<ImageFile>> {
    const { files } = this.dependencies;
    const request = readPageRequest(page, newestFirst.name);
    const criteria = { words: readWords(query ?? ''), isUsed: toIsUsed(unused ?? null) };
    const rows = await files.listPage(reads, criteria, 'DESC', request);
    return Page.of(rows, newestFirst, request, () => files.count(reads, criteria));
  }

  /**
   * Changes what is written about a file, and what its crops keep in view.
   * Shape: renditions are made anew where they would show or carry something else.
   */
  async update(scope: RequestScope, input: UpdateImageFileInput): Promise<UpdateImageFilePayload> {
    const { change, faults } = readChange(input);
    const { database, store } = this.dependencies;
    const outcome = await database.transaction(
      (transaction) => this.change(transaction, input.id, change, faults),
      { signal: scope.signal },
    );
    if ('faults' in outcome) {
      const userErrors = outcome.faults.map((fault) => toUserError(fault, scope.language));
      return { file: null, userErrors };
    }
    const { file, previous } = outcome;
    if (file.version !== previous.version) await store.removeRenditions(file.id, previous.version);
    return { file, userErrors: [] };
  }

  /**
   * Deletes a file, its bytes and its renditions.
   * Errors: Forbidden for `force` below ADMIN.
   */
  async delete(
    scope: RequestScope,
    { id, force }: DeleteImageFileInput,
  ): Promise<DeleteImageFilePayload> {
    if (force) requireRole(scope.viewer, Role.ADMIN, 'Deleting a picture that may be used');
    const fault = await this.dependencies.database.transaction(
      (transaction) => this.remove(transaction, id, force),
      { signal: scope.signal },
    );
    if (fault === null) return { deletedId: id, userErrors: [] };
    return { deletedId: null, userErrors: [toUserError(fault, scope.language)] };
  }

  private async change(
    transaction: Transaction,
    id: string,
    change: Change,
    faults: readonly ImageFileFault[],
  ): Promise<
    | { readonly file: ImageFile; readonly previous: ImageFile }
    | { readonly faults: readonly ImageFileFault[] }
  > {
    const { files } = this.dependencies;
    const [previous] = await files.lockByIds(transaction, [id]);
    if (previous === undefined) return { faults: [{ kind: 'missing' }, ...faults] };
    if (faults.length > 0) return { faults };
    const file = Object.assign(new ImageFile(), previous, change);
    if (isShownAlike(file, previous) && isWrittenAlike(file, previous)) return { file, previous };
    if (!isShownAlike(file, previous)) file.version += 1;
    file.searchText = composeSearchText(listSaidTexts(file));
    await files.replace(transaction, file, previous.version);
    transaction.invalidate(await this.listTags(transaction, id));
    return { file, previous };
  }

  private async remove(
    transaction: Transaction,
    id: string,
    isForced: boolean,
  ): Promise<ImageFileFault | null> {
    const { files, uses, store } = this.dependencies;
    const [file] = await files.lockByIds(transaction, [id]);
    if (file === undefined) return { kind: 'missing' };
    const articleIds = await uses.listArticleIds(transaction, id);
    if (articleIds.length > 0 && !isForced) {
      return { kind: 'used', articleCount: articleIds.length };
    }
    transaction.invalidate(await this.listTags(transaction, id));
    await files.remove(transaction, id);
    // Before the commit: the same picture that arrives meanwhile places its bytes behind it.
    await store.remove(id, file.sha256);
    return null;
  }

  /** What answers that show a file are tagged with. */
  private async listTags(transaction: Transaction, id: string): Promise<string[]> {
    const { uses, tagOfArticle } = this.dependencies;
    const articleIds = await uses.listArticleIds(transaction, id);
    return [imageFileTag(id), ...articleIds.map(tagOfArticle)];
  }
}

function readWords(query: string): string[] {
  if (query.length > maxQueryLength) {
    throw new BadUserInput(
      `Argument "query" must have ${maxQueryLength} characters or fewer, but got: ${query.length}`,
    );
  }
  const words = foldText(normalizeText(query)).split(' ');
  return [...new Set(words.filter((word) => word !== ''))].slice(0, maxQueryWords);
}

function toIsUsed(unused: boolean | null): boolean | null {
  return unused === null ? null : !unused;
}

function readChange(input: UpdateImageFileInput): {
  change: Change;
  faults: ImageFileFault[];
} {
  const change: Change = {};
  const faults: ImageFileFault[] = [];
  if (input.focalPoint !== undefined) {
    const { x, y } = input.focalPoint ?? middle;
    if ([x, y].every((share) => share >= 0 && share <= 1)) {
      Object.assign(change, { focalX: toKept(x), focalY: toKept(y) });
    } else faults.push({ kind: 'focalPointOutside' });
  }
  for (const field of ['alt', 'caption', 'credit'] as const) {
    const sent = input[field];
    if (sent === undefined) continue;
    const fault = sent === null ? null : findTextFault(field, sent);
    if (fault !== null) faults.push(fault);
    else change[field] = sent === null ? null : normalizeText(sent) || null;
  }
  return { change, faults };
}

/** As exact as it is stored. */
function toKept(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

/** The length is looked at first, so that no long text is normalized. */
function findTextFault(field: EditedText, text: string): ImageFileFault | null {
  if (text.length > maxLengths[field]) return { kind: 'tooLong', field };
  const line = text.replace(/[\t\r\n]/g, ' ');
  return hasControlCharacters(line) || hasBidiControls(line)
    ? { kind: 'unprintable', field }
    : null;
}

/** Whether renditions show and carry the same. */
function isShownAlike(one: ImageFile, other: ImageFile): boolean {
  return one.focalX === other.focalX && one.focalY === other.focalY && one.credit === other.credit;
}

function isWrittenAlike(one: ImageFile, other: ImageFile): boolean {
  return one.alt === other.alt && one.caption === other.caption;
}
