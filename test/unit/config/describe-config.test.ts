import { listEffective, listVariables, loadConfig } from '../../../src/config';

describe('listVariables', () => {
  it('documents every variable that the configuration has, in the same order', () => {
    const names = listVariables().map(({ name }) => name);
    expect(names).toEqual(Object.keys(loadConfig({})));
  });

  it('says of each variable what it means, in a sentence', () => {
    for (const { name, meaning } of listVariables()) {
      expect([name, meaning]).toEqual([name, expect.stringMatching(/^[A-Z].{15,}\.$/)]);
    }
  });

  it('gives defaults in the form in which they can be set', () => {
    const settable = listVariables().filter(({ defaultText }) => !defaultText.includes(';'));
    const environment = Object.fromEntries(settable.map((row) => [row.name, row.defaultText]));
    expect(loadConfig(environment)).toEqual(loadConfig({}));
  });
});

describe('listEffective', () => {
  const rowOf = (name: string, environment: Record<string, string>) =>
    listEffective(environment).find((row) => row.name === name);

  it('tells what is set from what is a default', () => {
    expect(rowOf('PORT', { PORT: '80' })).toMatchObject({ effective: '80', isSet: true });
    expect(rowOf('PORT', {})).toMatchObject({ effective: '4000', isSet: false });
    expect(rowOf('PORT', { PORT: '' })).toMatchObject({ effective: '4000', isSet: false });
  });

  it('gives the default that is in force in production', () => {
    expect(rowOf('EXPLORER', { NODE_ENV: 'production' })).toMatchObject({ effective: 'false' });
    expect(rowOf('EXPLORER', {})).toMatchObject({ effective: 'true' });
  });

  it('hides all of a server’s address but its kind, and shows a file’s path', () => {
    const secret = 'postgres://maqal:hunter2@db.example/news?sslmode=require';
    expect(rowOf('DATABASE_URL', { DATABASE_URL: secret })).toMatchObject({
      effective: 'postgres://…',
    });
    expect(rowOf('DATABASE_URL', { DATABASE_URL: 'sqlite:./news.sqlite' })).toMatchObject({
      effective: 'sqlite:./news.sqlite',
    });
  });
});
