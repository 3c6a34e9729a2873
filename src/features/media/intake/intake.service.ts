import type { Clock } from '../../../platform/clock';
import { type Database, DatabaseError, type Transaction } from '../../../platform/database';
import type { IdMaker } from '../../../platform/ids';
import type { Language } from '../../../platform/request';
import { ImageFile } from '../image-file.entity';
import { imageFileIdPrefix } from '../image-file.loaders';
import { composeSearchText, type ImageFileRepository } from '../image-file.repository';
import { isPictureType, type PictureType, sniffPicture } from '../picture-type';
import type { InspectedPicture } from '../renditions/picture-jobs';
import type { PicturePool } from '../renditions/picture-pool';
import { listSaidTexts } from '../spoken-metadata';
import { type FileStore, hashFile, type IncomingFile } from '../store/file-store';
import { maxFileBytes, maxPixels, toIntakeError } from './intake-faults';

/** What the service needs. */
export interface IntakeServiceDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly files: ImageFileRepository;
  readonly store: FileStore;
  readonly pool: Pick<PicturePool, 'run'>;
}

/** A picture as it is sent. */
export interface SentPicture {
  readonly chunks: AsyncIterable<Buffer>;
  /** The media type that the sender states; null where it states none. */
  readonly declaredType: string | null;
  /** The language of what is said about it. */
  readonly language: Language;
}

/** A picture that the service holds now, and whether it did not before. */
export interface TakenPicture {
  readonly file: ImageFile;
  readonly isNew: boolean;
}

/** What senders state who do not know the type. */
const anyType = 'application/octet-stream';

/** Takes pictures in: each once, by the hash of its bytes. */
export class IntakeService {
  constructor(private readonly dependencies: IntakeServiceDependencies) {}

  /**
   * Takes a picture in, or finds the same one where it is held already.
   * Errors: UnsupportedType, TooLarge, in the sender's language; ServiceUnavailable where too many
   * pictures are worked on. Nothing is left of a picture that is refused.
   */
  async take(sent: SentPicture): Promise<TakenPicture> {
    const { store } = this.dependencies;
    const incoming = await store.receive(sent.chunks, maxFileBytes);
    if (incoming === null) throw toIntakeError('tooManyBytes', sent.language);
    try {
      return await this.takeWhole(incoming, sent);
    } finally {
      await store.discard(incoming.path);
    }
  }

  /** The hash by which a file on disk would be held. Shape: SHA-256 in hexadecimal. */
  hash(path: string): Promise<string> {
    return hashFile(path);
  }

  /**
   * The ids of pictures that are held with their bytes, by hash.
   * Cost: one statement.
   */
  async listKnown(hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { database, files, store } = this.dependencies;
    const known = new Map<string, string>();
    for (const { id, sha256 } of await files.findByHashes(database.primary, hashes)) {
      if ((await store.findOriginal(sha256)) !== null) known.set(sha256, id);
    }
    return known;
  }

  private async takeWhole(incoming: IncomingFile, sent: SentPicture): Promise<TakenPicture> {
    const { database, files } = this.dependencies;
    const mediaType = readType(incoming, sent);
    const [known] = await files.findByHashes(database.primary, [incoming.sha256]);
    if (known !== undefined) {
      await this.heal(incoming);
      return { file: known, isNew: false };
    }
    const picture = await this.inspect(incoming, mediaType, sent.language);
    return this.save(this.compose(incoming, mediaType, picture), incoming);
  }

  /** Puts bytes back that were lost from the folder, as from an older backup of it. */
  private async heal(incoming: IncomingFile): Promise<void> {
    const { store } = this.dependencies;
    const kept = await store.findOriginal(incoming.sha256);
    if (kept === null) await store.keepOriginal(incoming);
  }

  private async inspect(
    { path }: IncomingFile,
    mediaType: PictureType,
    language: Language,
  ): Promise<InspectedPicture> {
    const { pool } = this.dependencies;
    const inspection = await pool.run({ kind: 'inspect', path, mediaType, maxPixels });
    if ('picture' in inspection) return inspection.picture;
    throw toIntakeError(inspection.refusal, language);
  }

  private compose(
    { sha256, byteLength }: IncomingFile,
    mediaType: PictureType,
    { width, height, placeholder, metadata }: InspectedPicture,
  ): ImageFile {
    const { clock, ids } = this.dependencies;
    const createdAt = clock.now();
    const file = Object.assign(new ImageFile(), {
      id: ids.make(imageFileIdPrefix, createdAt),
      sha256,
      byteLength,
      mediaType,
      width,
      height,
      placeholder,
      createdAt,
      focalX: 0.5,
      focalY: 0.5,
      version: 1,
      alt: null,
      caption: null,
      credit: null,
      said: metadata,
      isUsed: false,
      searchText: '',
    });
    file.searchText = composeSearchText(listSaidTexts(file));
    return file;
  }

  private async save(file: ImageFile, incoming: IncomingFile): Promise<TakenPicture> {
    const { database } = this.dependencies;
    try {
      return await database.transaction((transaction) => this.write(transaction, file, incoming));
    } catch (error) {
      // On PostgreSQL the same picture may arrive in another transaction at the same moment.
      if (!(error instanceof DatabaseError) || error.code !== '23505') throw error;
      return database.transaction((transaction) => this.write(transaction, file, incoming));
    }
  }

  private async write(
    transaction: Transaction,
    file: ImageFile,
    incoming: IncomingFile,
  ): Promise<TakenPicture> {
    const { files } = this.dependencies;
    const [known] = await files.findByHashes(transaction, [file.sha256]);
    if (known !== undefined) return { file: known, isNew: false };
    await files.save(transaction, file);
    // Behind the row, so that a deletion of the same picture has ended before the bytes are placed.
    await this.dependencies.store.keepOriginal(incoming);
    return { file, isNew: true };
  }
}

/** What a file is. Errors: UnsupportedType where that is nothing taken, or not what was stated. */
function readType({ head, byteLength }: IncomingFile, sent: SentPicture): PictureType {
  if (byteLength === 0) throw toIntakeError('empty', sent.language);
  const found = sniffPicture(head);
  if (found === null || !isPictureType(found)) {
    throw toIntakeError('unknownType', sent.language, { found });
  }
  const declared = sent.declaredType?.split(';', 1)[0]?.trim().toLowerCase() ?? anyType;
  if (declared !== anyType && declared !== found) {
    throw toIntakeError('otherType', sent.language, { found, declared: declared.slice(0, 80) });
  }
  return found;
}
