import { EraseCommenterResolver } from './erase-commenter.resolver';
import { type EraseCommenterDependencies, EraseCommenterService } from './erase-commenter.service';
import {
  type ExportCommenterDependencies,
  ExportCommenterService,
} from './export-commenter.service';
import { RekeyService } from './rekey.service';
import { RetentionJob, type RetentionJobDependencies } from './retention-job';
import { type RetentionDependencies, RetentionService } from './retention.service';

/** What commenters' privacy is constructed with. */
export interface CommenterPrivacyDependencies
  extends
    EraseCommenterDependencies,
    ExportCommenterDependencies,
    RetentionDependencies,
    Omit<RetentionJobDependencies, 'retention'> {}

/** Constructs erasure, export, encryption with another key, and retention. */
export function createCommenterPrivacyFeature(dependencies: CommenterPrivacyDependencies) {
  const { database, authors, privacy } = dependencies;
  const retention = new RetentionService(dependencies);
  return {
    resolvers: [new EraseCommenterResolver(new EraseCommenterService(dependencies))],
    exports: new ExportCommenterService(dependencies),
    rekeying: new RekeyService(database, authors, privacy),
    retention,
    job: new RetentionJob({ ...dependencies, retention }),
  };
}

/** What commands and the running service need of commenters' privacy. */
export type CommenterPrivacyFeature = ReturnType<typeof createCommenterPrivacyFeature>;
