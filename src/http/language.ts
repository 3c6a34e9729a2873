import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import type { Language } from '../platform/request';

/** English first: what a script that states no language is answered in. */
const spoken: Language[] = ['en', 'ar'];

/** Browsers send few different headers, each a thousand times. */
const known = new LRUCache<string, Language>({ max: 1_000 });

/**
 * The language that the service answers a caller in.
 * Shape: the Accept-Language header; English where it is missing, or names neither language.
 * Source: RFC 9110, 12.5.4; a region is looked past, so `ar-EG` is Arabic.
 */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'en';
  const remembered = known.get(acceptLanguage);
  if (remembered !== undefined) return remembered;
  const language = negotiate(acceptLanguage);
  known.set(acceptLanguage, language);
  return language;
}

function negotiate(acceptLanguage: string): Language {
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage } });
  for (const tag of negotiator.languages()) {
    if (tag === '*') return 'en';
    const language = spoken.find((spokenOne) => tag.toLowerCase().split('-')[0] === spokenOne);
    if (language !== undefined) return language;
  }
  return 'en';
}
