import fc from 'fast-check';
import { CommenterPrivacy } from '../../../../src/features/commenter/commenter-privacy';
import { KeyRing, PrivacyKeyMissing } from '../../../../src/features/commenter/key-ring';

const keyOf = (id: string) => ({ id, secret: Buffer.alloc(32, id) });
const newest = keyOf('new');
const oldest = keyOf('old');
const owner = 'comment_one';

describe('KeyRing', () => {
  it('opens what it sealed, for the same owner alone', () => {
    const ring = new KeyRing([newest]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = ring.encrypt(text, owner);
        expect(ring.decrypt(sealed, owner)).toBe(text);
        expect(() => ring.decrypt(sealed, 'comment_two')).toThrow();
      }),
    );
  });

  it('shows nothing of a text, and seals it otherwise each time', () => {
    const ring = new KeyRing([newest]);
    const sealed = ring.encrypt('reader@example.org', owner);
    expect(sealed).not.toContain('reader');
    expect(sealed).not.toContain('@');
    expect(ring.encrypt('reader@example.org', owner)).not.toBe(sealed);
  });

  it('opens nothing that was tampered with', () => {
    const ring = new KeyRing([newest]);
    const sealed = ring.encrypt('reader@example.org', owner);
    const last = sealed.at(-1) === 'A' ? 'B' : 'A';
    expect(() => ring.decrypt(sealed.slice(0, -2) + last + last, owner)).toThrow();
  });

  it('seals with the first key and opens with every one', () => {
    const before = new KeyRing([oldest]).encrypt('a@b.example', owner);
    const ring = new KeyRing([newest, oldest]);
    expect(ring.decrypt(before, owner)).toBe('a@b.example');
    expect(ring.isCurrent(before)).toBe(false);
    expect(ring.isCurrent(ring.encrypt('a@b.example', owner))).toBe(true);
    expect(() => new KeyRing([newest]).decrypt(before, owner)).toThrow(PrivacyKeyMissing);
  });

  it('leaves texts as they are without a key, and opens such texts with one', () => {
    const none = new KeyRing([]);
    expect(none.isEmpty).toBe(true);
    expect(none.encrypt('a@b.example', owner)).toBe('a@b.example');
    expect(new KeyRing([newest]).decrypt('a@b.example', owner)).toBe('a@b.example');
  });

  it('hashes an address under each key, and as before there was one', () => {
    const hashes = new KeyRing([newest, oldest]).hashEmail('a@b.example');
    expect(new Set(hashes).size).toBe(3);
    expect(hashes).toContain(new KeyRing([oldest]).hashEmail('a@b.example')[0]);
    expect(hashes).toContain(new KeyRing([]).hashEmail('a@b.example')[0]);
  });
});

describe('CommenterPrivacy', () => {
  const privacy = new CommenterPrivacy(new KeyRing([newest]));
  const noon = new Date('2024-06-12T12:00:00Z');

  it('finds an address whatever its case', () => {
    expect(privacy.listEmailHashes('Reader@Example.org')).toContain(
      privacy.hashEmail(' reader@example.ORG'),
    );
  });

  it('hashes a network otherwise each day, and as one the addresses of a /64', () => {
    const hash = privacy.hashAddress('2001:db8::1', noon);
    expect(privacy.hashAddress('2001:db8::ffff', noon)).toBe(hash);
    expect(privacy.hashAddress('2001:db8::1', new Date('2024-06-13T00:00:00Z'))).not.toBe(hash);
    expect(privacy.hashAddress(null, noon)).toBeNull();
    expect(privacy.hashAddress('nowhere', noon)).toBeNull();
  });

  it('lists the hashes of each day since an instant, today’s first', () => {
    const since = new Date('2024-06-11T23:59:00Z');
    expect(privacy.listAddressHashes('192.0.2.7', since, noon)).toEqual([
      privacy.hashAddress('192.0.2.7', noon),
      privacy.hashAddress('192.0.2.7', since),
    ]);
    expect(privacy.listAddressHashes(null, since, noon)).toEqual([]);
  });

  it('takes another salt for networks in each process that has no key', () => {
    const hashOf = () => new CommenterPrivacy(new KeyRing([])).hashAddress('192.0.2.7', noon);
    expect(hashOf()).not.toBe(hashOf());
  });
});
