import type { Clock, StartTimer } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { Logger } from '../../platform/log';
import type { ArticleFeature } from '../article';
import type { ImageFeature } from '../image';
import type { MediaFeature } from '../media';
import type { SectionFeature } from '../section';
import type { TagFeature } from '../tag';
import { ArticleChanger } from './article-changer';
import { ArticleCreationRepository } from './article-creation.repository';
import { ArticleDeletionService } from './article-deletion.service';
import { ArticleEditResolver } from './article-edit.resolver';
import { ArticleEditingFieldResolver, ArticleEditingResolver } from './article-editing.resolver';
import { ArticleEditorService } from './article-editor.service';
import { ArticleEdits } from './article-edits';
import { ArticlePublisher } from './article-publisher.service';
import { ArticlePublishingService } from './article-publishing.service';
import { ArticleRevisionRepository } from './article-revision.repository';
import {
  ArticleRevisionResolver,
  ImageSnapshotResolver,
  SectionSnapshotResolver,
} from './article-revision.resolver';
import { ArticleSettler } from './article-settler';
import type { ArticleStore } from './article-store';
import { ArticleWriter } from './article-writer.service';
import { PagePlaces } from './page-places';
import { PublicationJob } from './publication-job';
import { createRevisionLoaders } from './revision.loaders';
import { RevisionService } from './revision.service';

/** What the feature of revisions is constructed with. */
export interface RevisionDependencies
  extends
    Pick<
      ArticleFeature,
      'articles' | 'articleLoaders' | 'articleReads' | 'formerSlugs' | 'schedule'
    >,
    Pick<SectionFeature, 'sectionLoaders'>,
    Pick<ImageFeature, 'imageLoaders'>,
    Pick<MediaFeature, 'imageFiles' | 'uses' | 'urls'>,
    Pick<TagFeature, 'tagAssigner' | 'tagLoaders'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly store: ArticleStore;
  readonly logger: Logger;
  readonly startTimer: StartTimer;
}

/** Constructs everything that writes articles. */
export function createRevisionFeature(dependencies: RevisionDependencies) {
  const { dialect } = dependencies.database;
  const revisions = new ArticleRevisionRepository(dialect);
  const revisionLoaders = createRevisionLoaders(revisions, dependencies.imageFiles);
  const revisionReads = new RevisionService({ ...dependencies, revisions, revisionLoaders });
  const changer = new ArticleChanger({ ...dependencies, revisions });
  const shared = { ...dependencies, revisions, changer };
  const edits = new ArticleEdits(shared);
  const places = new PagePlaces(dependencies);
  const creations = new ArticleCreationRepository();
  const editor = new ArticleEditorService({ ...shared, edits, places, creations });
  return {
    revisions,
    revisionReads,
    writer: new ArticleWriter({ ...shared, places }),
    publisher: new ArticlePublisher(shared),
    job: new PublicationJob({ ...dependencies, settler: new ArticleSettler(shared) }),
    resolvers: [
      new ArticleEditResolver(
        editor,
        new ArticlePublishingService(edits),
        new ArticleDeletionService({ ...shared, edits }),
      ),
      new ArticleEditingFieldResolver(),
      new ArticleEditingResolver(revisionReads),
      new ArticleRevisionResolver(),
      new SectionSnapshotResolver(),
      new ImageSnapshotResolver(dependencies.urls, revisionLoaders),
    ],
  };
}

/** Everything that writes articles, and their saves. */
export type RevisionFeature = ReturnType<typeof createRevisionFeature>;
