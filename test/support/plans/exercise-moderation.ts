import { ModerationQueueDocument } from '../../../examples/generated/operations';
import { Role } from '../../../src/platform/request';
import { sendComment } from '../add-comments';
import { ask } from '../ask';
import { askAs } from '../ask-as';
import { writeArticle } from '../builders';
import type { ModeratedService } from '../moderation';
import { runSql } from '../raw-database';
import { inquisitiveRules } from './exercise-comments';

const statuses = [
  null,
  ['APPROVED'],
  ['PENDING', 'SPAM'],
  ['APPROVED', 'PENDING', 'REJECTED', 'SPAM'],
];
const reports = [null, true, false];
const dates = [
  {},
  { createdAfter: '2024-01-01T00:00:00Z' },
  { createdAfter: '2024-01-01T00:00:00Z', createdBefore: '2025-01-01T00:00:00Z' },
];
const authors = [{}, { authorEmail: 'reader@example.org' }];

const listing = `query ($filter: ModerationFilter, $orderBy: CommentOrder!, $first: Int, $last: Int) {
  moderationQueue(filter: $filter, orderBy: $orderBy, first: $first, last: $last) {
    nodes { comment { id } } totalCount } }`;

/** Every way to list comments for moderators, to decide about them and to let go of them. */
export async function exerciseModeration(desk: ModeratedService): Promise<void> {
  const { service } = desk;
  const { article } = await writeArticle(service);
  await sendComment(service, article.id, { body: 'نص مشبوه' });
  await ask(service, ModerationQueueDocument, {}, desk.moderator);
  for (const filter of listFilters(article.id)) {
    for (const orderBy of ['OLDEST', 'NEWEST']) {
      for (const size of [{ first: 20 }, { last: 20 }]) {
        await askAs(service, Role.MODERATOR, listing, { filter, orderBy, ...size });
      }
    }
  }
  await replay(desk);
  await letGo(desk, article.id);
}

function listFilters(articleId: string): object[] {
  const places = [{}, { articleId }];
  return statuses.flatMap((status) =>
    reports.flatMap((reported) =>
      dates.flatMap((date) =>
        authors.flatMap((author) =>
          places.map((place) => ({ status, reported, ...date, ...author, ...place })),
        ),
      ),
    ),
  );
}

async function replay({ service }: ModeratedService): Promise<void> {
  const document = `query ($rules: String!, $since: DateTime!) {
    replayModeration(rules: $rules, since: $since) { commentCount } }`;
  const rules = JSON.stringify(inquisitiveRules);
  await askAs(service, Role.ADMIN, document, { rules, since: '2024-01-01T00:00:00Z' });
}

/** Rekeying, an export, an erasure, and the sweep of what nobody decided about. */
async function letGo({ service }: ModeratedService, articleId: string): Promise<void> {
  const { rekeying, exports, retention } = service.app.features.commenterPrivacy;
  const email = 'other@example.org';
  await sendComment(service, articleId, { authorEmail: email });
  // As it was kept before there were keys.
  await runSql(service.database, `UPDATE comment SET author_email = '${email}', email_hash = NULL`);
  await exports.export(email);
  await rekeying.rekey();
  const erasing =
    'mutation ($email: EmailAddress!) { eraseCommenter(input: { email: $email }) { erasedComments } }';
  await askAs(service, Role.ADMIN, erasing, { email });
  await sendComment(service, articleId, { body: 'نص مشبوه' });
  service.clock.advance(90 * 86_400_000);
  await retention.sweep();
}
