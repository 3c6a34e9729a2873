import { CreateArticlesAndComments1765000000000 } from './1765000000000-create-articles-and-comments';
import { CreateApiTokens1765100000000 } from './1765100000000-create-api-tokens';
import { CreateSearch1765200000000 } from './1765200000000-create-search';
import { ModerateComments1765300000000 } from './1765300000000-moderate-comments';
import { CreateCdnPurges1765400000000 } from './1765400000000-create-cdn-purges';
import { CountArticles1765400100000 } from './1765400100000-count-articles';
import { IndexWhatGrows1765400200000 } from './1765400200000-index-what-grows';
import { CountQueue1765400300000 } from './1765400300000-count-queue';
import { NameDeciders1765500000000 } from './1765500000000-name-deciders';
import { GiveReceiptsAgain1765500010000 } from './1765500010000-give-receipts-again';
import { CanonicalLocalesAndBylines1765500200000 } from './1765500200000-canonical-locales-and-bylines';
import { KeyImportedArticles1765500400000 } from './1765500400000-key-imported-articles';
import { RefoldSlugs1765500450000 } from './1765500450000-refold-slugs';
import { CreateRevisions1765600000000 } from './1765600000000-create-revisions';
import { CreateTags1765600100000 } from './1765600100000-create-tags';
import { CreateImageFiles1765600300000 } from './1765600300000-create-image-files';
import { AddImageFileId1765600400000 } from './1765600400000-add-image-file-id';
import { HideFromSearches1765600500000 } from './1765600500000-hide-from-searches';

/** Every migration, oldest first. A migration that has landed is never edited: write another. */
export const migrations = [
  CreateArticlesAndComments1765000000000,
  CreateApiTokens1765100000000,
  CreateSearch1765200000000,
  ModerateComments1765300000000,
  CreateCdnPurges1765400000000,
  CountArticles1765400100000,
  IndexWhatGrows1765400200000,
  CountQueue1765400300000,
  NameDeciders1765500000000,
  GiveReceiptsAgain1765500010000,
  CanonicalLocalesAndBylines1765500200000,
  KeyImportedArticles1765500400000,
  RefoldSlugs1765500450000,
  CreateRevisions1765600000000,
  CreateTags1765600100000,
  CreateImageFiles1765600300000,
  AddImageFileId1765600400000,
  HideFromSearches1765600500000,
];
