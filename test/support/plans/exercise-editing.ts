import { Role } from '../../../src/platform/request';
import { ask } from '../ask';
import { createEditor } from '../editing';
import type { TestApp } from '../start-app';

const links = `mutation ($create: CreatePreviewLinkInput!) {
  createPreviewLink(input: $create) { link { token } }
}`;
const revoking = `mutation ($input: RevokePreviewLinksInput!) {
  revokePreviewLinks(input: $input) { revokedCount }
}`;
const saves = `query ($id: ID!) { article(id: $id) { editing {
  draft { title } revision(version: 1) { title }
  revisions(first: 20) { nodes { title } totalCount } previous: revisions(last: 20) { nodes { id } }
} } }`;
const deletion = `mutation ($input: DeleteArticleInput!) {
  deleteArticle(input: $input) { deletedId }
}`;

/** Every way to write, publish, show and delete an article over GraphQL. */
export async function exerciseEditing(service: TestApp): Promise<void> {
  const editor = await createEditor(service, Role.ADMIN, 'editor');
  const created = await editor.create({ idempotencyKey: 'plans', tags: ['خطط'] });
  const published = await editor.change('publishArticle', created);
  const saved = await editor.change('updateArticle', published, { title: 'خطة' });
  await editor.send('updateArticle', {
    ...{ id: saved.id, version: published.editing?.version, title: 'أخرى', onConflict: 'MERGE' },
  });
  await ask(service, saves, { id: saved.id }, editor.options);
  const restored = await editor.change('restoreRevision', saved, { revision: 1 });
  const create = { articleId: saved.id };
  const { createPreviewLink } = await ask<{ createPreviewLink: { link: { token: string } } }>(
    ...([service, links, { create }, editor.options] as const),
  );
  const { token } = createPreviewLink.link;
  await ask(service, 'query ($token: String!) { previewArticle(token: $token) { title } }', {
    token,
  });
  await ask(service, revoking, { input: create }, editor.options);
  const archived = await editor.change('archiveArticle', restored);
  const input = { id: archived.id, version: archived.editing?.version };
  await ask(service, deletion, { input }, editor.options);
}
