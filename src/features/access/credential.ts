import { anonymousReader, type Viewer } from '../../platform/request';

/** Who a request comes from, as its Authorization header proves it. */
export interface Credential {
  readonly viewer: Viewer;
  /** What its requests are counted under; null where nobody is signed in. */
  readonly key: string | null;
  /** The API token's id; null for anybody else. */
  readonly tokenId: string | null;
  /** From when on it proves nothing any more. Units: ms since 1970; Infinity for never. */
  readonly expiresAtMs: number;
}

/** The credential of a request without a token. */
export const noCredential: Credential = {
  viewer: anonymousReader,
  key: null,
  tokenId: null,
  expiresAtMs: Infinity,
};
