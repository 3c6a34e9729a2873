import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { type Editor, createEditor, type EditedArticle } from '../support/editing';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;
let editor: Editor;
let other: Editor;

beforeAll(async () => {
  service = await startApp();
  editor = await createEditor(service, Role.EDITOR, 'desk');
  other = await createEditor(service, Role.EDITOR, 'night desk');
});

afterAll(() => service.stop());

interface Read {
  readonly title: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly body: string;
  readonly editing: unknown;
}

/** An article as any reader sees it. */
const readAsReader = async ({ slug }: Pick<EditedArticle, 'slug'>) => {
  const document = `query ($slug: String!) {
    article(slug: $slug) { title version updatedAt body editing { version } }
  }`;
  const { article } = await ask<{ article: Read | null }>(service, document, { slug });
  return article;
};

const revisionsOf = async (id: string) => {
  const document = `query ($id: ID!) { article(id: $id) { editing {
    revisions { totalCount nodes { version title note editedBy isLive sections { sectionId } } }
  } } }`;
  interface Answer {
    article: { editing: { revisions: { totalCount: number; nodes: { version: number }[] } } };
  }
  const { article } = await ask<Answer>(service, document, { id }, editor.options);
  return article.editing.revisions;
};

describe('an article that is written here', () => {
  it('is a draft that editors alone see, until it is published', async () => {
    const draft = await editor.create({ title: 'خبر جديد', byline: 'فريق التحرير' });
    expect(draft).toMatchObject({ status: 'DRAFT', publishedAt: null, title: 'خبر جديد' });
    expect(draft.editing).toMatchObject({ version: 1, draft: { version: 1 } });
    expect(await readAsReader(draft)).toBeNull();
    const published = await editor.change('publishArticle', draft);
    expect(published).toMatchObject({
      status: 'PUBLISHED',
      publishedAt: service.clock.now().toISOString(),
      firstPublishedAt: service.clock.now().toISOString(),
      editing: { version: 2, draft: null },
    });
    expect(await readAsReader(draft)).toMatchObject({ title: 'خبر جديد', editing: null });
  });

  it('shows a save of a published article to readers once it is published', async () => {
    const article = await editor.change('publishArticle', await editor.create({ title: 'قديم' }));
    const before = await readAsReader(article);
    const saved = await editor.change('updateArticle', article, { title: 'جديد' });
    expect(saved).toMatchObject({ title: 'قديم', editing: { draft: { title: 'جديد' } } });
    expect(await readAsReader(article)).toEqual(before);
    await editor.change('publishArticle', saved);
    const after = await readAsReader(article);
    expect(after).toMatchObject({ title: 'جديد' });
    expect(after?.version).toBeGreaterThan(before?.version ?? 0);
  });

  it('makes no revision of a save that changes nothing', async () => {
    const article = await editor.create();
    const same = await editor.change('updateArticle', article, {
      title: article.title,
      note: 'لا شيء',
    });
    expect(same.editing?.version).toBe(article.editing?.version);
    expect((await revisionsOf(article.id)).totalCount).toBe(1);
  });

  it('keeps the ids of sections when one is put before them', async () => {
    const article = await editor.create();
    const sections = [
      { body: 'أول.' },
      ...article.sections.map(({ heading, body }) => ({ heading, body })),
    ];
    const next = await editor.change('updateArticle', article, { sections });
    expect(next.sections.slice(1).map(({ id }) => id)).toEqual(
      article.sections.map(({ id }) => id),
    );
  });

  it('shows pictures that are kept elsewhere, and a lead image before the text', async () => {
    const url = 'https://pictures.example/a.jpg';
    const article = await editor.create({
      leadImage: {
        url,
        alt: 'ميدان',
        caption: 'الميدان',
        credit: 'رويترز',
        width: 800,
        height: 600,
      },
      sections: [{ body: 'نص.', images: [{ url: `${url}?b`, alt: 'جسر' }] }],
    });
    const [lead, second] = article.images;
    expect([lead?.url, second?.url]).toEqual([url, `${url}?b`]);
    const cleared = await editor.change('updateArticle', article, { leadImage: null });
    expect(cleared.images.map(({ id }) => id)).toEqual([second?.id]);
  });

  it('is created once for an idempotency key, and refuses the key for other input', async () => {
    const input = { title: 'مرة واحدة', locale: 'ar', sections: [], idempotencyKey: 'k-1' };
    const first = await editor.send('createArticle', input);
    const again = await editor.send('createArticle', input);
    expect(again.article?.id).toBe(first.article?.id);
    const changed = await editor.send('createArticle', { ...input, title: 'أخرى' });
    expect(changed).toMatchObject({
      article: null,
      userErrors: [{ code: 'CONFLICT', field: ['input', 'idempotencyKey'] }],
    });
    const ofOther = await other.send('createArticle', input);
    expect(ofOther.article?.id).not.toBe(first.article?.id);
  });

  it('gets a slug of its own, however many are created under one headline at once', async () => {
    const title = 'عاجل للجميع';
    const created = await Promise.all(Array.from({ length: 16 }, () => editor.create({ title })));
    expect(new Set(created.map(({ slug }) => slug)).size).toBe(16);
  });

  it('tells everything that is wrong at once, in the caller’s language', async () => {
    const sections = [{ body: 'نص.', images: [{ url: 'ftp://a', alt: 'x'.repeat(2_000) }] }];
    const { userErrors } = await editor.send('createArticle', {
      ...{ title: ' ', locale: 'ar', tags: ['', 'غزة'], sections },
    });
    expect(userErrors.map(({ code, field }) => [code, field.join('.')])).toEqual(
      expect.arrayContaining([
        ['REQUIRED', 'input.title'],
        ['REQUIRED', 'input.tags.0'],
        ['INVALID', 'input.sections.0.images.0.url'],
        ['TOO_LONG', 'input.sections.0.images.0.alt'],
      ]),
    );
  });

  it('may be far longer than what readers may send', async () => {
    const body = `${'كلمة '.repeat(1_000)}\n\n`.repeat(38);
    const { sections } = await editor.create({ sections: [{ body }] });
    expect(sections[0]?.body).toHaveLength(body.trim().length);
    const { status } = await service.send('query ($t: String!) { article(slug: $t) { id } }', {
      t: body.repeat(2),
    });
    expect(status).toBe(413);
  });

  it('refuses a slug that reads like another article’s', async () => {
    const first = await editor.create({ slug: 'الأخبار' });
    const { userErrors } = await editor.send('createArticle', {
      ...{ title: 'خبر', slug: 'الاخبار', locale: 'ar', sections: [] },
    });
    expect(first.slug).toBe('الأخبار');
    expect(userErrors).toMatchObject([{ code: 'DUPLICATE', field: ['input', 'slug'] }]);
  });
});

describe('two editors of one article', () => {
  it('are told of each other: who came first, with what', async () => {
    const article = await editor.create();
    await other.change('updateArticle', article, { title: 'عنوان الآخر' });
    const { editing, id } = article;
    const answer = await editor.send('updateArticle', {
      ...{ id, version: editing?.version, title: 'عنواني' },
    });
    expect(answer).toMatchObject({
      article: null,
      userErrors: [{ code: 'CONFLICT', field: ['input', 'version'] }],
      conflict: {
        ...{ version: 2, editedBy: 'night desk', fields: ['title'] },
        theirs: { title: 'عنوان الآخر', version: 2 },
      },
    });
  });

  it('have their changes of different parts merged, and of the same part refused', async () => {
    const article = await editor.create();
    const [first, second] = article.sections;
    await other.change('updateArticle', article, {
      sections: [
        { id: first?.id, body: 'كتبها الآخر.' },
        { id: second?.id, body: second?.body },
      ],
    });
    const merged = await editor.change('updateArticle', article, {
      onConflict: 'MERGE',
      title: 'عنواني',
      sections: [
        { id: first?.id, body: first?.body },
        { id: second?.id, body: 'كتبتها أنا.' },
      ],
    });
    expect(merged.title).toBe('عنواني');
    expect(merged.sections.map(({ body }) => body)).toEqual(['كتبها الآخر.', 'كتبتها أنا.']);
    const clash = await editor.send('updateArticle', {
      ...{ id: article.id, version: article.editing?.version, onConflict: 'MERGE' },
      sections: [
        { id: first?.id, body: 'كتبتها أيضًا.' },
        { id: second?.id, body: second?.body },
      ],
    });
    expect(clash.conflict?.fields).toEqual([`sections.${first?.id ?? ''}`]);
  });

  it('never both win: of saves of one version at the same instant exactly one is stored', async () => {
    for (let round = 0; round < 100; round += 1) {
      const article = await editor.create();
      const version = article.editing?.version;
      const answers = await Promise.all(
        [editor, other].map((one, index) =>
          one.send('updateArticle', { id: article.id, version, title: `عنوان ${index}` }),
        ),
      );
      const [winner] = answers.filter(({ userErrors }) => userErrors.length === 0);
      const [loser] = answers.filter(({ userErrors }) => userErrors.length > 0);
      expect(loser?.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
      expect(loser?.conflict?.theirs.title).toBe(winner?.article?.title);
    }
  });
});

describe('revisions', () => {
  it('are listed newest first, restored as a new save, and discarded as a draft', async () => {
    const article = await editor.change('publishArticle', await editor.create({ title: 'واحد' }));
    const saved = await editor.change('updateArticle', article, { title: 'اثنان', note: 'أصلحت' });
    expect(await revisionsOf(article.id)).toMatchObject({
      totalCount: 2,
      nodes: [
        { version: 3, title: 'اثنان', note: 'أصلحت', editedBy: 'desk', isLive: false },
        { version: 1, title: 'واحد', note: null, isLive: true },
      ],
    });
    const discarded = await editor.change('discardDraft', saved);
    expect(discarded.editing?.draft).toBeNull();
    const restored = await editor.change('restoreRevision', discarded, { revision: 3 });
    expect(restored.editing?.draft).toMatchObject({ title: 'اثنان', version: 5 });
    const missing = await editor.send('restoreRevision', {
      ...{ id: article.id, version: restored.editing?.version, revision: 2 },
    });
    expect(missing.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'revision'] }]);
  });
});

describe('taking an article off the site', () => {
  it('unpublishes, archives and publishes again, with the date of its first publication', async () => {
    const article = await editor.change('publishArticle', await editor.create());
    service.clock.advance(3_600_000);
    const archived = await editor.change('archiveArticle', article);
    expect([archived.status, await readAsReader(article)]).toEqual(['ARCHIVED', null]);
    const again = await editor.change('publishArticle', archived);
    expect(again.publishedAt).toBe(article.publishedAt);
    const draft = await editor.change('unpublishArticle', again);
    expect([draft.status, draft.publishedAt, await readAsReader(article)]).toEqual([
      ...['DRAFT', null, null],
    ]);
    const anew = await editor.change('publishArticle', draft);
    expect(anew.publishedAt).toBe(service.clock.now().toISOString());
    expect(anew.firstPublishedAt).toBe(article.publishedAt);
  });

  it('deletes it with everything of it, for an administrator', async () => {
    const admin = await createEditor(service, Role.ADMIN);
    const article = await editor.change('publishArticle', await editor.create({ title: 'للحذف' }));
    const document = `mutation ($input: DeleteArticleInput!) {
      deleteArticle(input: $input) { deletedId userErrors { code } conflict { version } }
    }`;
    const remove = (version: number) =>
      ask<{ deleteArticle: unknown }>(
        ...([service, document, { input: { id: article.id, version } }, admin.options] as const),
      );
    expect(await remove(1)).toMatchObject({
      deleteArticle: {
        deletedId: null,
        userErrors: [{ code: 'CONFLICT' }],
        conflict: { version: 2 },
      },
    });
    expect(await remove(2)).toMatchObject({
      deleteArticle: { deletedId: article.id, userErrors: [], conflict: null },
    });
    expect(await admin.read(article.id)).toBeNull();
    expect(await readAsReader(article)).toBeNull();
  });
});

describe('planned changes', () => {
  const inHours = (hours: number) =>
    new Date(service.clock.now().getTime() + hours * 3_600_000).toISOString();

  it('publish exactly the save that was scheduled, whatever is saved meanwhile', async () => {
    const draft = await editor.create({ title: 'المعتمد' });
    const planned = await editor.change('publishArticle', draft, { at: inHours(1) });
    expect(planned).toMatchObject({ status: 'SCHEDULED', editing: { scheduledAt: inHours(1) } });
    const later = await editor.change('updateArticle', planned, { title: 'لم يُعتمد' });
    expect(later).toMatchObject({ title: 'لم يُعتمد', status: 'SCHEDULED' });
    expect(await readAsReader(draft)).toBeNull();
    service.clock.advance(3_600_000);
    expect(await readAsReader(draft)).toMatchObject({ title: 'المعتمد' });
    expect(await editor.read(draft.id)).toMatchObject({
      ...{ title: 'المعتمد', status: 'PUBLISHED', editing: { draft: { title: 'لم يُعتمد' } } },
    });
  });

  it('show editors the newest save whole: its text, its tags and its pictures', async () => {
    const [first, second] = ['a', 'b'].map((name) => ({ url: `https://pictures.example/${name}` }));
    const draft = await editor.create({ tags: ['المعتمد'], leadImage: first });
    const planned = await editor.change('publishArticle', draft, { at: inHours(1) });
    const tags = ['وسم لم يكن', 'المعتمد'];
    await editor.change('updateArticle', planned, { tags, leadImage: second });
    const document = `query ($id: ID!) {
      article(id: $id) { tags { name articleCount } images { url } }
    }`;
    const input = [document, { id: draft.id }] as const;
    expect(await ask(service, ...input, editor.options)).toEqual({
      article: { tags: tags.map((name) => ({ name, articleCount: 0 })), images: [second] },
    });
    service.clock.advance(3_600_000);
    expect(await ask(service, ...input)).toEqual({
      article: { tags: [{ name: 'المعتمد', articleCount: 1 }], images: [first] },
    });
  });

  it('leave the same article whether an editor comes next or the job', async () => {
    const article = await editor.change('publishArticle', await editor.create());
    const publishedAt = inHours(-1);
    const saved = await editor.change('updateArticle', article, { publishedAt });
    const planned = await editor.change('publishArticle', saved, { at: inHours(1) });
    service.clock.advance(3_600_000);
    // The test's timer has not run: nothing has been written down.
    const archived = await editor.change('archiveArticle', planned);
    expect(archived).toMatchObject({ status: 'ARCHIVED', publishedAt });
    expect(archived.firstPublishedAt).toBe(article.publishedAt);
  });

  it('take an article out of sight, and are taken back', async () => {
    const article = await editor.change('publishArticle', await editor.create());
    const planned = await editor.change('unpublishArticle', article, { at: inHours(2) });
    expect(planned.editing?.unpublishAt).toBe(inHours(2));
    const cancelled = await editor.change('cancelSchedule', planned);
    expect(cancelled.editing?.unpublishAt).toBeNull();
    await editor.change('unpublishArticle', cancelled, { at: inHours(2) });
    service.clock.advance(2 * 3_600_000);
    expect(await readAsReader(article)).toBeNull();
    expect(await editor.read(article.id)).toMatchObject({ status: 'DRAFT' });
  });

  it.each([
    ['publishArticle', -1, 'at'],
    ['unpublishArticle', -1, 'at'],
  ])('refuse with %s a moment that has passed', async (mutation, hours, field) => {
    const { id, editing } = await editor.change('publishArticle', await editor.create());
    const input = { id, version: editing?.version, at: inHours(hours) };
    const { userErrors } = await editor.send(mutation, input);
    expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['input', field] }]);
  });
});

describe('preview links', () => {
  const createDocument = `mutation ($input: CreatePreviewLinkInput!) {
    createPreviewLink(input: $input) { link { token url expiresAt } userErrors { code field } }
  }`;
  const previewDocument = `query ($token: String!) {
    previewArticle(token: $token) { title editedBy note isLive body(format: HTML) }
  }`;
  interface Created {
    createPreviewLink: { link: { token: string; url: string; expiresAt: string } };
  }

  it('show the newest save to whoever has the token, in an answer that no cache stores', async () => {
    const article = await editor.change('publishArticle', await editor.create());
    await editor.change('updateArticle', article, { title: 'مسودة', note: 'للمحررين' });
    const input = { articleId: article.id };
    const created = await ask<Created>(service, createDocument, { input }, editor.options);
    const { token, url } = created.createPreviewLink.link;
    expect(url).toContain(token);
    const answer = await service.send(previewDocument, { token });
    expect(answer.data).toMatchObject({
      previewArticle: { title: 'مسودة', editedBy: null, note: null, isLive: false },
    });
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(service.log.join('')).not.toContain(token);
    const revoke = `mutation ($input: RevokePreviewLinksInput!) {
      revokePreviewLinks(input: $input) { revokedCount userErrors { code } }
    }`;
    expect(await ask(service, revoke, { input }, editor.options)).toEqual({
      revokePreviewLinks: { revokedCount: 1, userErrors: [] },
    });
    expect(await ask(service, previewDocument, { token })).toEqual({ previewArticle: null });
  });

  it('stop working when they expire, and end within 30 days', async () => {
    const { id: articleId } = await editor.create();
    const expiresAt = new Date(service.clock.now().getTime() + 31 * 86_400_000);
    const refused = await ask(
      service,
      createDocument,
      { input: { articleId, expiresAt } },
      editor.options,
    );
    expect(refused).toMatchObject({
      createPreviewLink: {
        link: null,
        userErrors: [{ code: 'INVALID', field: ['input', 'expiresAt'] }],
      },
    });
    const created = await ask<Created>(
      service,
      createDocument,
      { input: { articleId } },
      editor.options,
    );
    const { token } = created.createPreviewLink.link;
    service.clock.advance(48 * 3_600_000);
    expect(await ask(service, previewDocument, { token })).toEqual({ previewArticle: null });
  });
});
