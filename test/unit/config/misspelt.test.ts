import { listMisspelt } from '../../../src/config';

describe('listMisspelt', () => {
  it.each([
    ['PROT', 'PORT'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASEURL', 'DATABASE_URL'],
    ['CORS_ORIGIN', 'CORS_ORIGINS'],
    ['log_level', 'LOG_LEVEL'],
    ['PRIVACY_KEY', 'PRIVACY_KEYS'],
    ['TRUST_PROXI', 'TRUST_PROXY'],
  ])('takes %s for %s', (name, meant) => {
    expect(listMisspelt({ [name]: 'x' })).toEqual([{ name, meant }]);
  });

  it('passes over what a machine sets, the names that are read, and what has its right name beside it', () => {
    const usual = ['HOME', 'PATH', 'PWD', 'TERM', 'SHELL', 'HOSTNAME', 'LANG', 'USER', 'NODE_ENV'];
    const others = ['MAQAL_TOKEN', 'TEST_DATABASE_URL', 'MAQAL_TEST_DATABASE', 'TZ', 'SHLVL', '_'];
    const names = [...usual, ...others, 'npm_config_local_prefix', 'PORT', 'DATABASE_URL', 'PROT'];
    expect(listMisspelt(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([]);
  });
});
