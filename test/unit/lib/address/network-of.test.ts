import { networkOf } from '../../../../src/lib/address';

describe('networkOf', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
  ])('knows the network of %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each(['', 'nobody', '300.1.1.1', '1.2.3', ':::', '192.0.2.7:80'])(
    'is null for what is no address: %s',
    (address) => {
      expect(networkOf(address)).toBeNull();
    },
  );

  it('is one for all addresses of a subscriber’s /64', () => {
    expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:db8:1:2:ffff::9'));
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  });
});
