import fc from 'fast-check';
import { ConfigInvalid, loadConfig } from '../../../src/config';
import { isDatabaseUrl } from '../../../src/config/database-url';

describe('isDatabaseUrl', () => {
  it.each([
    'sqlite::memory:',
    'sqlite:./data/maqal.sqlite',
    'postgres://localhost/maqal',
    'postgresql://localhost/maqal',
    'postgres://maqal:secret@localhost:5432/maqal?sslmode=require',
    'postgres://maqal:p%2Fa%23s%25s@localhost/maqal',
    'postgres://maqal:p@ss@localhost/maqal',
    'postgres://maqal@[::1]:5432/maqal',
    'postgres:///maqal?host=/var/run/postgresql',
    'postgres://maqal@/maqal?host=/var/run/postgresql',
    'postgres://maqal:secret@%2Fvar%2Frun%2Fpostgresql/maqal',
    'postgres://localhost/maqal?user=somebody@server&options=-c%20search_path%3Dnews',
  ])('takes %s', (url) => {
    expect(isDatabaseUrl(url)).toBe(true);
  });

  it.each([
    '',
    'sqlite:',
    'postgres://',
    'mysql://localhost/maqal',
    'postgres://maqal:pa/ss@localhost/maqal',
    'postgres://maqal:12/34@localhost/maqal',
    'postgres://maqal:pa#ss@localhost/maqal',
    'postgres://maqal:12#34@localhost/maqal',
    'postgres://maqal:100%@localhost/maqal',
    'postgres://maqal:a%zzb@localhost/maqal',
    'postgres://maqal:a%ffb@localhost/maqal',
  ])('refuses %s', (url) => {
    expect(isDatabaseUrl(url)).toBe(false);
  });

  it('takes every password once it is encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (password) => {
        const encoded = encodeURIComponent(password);
        expect(isDatabaseUrl(`postgres://maqal:${encoded}@localhost/maqal`)).toBe(true);
      }),
    );
  });
});

describe('a DATABASE_URL with a raw character in the password', () => {
  it.each(['pa/ss', 'pa#ss', 'pa%ss'])(
    'is refused by the name of the variable, with what would be right and without the value: %s',
    (password) => {
      const load = () => loadConfig({ DATABASE_URL: `postgres://maqal:${password}@db/maqal` });
      expect(load).toThrow(ConfigInvalid);
      expect(load).toThrow(/DATABASE_URL: .*percent-encoded.*%2F.*a value that is not shown/);
      expect(load).not.toThrow(new RegExp(password));
    },
  );
});
