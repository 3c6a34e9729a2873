import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, type KeyLike, SignJWT } from 'jose';

/** An OpenID Connect issuer of a test's own. */
export interface OpenIdIssuer {
  readonly url: string;
  /** How often its keys were fetched. */
  readonly fetches: string[];
  /** Whether it answers. */
  isUp: boolean;
  /** A signed token; `key` names another of its keys. */
  sign(claims: Readonly<Record<string, unknown>>, options?: SignOptions): Promise<string>;
  /** Publishes another key pair, under this name. */
  addKey(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** How a token differs from the usual. */
export interface SignOptions {
  readonly key?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** An instant; default: an hour after `issuedAt`. */
  readonly expiresAt?: Date | null;
}

/** Starts an issuer on a free port; `now` is the tests' own time. */
export async function startIssuer(now: () => Date): Promise<OpenIdIssuer> {
  const keys = new Map<string, { privateKey: KeyLike; publicKey: KeyLike }>();
  const fetches: string[] = [];
  const issuer = { isUp: true };
  const server = createServer((request, response) => {
    fetches.push(request.url ?? '');
    if (!issuer.isUp) {
      response.writeHead(503).end();
      return;
    }
    void answer(request.url ?? '').then((body) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  const url = await listen(server);
  const answer = async (path: string) => {
    if (path === '/.well-known/openid-configuration') {
      return { issuer: url, jwks_uri: `${url}/keys` };
    }
    const published = [...keys].map(async ([kid, { publicKey }]) => ({
      ...(await exportJWK(publicKey)),
      ...{ kid, alg: 'ES256', use: 'sig' },
    }));
    return { keys: await Promise.all(published) };
  };
  const addKey = async (name: string) => {
    keys.set(name, await generateKeyPair('ES256'));
  };
  await addKey('first');
  return Object.assign(issuer, {
    ...{ url, fetches, addKey },
    sign: (claims: JWTPayload, options: SignOptions = {}) => {
      const { key = 'first', issuer: by = url, audience = 'maqal' } = options;
      const { expiresAt = new Date(now().getTime() + 3_600_000) } = options;
      const token = new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: key })
        .setIssuer(by)
        .setAudience(audience)
        .setIssuedAt(now());
      if (expiresAt !== null) token.setExpirationTime(expiresAt);
      const pair = keys.get(key);
      if (pair === undefined) throw new Error(`The issuer has no key ${key}`);
      return token.sign(pair.privateKey);
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  });
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}
