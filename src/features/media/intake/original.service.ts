import type { Database } from '../../../platform/database';
import { readIdPrefix } from '../../../platform/ids';
import { requireRole, Role, type Viewer } from '../../../platform/request';
import type { ImageFile } from '../image-file.entity';
import { imageFileIdPrefix } from '../image-file.loaders';
import type { ImageFileRepository } from '../image-file.repository';
import type { FileStore, KeptFile } from '../store/file-store';

/** What the service needs. */
export interface OriginalServiceDependencies {
  readonly database: Database;
  readonly files: ImageFileRepository;
  readonly store: FileStore;
}

/** The very bytes that were sent. */
export interface Original {
  readonly kept: KeptFile;
  readonly file: ImageFile;
}

/** Hands out originals, which hold where a picture was taken and with what. */
export class OriginalService {
  constructor(private readonly dependencies: OriginalServiceDependencies) {}

  /**
   * The original of a file's id; null where there is none.
   * Errors: Unauthenticated, Forbidden below EDITOR.
   */
  async find(viewer: Viewer, id: string): Promise<Original | null> {
    requireRole(viewer, Role.EDITOR, 'The original of a picture');
    if (readIdPrefix(id) !== imageFileIdPrefix) return null;
    const { database, files, store } = this.dependencies;
    const [file] = await files.findByIds(database.primary, [id]);
    if (file === undefined) return null;
    const kept = await store.findOriginal(file.sha256);
    return kept === null ? null : { kept, file };
  }
}
