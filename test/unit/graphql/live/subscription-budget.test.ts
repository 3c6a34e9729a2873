import { SubscriptionLimitExceeded } from '../../../../src/graphql/live/live.errors';
import {
  type Claim,
  maxConnectionBytes,
  maxNetworkBytes,
  maxNetworkGroups,
  maxProcessBytes,
  maxSourceGroups,
  SubscriptionBudget,
} from '../../../../src/graphql/live/subscription-budget';

const claimOf = (claim: Partial<Claim>): Claim => ({
  connection: {},
  network: '127.0.0.1',
  source: 'commentAdded',
  group: 'one',
  bytes: 10,
  ...claim,
});

/** Takes the same again and again; how often it was granted, and why no more. */
const takeAll = (
  budget: SubscriptionBudget,
  make: (n: number) => Partial<Claim>,
  most = 100_000,
) => {
  for (let count = 0; count < most; count += 1) {
    try {
      budget.take(claimOf(make(count)));
    } catch (error) {
      if (!(error instanceof SubscriptionLimitExceeded)) throw error;
      return { count, message: error.message };
    }
  }
  return { count: most, message: '' };
};

describe('what subscriptions keep', () => {
  it.each<[string, number, (n: number) => Partial<Claim>]>([
    ['this connection', maxConnectionBytes, () => ({ connection: everyone })],
    ['this address', maxNetworkBytes, () => ({})],
    ['the service', maxProcessBytes, (n) => ({ network: `10.0.0.${n}` })],
  ])('is bounded in bytes for %s', (name, limit, make) => {
    const bytes = limit / 8;
    const { count, message } = takeAll(new SubscriptionBudget(), (n) => ({
      ...make(n),
      bytes: name === 'this connection' ? bytes : maxConnectionBytes,
    }));
    expect(count).toBe(name === 'this connection' ? 8 : limit / maxConnectionBytes);
    expect(message).toContain(`of ${name} exceed ${limit} bytes`);
  });

  it('is given back once, however often it is asked for', () => {
    const budget = new SubscriptionBudget();
    const giveBack = budget.take(claimOf({}));
    budget.take(claimOf({}));
    giveBack();
    giveBack();
    expect(budget.keptBytes).toBe(10);
  });
});

describe('different subscriptions to the same events', () => {
  it('are bounded for an address, and equal ones are not', () => {
    const budget = new SubscriptionBudget();
    const { count, message } = takeAll(budget, (n) => ({ group: `group ${n}` }));
    expect([count, message]).toEqual([
      maxNetworkGroups,
      expect.stringContaining(`${maxNetworkGroups} different subscriptions`),
    ]);
    expect(takeAll(budget, () => ({ group: 'group 0' }), 100).count).toBe(100);
    expect(takeAll(budget, () => ({ source: 'other' }), 100).count).toBe(100);
  });

  it('are bounded in all', () => {
    const { count } = takeAll(new SubscriptionBudget(), (n) => ({
      group: `group ${n}`,
      network: `10.0.0.${n}`,
    }));
    expect(count).toBe(maxSourceGroups);
  });

  it('may be others once some have ended', () => {
    const budget = new SubscriptionBudget();
    const giveBack = budget.take(claimOf({ group: 'first' }));
    expect(takeAll(budget, (n) => ({ group: `group ${n}` })).count).toBe(maxNetworkGroups - 1);
    giveBack();
    expect(takeAll(budget, () => ({ group: 'last' }), 1).count).toBe(1);
  });
});

const everyone = {};
