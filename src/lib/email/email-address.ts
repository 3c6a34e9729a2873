import { domainToASCII, domainToUnicode } from 'node:url';
import isEmail from 'validator/lib/isEmail';

/** Units: bytes in UTF-8. The longest address that mail can carry (RFC 5321, 4.5.3.1.3; RFC 6531). */
export const maxEmailBytes = 254;

/** Units: UTF-16 code units. What may stand around an address before it is looked at. */
const maxSentUnits = 1_000;

/** Directions, joiners and blanks that keyboards and chat apps put around an address. */
const invisibleAtEnds = /^[\p{White_Space}\p{Cf}\p{DI}]+|[\p{White_Space}\p{Cf}\p{DI}]+$/gu;

/** Joiners, which Persian and Indic domains are written with, stay inside. */
const invisibleInside = /(?![\u200C\u200D])[\p{Cf}\p{DI}]/gu;

/** Letters, digits, hyphens, joiners, and every full stop that UTS #46 takes for a dot. */
const domainPattern = /^[\p{L}\p{N}\p{M}\u200C\u200D.\u3002\uFF0E\uFF61-]+$/u;

/** What no address holds: controls, white space, private and unassigned characters. */
const unusable = /[\p{C}\p{White_Space}]/u;
const joiners = /[\u200C\u200D]/gu;

/**
 * Reads an e-mail address as somebody typed or copied it.
 *
 * Shape: the address in NFC without invisible characters, an internationalized domain in its
 * Unicode form; null for what is none. Domains have a dot: a name that mail reaches from anywhere.
 * Source: RFC 5321 and RFC 6531 (internationalized addresses), UTS #46 (domains).
 */
export function readEmailAddress(sent: string): string | null {
  const address = cleanEmailAddress(sent);
  if (address === null || unusable.test(address.replace(joiners, ''))) return null;
  const parts = splitAddress(address);
  if (parts === null) return null;
  const ascii = domainToASCII(parts.domain);
  if (Buffer.byteLength(`${parts.local}@${ascii}`) > maxEmailBytes) return null;
  if (!isEmail(`${parts.local.replace(joiners, '')}@${ascii}`)) return null;
  const domain = isAscii(parts.domain) ? parts.domain : domainToUnicode(ascii);
  return domainPattern.test(domain) ? `${parts.local}@${domain}` : null;
}

/**
 * The form in which addresses are compared: without invisible characters, in lower case, the domain
 * in ASCII, so that `user@münchen.de` and `USER@xn--mnchen-3ya.de` are one.
 *
 * Shape: any text; what is no address is compared as it is.
 */
export function toComparableEmail(sent: string): string {
  const address = cleanEmailAddress(sent) ?? sent.slice(0, maxSentUnits);
  const parts = splitAddress(address);
  const domain = parts === null ? '' : domainToASCII(parts.domain);
  if (parts === null || domain === '') return address.toLowerCase();
  return `${parts.local.toLowerCase()}@${domain}`;
}

/** Shape: null for what is too long to be looked at. */
function cleanEmailAddress(sent: string): string | null {
  if (sent.length > maxSentUnits) return null;
  return sent.replace(invisibleAtEnds, '').replace(invisibleInside, '').normalize('NFC');
}

function splitAddress(address: string): { local: string; domain: string } | null {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return at > 0 && domainPattern.test(domain) ? { local: address.slice(0, at), domain } : null;
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}
