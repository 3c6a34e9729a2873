import { isIPv4, isIPv6 } from 'node:net';

/** An IPv4 address inside IPv6, as a dual-stack socket names its peer. */
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * The network that an address stands for: an IPv4 address itself, the /64 of an IPv6 address, which
 * one subscriber has to himself.
 *
 * Shape: null where the text is no address; a zone (`%eth0`) is left out.
 * Source: RFC 6177, section 2 (a site has a /64 at least); RFC 4291, sections 2.2 and 2.5.5.2.
 */
export function networkOf(address: string): string | null {
  const [bare = ''] = address.split('%');
  const [, inner] = mapped.exec(bare) ?? [];
  if (inner !== undefined && isIPv4(inner)) return inner;
  if (isIPv4(bare)) return bare;
  return isIPv6(bare) ? `${expand(bare).slice(0, 4).join(':')}::/64` : null;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expand(address: string): string[] {
  const [head = '', tail] = withHexadecimalEnd(address).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  const groups = tail === undefined ? before : [...before, ...zeros, ...after];
  return groups.map((group) => Number.parseInt(group, 16).toString(16));
}

/** The dotted end that RFC 4291 allows, as two groups. */
function withHexadecimalEnd(address: string): string {
  return address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
}
