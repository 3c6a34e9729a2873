import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { NodeSource } from '../../platform/graphql';
import type { IdMaker } from '../../platform/ids';
import type { Logger } from '../../platform/log';
import type { RequestScope } from '../../platform/request';
import { ImageFileFieldsResolver } from './image-file-fields.resolver';
import { ImageFileUseRepository } from './image-file-use.repository';
import { ImageFileUses } from './image-file-uses';
import {
  createFileUseLoaders,
  createImageFileLoaders,
  imageFileIdPrefix,
} from './image-file.loaders';
import { ImageFileRepository } from './image-file.repository';
import { ImageFileResolver } from './image-file.resolver';
import { ImageFileService } from './image-file.service';
import { IntakeService } from './intake/intake.service';
import { OriginalService } from './intake/original.service';
import { PicturePool } from './renditions/picture-pool';
import { RenditionUrls } from './renditions/rendition-url';
import { RenditionService } from './renditions/rendition.service';
import { FileStore } from './store/file-store';

/** What media is constructed with. */
export interface MediaDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly logger: Logger;
  /** The folder of originals and renditions. */
  readonly filesDir: string;
  /** The address under which clients reach `/files`. */
  readonly filesUrl: string;
  /** Processes that decode pictures. */
  readonly workerCount: number;
  /** The tag of an article, whose answers show its files. */
  readonly tagOfArticle: (articleId: string) => string;
  /** How long an AVIF is waited for; default: 2 seconds. Units: milliseconds. */
  readonly slowAvifMs?: number | undefined;
}

/** Constructs the feature of pictures' files; no process and no folder is made before it is needed. */
export function createMediaFeature(dependencies: MediaDependencies) {
  const { database, clock, logger, workerCount, filesDir, filesUrl } = dependencies;
  const files = new ImageFileRepository(database.dialect);
  const useRows = new ImageFileUseRepository(database.dialect);
  const uses = new ImageFileUses(files, useRows);
  const store = new FileStore(filesDir, clock);
  const pool = new PicturePool({ workerCount, logger });
  const urls = new RenditionUrls(filesUrl);
  const shared = { ...dependencies, files, uses, store, pool };
  const imageFileLoaders = createImageFileLoaders(files);
  const nodes: NodeSource<RequestScope>[] = [
    {
      idPrefix: imageFileIdPrefix,
      load: (scope, id) => scope.once(imageFileLoaders).imageFileById.load(id),
    },
  ];
  return {
    imageFileLoaders,
    fileUseLoaders: createFileUseLoaders(useRows),
    imageFiles: files,
    uses,
    urls,
    intake: new IntakeService(shared),
    originals: new OriginalService(shared),
    renditions: new RenditionService(shared),
    nodes,
    resolvers: [
      new ImageFileResolver(new ImageFileService(shared), imageFileLoaders),
      new ImageFileFieldsResolver(urls),
    ],
    /** Ends the processes that decode pictures. */
    close: () => pool.close(),
  };
}

/** Pictures' files: taken in, kept, shown. */
export type MediaFeature = ReturnType<typeof createMediaFeature>;
