import { Role } from '../../../src/platform/request';
import { ask } from '../ask';
import { writeArticle } from '../builders';
import { request } from '../http';
import { drawPicture, takeFile } from '../pictures';
import type { TestApp } from '../start-app';
import { createToken, withToken } from '../tokens';

const lists = [{}, { unused: true }, { query: 'ميدان' }, { unused: false, query: 'ميدان القاهرة' }];

const list = `query ($query: String, $unused: Boolean) {
  imageFiles(query: $query, unused: $unused, first: 5) { totalCount nodes { id } } }`;
const find = `query ($id: ID!, $sha256: String!) {
  byId: imageFile(id: $id) { id } byHash: imageFile(sha256: $sha256) { id } }`;
const uses = `query ($id: ID!, $first: Int, $last: Int) {
  imageFile(id: $id) { articles(first: $first, last: $last) { totalCount nodes { id } } } }`;
const update = `mutation ($id: ID!) {
  updateImageFile(input: { id: $id, credit: "الأناضول" }) { file { id } } }`;
const remove = `mutation ($id: ID!) { deleteImageFile(input: { id: $id }) { deletedId } }`;

/** Pictures are taken in, used, shown, changed and deleted. */
export async function exerciseMedia(service: TestApp): Promise<void> {
  const { id, sha256 } = await takeFile(service, await drawPicture().png().toBuffer());
  const { article } = await writeArticle(service);
  const { database, features } = service.app;
  for (const fileIds of [[id], []]) {
    await database.transaction((transaction) =>
      features.media.uses.setUses(transaction, article.id, fileIds),
    );
  }
  await request(service, `/files/${id}/160-none.webp?v=1`);
  const editor = withToken(await createToken(service, Role.EDITOR, { name: 'pictures' }));
  await ask(service, find, { id, sha256 }, editor);
  for (const wish of lists) await ask(service, list, wish, editor);
  for (const page of [{ first: 5 }, { last: 5 }]) {
    await ask(service, uses, { id, ...page }, editor);
  }
  await ask(service, update, { id }, editor);
  await ask(service, remove, { id }, editor);
}
