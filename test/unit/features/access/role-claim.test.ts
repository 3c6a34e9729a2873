import fc from 'fast-check';
import { readRole } from '../../../../src/features/access/role-claim';
import { Role } from '../../../../src/platform/request';

describe('readRole', () => {
  it.each([
    ['its own name', { role: 'EDITOR' }, 'role', Role.EDITOR],
    ['a path', { a: { b: ['x', 'moderator'] } }, 'a.b', Role.MODERATOR],
    ['a name with dots, before a path', { 'a.b': 'ADMIN', a: { b: 'EDITOR' } }, 'a.b', Role.ADMIN],
    ['the highest of several', { role: ['READER', 'EDITOR', 'MODERATOR'] }, 'role', Role.EDITOR],
    ['a path that leads nowhere', { a: 5 }, 'a.b.c', Role.READER],
    ['what is inherited, and no claim', {}, 'constructor.name', Role.READER],
    ['a part of a word', { role: 'ADMINISTRATOR' }, 'role', Role.READER],
  ])('finds a role by %s', (_, claims, path, role) => {
    expect(readRole(claims, path)).toBe(role);
  });

  it('gives READER for whatever names no role', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, path) => {
        expect(readRole({ role: value, [path]: value }, 'role')).toBe(Role.READER);
      }),
    );
  });
});
