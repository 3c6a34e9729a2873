import { z } from 'zod';

type Reading = { readonly origin: string } | { readonly fault: string };

/** Schemes whose pages have no origin that a server could name. */
const opaqueSchemes = ['about', 'blob', 'data', 'file', 'ftp', 'javascript', 'ws', 'wss'];
const originPattern = /^([a-z][a-z\d+.-]*):\/\/(\*\.)?([^/?#]+)\/?$/i;

/**
 * An origin whose pages may read the API, as browsers and app shells send it.
 * Shape: `https://news.example`; `https://*.news.example` for every subdomain of any depth, without
 * the domain itself; `capacitor://localhost` and the like for apps; `*` for every origin.
 * Source: The Web Origin Concept, RFC 6454, 6.2.
 */
export const corsOrigin = z.string().transform((text, context) => {
  const reading = readOrigin(text);
  if ('origin' in reading) return reading.origin;
  context.addIssue({ code: 'custom', message: `${JSON.stringify(text)} ${reading.fault}` });
  return z.NEVER;
});

function readOrigin(text: string): Reading {
  if (text === '*') return { origin: text };
  const [, scheme = '', wildcard, rest = ''] = originPattern.exec(text) ?? [];
  if (scheme === '') return { fault: describeForm(text) };
  if (rest.includes('*')) return { fault: 'may have one *, in place of the first label' };
  return /^https?$/i.test(scheme)
    ? readWebOrigin(`${scheme}://`, wildcard !== undefined, rest)
    : readAppOrigin(scheme.toLowerCase(), wildcard !== undefined, rest);
}

function describeForm(text: string): string {
  if (text === 'null') return 'is sent by pages of any site, so it lets everybody in: use *';
  if (!text.includes('://')) return `has no scheme, such as https://${text}`;
  return 'must be scheme://host or scheme://host:port, without a path';
}

function readWebOrigin(scheme: string, isWildcard: boolean, host: string): Reading {
  // The URL parser knows hosts: a wildcard is judged as one of the subdomains that it stands for.
  const example = `${scheme}${isWildcard ? 'any.' : ''}${host}`;
  if (!URL.canParse(example)) return { fault: 'has no host that a page could come from' };
  const { origin, href, hostname } = new URL(example);
  if (href !== `${origin}/`) return { fault: 'must be scheme://host or scheme://host:port' };
  if (!isWildcard) return { origin };
  const labels = hostname.split('.').slice(1);
  if (labels.length < 2 && labels[0] !== 'localhost') {
    return { fault: 'lets in every site of a top-level domain: name a domain below it' };
  }
  return { origin: origin.replace('://any.', '://*.') };
}

function readAppOrigin(scheme: string, isWildcard: boolean, host: string): Reading {
  if (opaqueSchemes.includes(scheme)) return { fault: 'is a scheme whose pages have no origin' };
  if (isWildcard) return { fault: 'may have a * with http and https only' };
  if (!/^[a-z\d._-]+(:\d+)?$/i.test(host))
    return { fault: 'has no host that a page could come from' };
  return { origin: `${scheme}://${host}` };
}
