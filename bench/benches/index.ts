import type { Bench } from '../bench';
import { addComment } from './add-comment.bench';
import { articlePage } from './article-page.bench';
import { coldStart } from './cold-start.bench';
import { frontPage } from './front-page.bench';
import { growth } from './growth.bench';
import { importPages } from './import-pages.bench';
import { memory } from './memory.bench';
import { metadata } from './metadata.bench';
import { mixed } from './mixed.bench';
import { moderationQueue } from './moderation-queue.bench';
import { pictures } from './pictures.bench';
import { search } from './search.bench';
import { siege } from './siege.bench';
import { worst } from './worst.bench';

/** Every bench, in the order in which `npm run bench` runs them; one that needs a folder is named. */
export const benches: readonly Bench[] = [
  articlePage,
  frontPage,
  addComment,
  mixed,
  growth,
  moderationQueue,
  memory,
  coldStart,
  search,
  importPages,
  worst,
  siege,
  pictures,
  metadata,
];
