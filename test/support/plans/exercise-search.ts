import { Role } from '../../../src/platform/request';
import { askAs } from '../ask-as';
import { writeArticle } from '../builders';
import { search, searching } from '../search';
import type { TestApp } from '../start-app';
import { articleFilters } from './exercise-articles';

const queries = ['الفقرة', 'الفقر', '"الفقرة الأولى" -كلمة', 'الفقىرة المقالل'];

/** Searches of every kind, and the index built anew. */
export async function exerciseSearch(service: TestApp): Promise<void> {
  const draft = { slug: 'sought', title: 'كلمات ستزول' };
  await writeArticle(service, draft);
  await writeArticle(service, { ...draft, title: 'غيرها' });
  for (const query of queries) await search(service, query);
  for (const filter of articleFilters) {
    await askAs(service, Role.EDITOR, searching, { query: 'الفقرة', filter });
  }
  await service.app.features.reindex.isNeeded();
  await service.app.features.reindex.run();
  await service.app.features.reindex.recount();
  await service.app.features.reindex.catchUp();
}
