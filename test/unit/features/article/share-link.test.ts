import fc from 'fast-check';
import { ShareNetwork } from '../../../../src/features/article/article-enums';
import { ArticleLinks } from '../../../../src/features/article/article-links';
import { Article } from '../../../../src/features/article/article.entity';
import { listShareLinks } from '../../../../src/features/article/share-link';

const url = 'https://news.example/articles/%D9%85%D9%82%D8%A7%D9%84';

const linkOf = (network: ShareNetwork, title: string) =>
  new URL(listShareLinks(title, url).find((link) => link.network === network)?.url ?? '');

/** The texts that a link carries, whatever its parameters are called. */
const valuesOf = ({ search }: URL) =>
  search
    .slice(1)
    .split('&')
    .map((pair) => decodeURIComponent(pair.slice(pair.indexOf('=') + 1)));

describe('listShareLinks', () => {
  it('has one link for each network, in the order of the enum', () => {
    expect(listShareLinks('عنوان', url).map(({ network }) => network)).toEqual([
      'FACEBOOK',
      'X',
      'WHATSAPP',
      'TELEGRAM',
      'LINKEDIN',
      'EMAIL',
    ]);
  });

  it.each([
    [ShareNetwork.FACEBOOK, 'www.facebook.com', [url]],
    [ShareNetwork.X, 'x.com', ['عنوان & خبر', url]],
    [ShareNetwork.WHATSAPP, 'wa.me', [`عنوان & خبر ${url}`]],
    [ShareNetwork.TELEGRAM, 't.me', [url, 'عنوان & خبر']],
    [ShareNetwork.LINKEDIN, 'www.linkedin.com', [url]],
  ])('shares on %s at its own host, with the article’s address', (network, host, values) => {
    const link = linkOf(network, 'عنوان & خبر');
    expect([link.protocol, link.host]).toEqual(['https:', host]);
    expect(valuesOf(link)).toEqual(values);
  });

  it('opens a message in the reader’s own mail program', () => {
    const link = linkOf(ShareNetwork.EMAIL, 'عنوان & خبر');
    expect([link.protocol, link.pathname]).toEqual(['mailto:', '']);
    expect(valuesOf(link)).toEqual(['عنوان & خبر', url]);
  });

  it('writes spaces as %20: mail programs show a plus as it is', () => {
    expect(linkOf(ShareNetwork.EMAIL, 'one two').search).toContain('one%20two');
  });

  it('adds no parameter and no line to a message, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        for (const { network, url: link } of listShareLinks(title, url)) {
          const parsed = new URL(link);
          expect([network, parsed.hash]).toEqual([network, '']);
          expect(valuesOf(parsed).join(' ')).toContain(url);
          expect(link).not.toMatch(/[\r\n\s<>"]/);
        }
      }),
    );
  });
});

describe('ArticleLinks', () => {
  const article = Object.assign(new Article(), { slug: 'مقال-1', title: 'عنوان' });

  it.each(['https://news.example', 'https://news.example/', 'https://news.example//'])(
    'joins the site %s and the percent-encoded slug',
    (site) => {
      expect(new ArticleLinks(site).urlOf(article)).toBe(
        'https://news.example/articles/%D9%85%D9%82%D8%A7%D9%84-1',
      );
    },
  );

  it('keeps a path of the site', () => {
    expect(new ArticleLinks('https://example.org/news').urlOf(article)).toMatch(
      /^https:\/\/example\.org\/news\/articles\//,
    );
  });

  it('shares the address that it gives', () => {
    const links = new ArticleLinks('https://news.example');
    for (const { url: link } of links.shareLinksOf(article)) {
      expect(decodeURIComponent(link)).toContain(links.urlOf(article));
    }
  });
});
