import { build } from '../../scripts/build.mjs';

/** Builds the service where dist is older than its sources: the tests in test/e2e run what is built. */
export default function buildService() {
  return build(['service']);
}
