import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { createAddressReader, toNetwork } from '../../../src/http/client-address';

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('createAddressReader', () => {
  it.each([
    ['false', '203.0.113.9', '192.0.2.1', '203.0.113.9'],
    ['true', '203.0.113.9', '192.0.2.1, 198.51.100.2', '192.0.2.1'],
    ['1', '203.0.113.9', '192.0.2.1, 198.51.100.2', '198.51.100.2'],
    ['2', '203.0.113.9', '192.0.2.1, 198.51.100.2', '192.0.2.1'],
    ['203.0.113.0/24', '203.0.113.9', '192.0.2.1', '192.0.2.1'],
    ['203.0.113.0/24', '198.51.100.2', '192.0.2.1', '198.51.100.2'],
    ['loopback, 203.0.113.9', '127.0.0.1', '192.0.2.1, 203.0.113.9', '192.0.2.1'],
  ])('with TRUST_PROXY=%s reads of %s for %s: %s', (trust, peer, forwarded, address) => {
    expect(createAddressReader(trust)(from(peer, forwarded))).toBe(address);
  });

  it('refuses at the start what is no address', () => {
    expect(() => createAddressReader('nonsense')).toThrow(/nonsense/);
  });
});

describe('toNetwork', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
    ['', ''],
    ['no address', 'no address'],
  ])('takes %s for %s', (address, network) => {
    expect(toNetwork(address)).toBe(network);
  });

  it('takes all addresses of a /64 for one, and those of another for another', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));
    const half = fc.tuple(group, group, group, group).map((groups) => groups.join(':'));
    fc.assert(
      fc.property(half, half, half, half, (network, other, one, two) => {
        expect(toNetwork(`${network}:${one}`)).toBe(toNetwork(`${network}:${two}`));
        fc.pre(network !== other);
        // An IPv4 address written as IPv6 is no network of its own.
        fc.pre(!`${network}:${one}`.startsWith('0:0:0:0:0:ffff:'));
        expect(toNetwork(`${network}:${one}`) === toNetwork(`${other}:${one}`)).toBe(false);
      }),
    );
  });
});
