/**
 * Whether an address names a database: a SQLite file, or a PostgreSQL server in a form that the
 * driver reads as it is meant. A raw `/`, `#` or `%` in a password makes another address of it.
 */
export function isDatabaseUrl(text: string): boolean {
  if (text.startsWith('sqlite:')) return text.length > 'sqlite:'.length;
  const [, rest] = /^postgres(?:ql)?:\/\/(.+)$/s.exec(text) ?? [];
  return rest !== undefined && isPostgresAddress(text, rest);
}

/** What follows the scheme: user and host until the first `/`, `?` or `#`, then the database. */
function isPostgresAddress(text: string, rest: string): boolean {
  const authority = rest.split(/[/?#]/, 1)[0] ?? '';
  const path = rest.slice(authority.length).split('?', 1)[0] ?? '';
  // An @ behind the authority belongs to a user and host that a raw character cut in two.
  const isCut = rest.includes('#') || (path.includes('@') && !authority.includes('@'));
  return !isCut && isDecodable(rest) && isParsable(text);
}

function isDecodable(text: string): boolean {
  try {
    return !/%(?![0-9a-f]{2})/i.test(text) && decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}

/** A socket's folder may stand in the query: then there is no host, as `postgres://user@/database`. */
function isParsable(text: string): boolean {
  return URL.canParse(text) || URL.canParse(text.replace('@/', '@localhost/'));
}
