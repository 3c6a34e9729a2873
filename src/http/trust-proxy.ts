/**
 * What TRUST_PROXY means to the framework.
 * Shape: a number trusts that many hops from here, as Express and nginx count them.
 */
export function readTrustProxy(
  text: string,
): boolean | string | ((address: string, hop: number) => boolean) {
  if (text === 'true' || text === 'false') return text === 'true';
  if (!/^\d+$/.test(text)) return text;
  const trustedHops = Number(text);
  return (_, hop) => hop < trustedHops;
}
