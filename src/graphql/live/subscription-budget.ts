import { SubscriptionLimitExceeded } from './live.errors';

/** Units: bytes of documents and variables that the subscriptions of one connection keep. */
export const maxConnectionBytes = 1024 * 1024;
/** Units: the same bytes of one network (IPv6: /64). */
export const maxNetworkBytes = 8 * 1024 * 1024;
/** Units: the same bytes of the whole process. */
export const maxProcessBytes = 64 * 1024 * 1024;
/** Different subscriptions to one source, such as the comments of one article, of one network. */
export const maxNetworkGroups = 50;
/** Different subscriptions to one source in all. Each is executed once for each event. */
export const maxSourceGroups = 1_000;

/** What one subscription takes of the bounds. */
export interface Claim {
  /** Any object that stands for the connection. */
  readonly connection: object;
  readonly network: string;
  /** The field and its arguments: what the events come from. */
  readonly source: string;
  /** Equal for subscriptions that share an execution. */
  readonly group: string;
  /** Units: bytes of the document and the variables. */
  readonly bytes: number;
}

const everything = 'all';

/** Bounds what subscriptions keep in memory, and how many executions one event has. */
export class SubscriptionBudget {
  private readonly bytes = new Map<unknown, number>();
  private readonly groups = new Map<string, Map<string, number>>();

  /** Units: bytes that all subscriptions keep. */
  get keptBytes(): number {
    return this.bytes.get(everything) ?? 0;
  }

  /**
   * Takes what a subscription needs; what is returned gives it back.
   * Errors: SubscriptionLimitExceeded, which names the bound; nothing is taken then.
   */
  take(claim: Claim): () => void {
    this.check(claim);
    const { connection, group, bytes } = claim;
    const [ofSource, ofNetwork] = groupKeys(claim);
    const holders = [connection, networkKey(claim), everything];
    for (const holder of holders) this.addBytes(holder, bytes);
    for (const key of [ofSource, ofNetwork]) this.addToGroup(key, group, 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      for (const holder of holders) this.addBytes(holder, -bytes);
      for (const key of [ofSource, ofNetwork]) this.addToGroup(key, group, -1);
    };
  }

  private check(claim: Claim): void {
    const { connection, bytes } = claim;
    this.checkBytes(connection, bytes, maxConnectionBytes, 'this connection');
    this.checkBytes(networkKey(claim), bytes, maxNetworkBytes, 'this address');
    this.checkBytes(everything, bytes, maxProcessBytes, 'the service');
    const [ofSource, ofNetwork] = groupKeys(claim);
    this.checkGroups(ofSource, claim, maxSourceGroups, '');
    this.checkGroups(ofNetwork, claim, maxNetworkGroups, ' from this address');
  }

  private checkBytes(holder: unknown, bytes: number, limit: number, name: string): void {
    if ((this.bytes.get(holder) ?? 0) + bytes <= limit) return;
    throw new SubscriptionLimitExceeded(
      `The documents and variables of the subscriptions of ${name} exceed ${limit} bytes: complete some first`,
    );
  }

  private checkGroups(key: string, { group }: Claim, limit: number, where: string): void {
    const groups = this.groups.get(key);
    if (groups === undefined || groups.size < limit || groups.has(group)) return;
    throw new SubscriptionLimitExceeded(
      `There are ${limit} different subscriptions to the same events${where}: ask for the same fields as another`,
    );
  }

  private addBytes(holder: unknown, bytes: number): void {
    const sum = (this.bytes.get(holder) ?? 0) + bytes;
    if (sum === 0) this.bytes.delete(holder);
    else this.bytes.set(holder, sum);
  }

  private addToGroup(key: string, group: string, count: number): void {
    const groups = this.groups.get(key) ?? new Map<string, number>();
    const sum = (groups.get(group) ?? 0) + count;
    if (sum === 0) groups.delete(group);
    else groups.set(group, sum);
    if (groups.size === 0) this.groups.delete(key);
    else this.groups.set(key, groups);
  }
}

function groupKeys({ source, network }: Claim): [ofSource: string, ofNetwork: string] {
  return [source, JSON.stringify([network, source])];
}

function networkKey({ network }: Claim): string {
  return `network ${network}`;
}
