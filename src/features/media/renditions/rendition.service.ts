import type { Database } from '../../../platform/database';
import { readIdPrefix } from '../../../platform/ids';
import type { Logger } from '../../../platform/log';
import type { ImageFile } from '../image-file.entity';
import { imageFileIdPrefix } from '../image-file.loaders';
import type { ImageFileRepository } from '../image-file.repository';
import { type PictureType, typeOfExtension } from '../picture-type';
import { spokenMetadata } from '../spoken-metadata';
import type { FileStore, KeptFile } from '../store/file-store';
import type { PicturePool } from './picture-pool';
import {
  readName,
  type RenditionName,
  settleName,
  writeName,
  writePath,
  writeReference,
} from './rendition-url';
import { heightOf, placeCrop } from './shape';

/** What the service needs. */
export interface RenditionServiceDependencies {
  readonly database: Database;
  readonly files: ImageFileRepository;
  readonly store: FileStore;
  readonly pool: Pick<PicturePool, 'run'>;
  readonly logger: Logger;
  /** How long an AVIF is waited for; default: 2 seconds. Units: milliseconds. */
  readonly slowAvifMs?: number | undefined;
}

/** What a client asks for, as the address has it. */
export interface RenditionRequest {
  readonly id: string;
  readonly name: string;
  readonly version: string | undefined;
}

/** What a client gets: bytes, or where they are. */
export type RenditionAnswer =
  | { readonly kind: 'file'; readonly file: KeptFile; readonly mediaType: PictureType }
  | {
      readonly kind: 'elsewhere';
      /** Relative to the address that was asked for: a CDN may serve it under another path. */
      readonly reference: string;
      /** Whether it will be elsewhere for a while: not where the address may soon be one of its own. */
      readonly isLasting: boolean;
    };

const defaultSlowAvifMs = 2_000;

/** Finds renditions, and makes each the first time that somebody asks for it. */
export class RenditionService {
  /** What is being made, by the path of its address: whoever asks meanwhile waits for the same. */
  private readonly making = new Map<string, Promise<KeptFile | null>>();
  private readonly listeners: ((name: string) => void)[] = [];

  constructor(private readonly dependencies: RenditionServiceDependencies) {}

  /**
   * The rendition of an address; null where there is none.
   * Errors: ServiceUnavailable where too many are being made.
   * Cost: no statement for one that has been made.
   */
  async find({
    id,
    name: text,
    version: wished,
  }: RenditionRequest): Promise<RenditionAnswer | null> {
    const name = readName(text);
    if (name === null || readIdPrefix(id) !== imageFileIdPrefix) return null;
    const version = /^\d{1,9}$/.test(wished ?? '') ? Number(wished) : null;
    const kept = version === null ? null : await this.findKept(id, version, name);
    if (kept !== null) return toAnswer(kept, name);
    const file = await this.findFile(id);
    const settled = file === null ? null : settleName(file, name);
    if (file === null || settled === null) return null;
    if (version !== file.version || settled.width !== name.width) {
      // A version to come is asked for by who guesses it: a CDN must not know it before it is there.
      const isLasting = version === null || version <= file.version;
      return { kind: 'elsewhere', reference: writeReference(file, settled), isLasting };
    }
    return this.make(file, settled);
  }

  /** Subscribes to renditions that are made, by name: how often pixels are decoded. */
  onMade(listener: (name: string) => void): void {
    this.listeners.push(listener);
  }

  private findKept(id: string, version: number, name: RenditionName): Promise<KeptFile | null> {
    return this.dependencies.store.findRendition(id, version, writeName(name));
  }

  private async findFile(id: string): Promise<ImageFile | null> {
    const { files, database } = this.dependencies;
    const [file] = await files.findByIds(database.primary, [id]);
    return file ?? null;
  }

  private async make(file: ImageFile, name: RenditionName): Promise<RenditionAnswer | null> {
    const { slowAvifMs = defaultSlowAvifMs } = this.dependencies;
    const made = this.share(file, name);
    const isSlow = name.extension === 'avif' && (await isLate(made, slowAvifMs));
    if (isSlow) {
      const reference = writeReference(file, { ...name, extension: 'webp' });
      return { kind: 'elsewhere', reference, isLasting: false };
    }
    const kept = await made;
    return kept === null ? null : toAnswer(kept, name);
  }

  private share(file: ImageFile, name: RenditionName): Promise<KeptFile | null> {
    const key = writePath(file, name);
    const known = this.making.get(key);
    if (known !== undefined) return known;
    const made = this.makeOnce(file, name).finally(() => this.making.delete(key));
    this.making.set(key, made);
    // A client that was redirected meanwhile does not see this error, so log it.
    made.catch((error: unknown) => {
      this.dependencies.logger.warn({ err: error, key }, 'A rendition could not be made');
    });
    return made;
  }

  private async makeOnce(file: ImageFile, name: RenditionName): Promise<KeptFile | null> {
    const { store, pool, logger } = this.dependencies;
    const { id, version } = file;
    // Made by another instance, or since this one looked.
    const known = await this.findKept(id, version, name);
    if (known !== null) return known;
    const original = await store.findOriginal(file.sha256);
    if (original === null) {
      logger.error({ fileId: id }, 'The bytes of a picture are missing from FILES_DIR');
      return null;
    }
    const targetPath = await store.newIncomingPath();
    try {
      await pool.run({
        kind: 'render',
        path: original.path,
        targetPath,
        target: typeOfExtension(name.extension) ?? file.mediaType,
        picture: { width: file.width, height: file.height },
        part: placeCrop(file, name.crop),
        size: { width: name.width, height: heightOf(file, name.crop, name.width) },
        rights: spokenMetadata(file),
      });
      for (const listener of this.listeners) listener(writeName(name));
      const kept = await store.keepRendition(targetPath, id, version, writeName(name));
      return (await this.isStill(file)) ? kept : null;
    } finally {
      await store.discard(targetPath);
    }
  }

  /** Whether the picture is there as before; else what was made of it meanwhile is removed. */
  private async isStill({ id, version }: ImageFile): Promise<boolean> {
    const file = await this.findFile(id);
    if (file?.version === version) return true;
    await this.dependencies.store.removeRenditions(id, file === null ? null : version);
    return false;
  }
}

function toAnswer(file: KeptFile, { extension }: RenditionName): RenditionAnswer | null {
  const mediaType = typeOfExtension(extension);
  return mediaType === null ? null : { kind: 'file', file, mediaType };
}

function isLate(work: Promise<unknown>, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(true);
    }, ms);
    const settle = () => {
      clearTimeout(timer);
      resolve(false);
    };
    work.then(settle, settle);
  });
}
