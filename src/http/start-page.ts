import { createHash } from 'node:crypto';

/** What the page links to beside what is always there. */
export interface StartPageOptions {
  readonly hasExplorer: boolean;
  readonly hasSchema: boolean;
}

/** The page, and the policy that lets it load nothing but its own style. */
export interface StartPage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

type Link = readonly [address: string, ar: string, en: string];

const style = `
  :root { color-scheme: light dark; --line: #8884; --accent: #b4004e }
  @media (prefers-color-scheme: dark) { :root { --accent: #ff7fb2 } }
  body { font: 1.05rem/1.7 system-ui, "Noto Naskh Arabic", "Segoe UI", sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1.25rem }
  h1 { font-size: 1.9rem; line-height: 1.3; margin: 0 0 .5rem }
  section { padding: 1.5rem 0 }
  section + section { border-block-start: 1px solid var(--line) }
  ul { padding: 0; list-style: none }
  li { padding: .3rem 0 }
  a { color: var(--accent) }
  code { unicode-bidi: isolate; direction: ltr; font-size: .9em }
`;

/** Writes the page at `/`: what this is and where to go on, in Arabic and English. */
export function renderStartPage({ hasExplorer, hasSchema }: StartPageOptions): StartPage {
  const sandbox: Link = [
    '/graphql',
    'Apollo Sandbox لتجربة الواجهة، ويُحمَّل من موقع Apollo',
    'Apollo Sandbox, which comes from Apollo’s own site',
  ];
  const explorer: Link = [
    '/explorer',
    'المستكشف GraphiQL، ولا يُحمِّل شيئًا من موقع آخر',
    'The explorer GraphiQL, which loads nothing from elsewhere',
  ];
  const schema: Link = ['/schema.graphql', 'المخطط كاملًا مع شرحه', 'The schema with its docs'];
  const health: Link = ['/health/ready', 'هل الخدمة جاهزة؟', 'Whether the service is ready'];
  const links = [
    ...(hasExplorer ? [explorer, sandbox] : []),
    ...(hasSchema ? [schema] : []),
    health,
  ];
  const list = (textOf: (link: Link) => string) =>
    links
      .map((link) => `<li><a href="${link[0]}"><code>${link[0]}</code></a> ${textOf(link)}</li>`)
      .join('\n');
  const html = `<!doctype html>
<html lang="ar" dir="rtl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>مقال · Maqal</title>
    <style>${style}</style>
  </head>
  <body>
    <section lang="ar" dir="rtl">
      <h1>مقال</h1>
      <p>خدمة محتوى للأخبار بلغة GraphQL: المقالات بأقسامها وصورها ووسومها، وتعليقات القراء والإشراف عليها، والبحث والتحديثات الحيّة. تقرأ منها المواقع والتطبيقات، وليست هي موقعًا.</p>
      <p>عنوان الواجهة البرمجية: <code>POST /graphql</code></p>
      <ul>
${list(([, ar]) => ar)}
      </ul>
      <p>الوثائق في الملف <code>README.md</code> والمجلد <code>docs</code> مع شيفرة الخدمة.</p>
    </section>
    <section lang="en" dir="ltr">
      <h1>Maqal</h1>
      <p>A GraphQL content service for news: articles with their sections, pictures and tags, readers’ comments with moderation, search and live updates. Sites and apps read from it; it is no site itself.</p>
      <p>The API’s address: <code>POST /graphql</code></p>
      <ul>
${list(([, , en]) => en)}
      </ul>
      <p>The documentation is <code>README.md</code> and the folder <code>docs</code> beside the service’s code.</p>
    </section>
  </body>
</html>
`;
  const styleHash = createHash('sha256').update(style).digest('base64');
  return {
    html,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}
