import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './launch-chromium';
import { startService, type RunningService } from './start-service';

let service: RunningService;
let browser: Browser;
let page: Page;
let foreignAddresses: string[];
let faults: string[];

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await service.stop();
});

beforeEach(async () => {
  foreignAddresses = [];
  faults = [];
  page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  await page.context().route('**/*', (route, request) => {
    if (new URL(request.url()).origin === service.address) return route.continue();
    foreignAddresses.push(request.url());
    return route.abort();
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`${service.address}/explorer`);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
});

afterEach(() => page.context().close());

/** Whatever a case does, the page stays with its own host and reports no fault. */
afterEach(() => {
  expect(foreignAddresses).toEqual([]);
  expect(faults).toEqual([]);
});

// The editor shows spaces as no-break spaces.
const headline = /بلينكن\sيلتقي\sنتنياهو/;

const runButton = () => page.getByRole('button', { name: 'Execute query' });
const result = () => page.getByRole('region', { name: 'Result Window' });
const tab = (name: string) => page.getByRole('tab', { name });
const menuItem = (name: string) =>
  page.getByRole('region', { name: 'Operations' }).getByRole('button', { name });

describe('GET /explorer in a browser with the network closed', () => {
  it('is ready to run the article page, with the title of the house', async () => {
    expect(await page.title()).toBe('Maqal · مقال');
    expect(await tab('ArticlePage').count()).toBe(1);
  });

  it('shows the Arabic article when the article page is run', async () => {
    await runButton().click();

    await result().getByText(headline).first().waitFor();
  });

  it('lets each Arabic string of the result run from right to left', async () => {
    await runButton().click();

    await result().getByText(headline).first().waitFor();
    const direction = await page.evaluate(
      `getComputedStyle(document.querySelector('.result-window [style*=isolate]')).unicodeBidi`,
    );
    expect(direction).toBe('plaintext');
  });

  it('opens an operation of the menu in a tab of its own, once', async () => {
    await menuItem('FrontPage').click();
    await tab('FrontPage').waitFor();
    await menuItem('ArticlePage').click();
    await menuItem('FrontPage').click();

    expect(await tab('FrontPage').count()).toBe(1);
    expect(await tab('ArticlePage').count()).toBe(1);
  });

  it('explains the fields of the schema', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Query', exact: true }).click();

    await page.getByRole('link', { name: 'article', exact: true }).waitFor();
  });

  it('marks a field that the schema does not have', async () => {
    await page.locator('.graphiql-query-editor .view-lines').click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('{ noSuchField }');

    await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
  });

  it('takes headers for the request', async () => {
    await page.getByRole('button', { name: 'Headers' }).click();

    await page.getByRole('region', { name: 'Headers' }).waitFor();
  });

  it('holds the tabs of the last visit', async () => {
    await menuItem('FrontPage').click();
    await tab('FrontPage').waitFor();
    await page.waitForFunction(() =>
      JSON.stringify(Reflect.get(globalThis, 'localStorage')).includes('FrontPage'),
    );
    await page.reload();

    await tab('FrontPage').waitFor();
  });
});
