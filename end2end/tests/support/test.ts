import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { type Person, PASSWORD } from './people';
import { Portal } from './portal';
import { type Language, Words } from './words';

interface Options {
  /** The language that the browser asks for. */
  language: Language;
  /** Whether the test has a portal of its own, because it changes what others would see. */
  own: boolean;
  /** Settings of that portal. */
  settings: Record<string, string>;
  /** Statuses from 400 on that a test provokes on purpose. */
  allowedStatus: number[];
  /** Whether requests may fail, because the test takes the network away. */
  mayFail: boolean;
}

interface Fixtures {
  /** Statuses that are allowed by now; a test adds to them before it provokes one. */
  allowed: number[];
  /** The portal of this test. */
  portal: Portal;
  /** The product's words in the language of the test. */
  words: Words;
  /** Opens an address and waits until the page has woken. */
  open: (path: string, page?: Page) => Promise<void>;
  /** Signs somebody in without the page for it, which has tests of its own. */
  enter: (person: Person, context?: BrowserContext) => Promise<void>;
}

/** A page that must stay silent: any console message, uncaught error or failed request fails the test. */
export const test = base.extend<Options & Fixtures, { shared: Portal }>({
  language: ['en', { option: true }],
  own: [false, { option: true }],
  settings: [{}, { option: true }],
  allowedStatus: [[], { option: true }],
  mayFail: [false, { option: true }],

  shared: [
    async ({}, use) => {
      const portal = await Portal.start();
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker' },
  ],
  portal: async ({ shared, own, settings }, use) => {
    if (!own) return use(shared);
    const portal = await Portal.start(settings);
    await use(portal);
    await portal.stop();
  },
  baseURL: async ({ portal }, use) => use(portal.address),
  locale: async ({ language }, use) => use(language === 'fr' ? 'fr-FR' : language),
  words: async ({ language }, use) => use(Words.in(language)),

  allowed: async ({ allowedStatus }, use) => use([...allowedStatus]),
  context: async ({ context, allowed, mayFail, javaScriptEnabled }, use) => {
    const said: string[] = [];
    context.on('console', message => {
      // The browser itself reports an answer that the test has provoked.
      const provoked = allowed.some(status => message.text().includes(`status of ${status}`));
      // Without script, what only a script would use is loaded for nothing.
      const idle = javaScriptEnabled === false && message.text().includes('using link preload');
      const failed = mayFail && message.text().includes('net::ERR_');
      // A test can type before the browser has put the cursor where the page wants it; nobody else can.
      const early = message.text().startsWith('Autofocus processing was blocked');
      if (!provoked && !failed && !idle && !early) said.push(message.text());
    });
    context.on('weberror', error => said.push(error.error().message));
    context.on('response', answer => {
      if (answer.status() >= 400 && !allowed.includes(answer.status())) {
        said.push(`${answer.status()} ${answer.url()}`);
      }
    });
    context.on('requestfailed', request => {
      const why = request.failure()?.errorText ?? '';
      // Whoever leaves a page stops what it was still loading.
      const left = why === 'net::ERR_ABORTED';
      // So the browser calls a script where scripts are switched off.
      const off = why === 'csp' && javaScriptEnabled === false;
      if (!left && !off && !mayFail) said.push(`${why} ${request.url()}`);
    });
    await use(context);
    expect(said, 'the console stays silent and nothing fails').toEqual([]);
  },

  open: async ({ page: first, javaScriptEnabled }, use) => {
    await use(async (path, page = first) => {
      await page.goto(path);
      await awake(page, javaScriptEnabled);
    });
  },
  enter: async ({ context: first, portal }, use) => {
    await use(async (person, context = first) => {
      const answer = await context.request.post(`${portal.address}/rpc/account/sign-in`, {
        headers: { accept: 'text/html', origin: portal.address },
        form: {
          'draft[surface]': person.surface,
          'draft[name]': person.name,
          'draft[password]': PASSWORD,
        },
        maxRedirects: 0,
      });
      expect(answer.status(), `${person.name} is in`).toBe(303);
      expect(answer.headers()['location'], `${person.name} is in`).not.toContain('kept=');
    });
  },
});

/**
 * Checks the page as it is now against WCAG 2.2 AA.
 *
 * Where scripts are off the check could not run: it waits for timers. The same HTML is checked with them.
 */
export async function expectAccessible(page: Page) {
  if (base.info().project.use.javaScriptEnabled === false) return;
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes[0]?.html}`);
  expect(found, page.url()).toEqual([]);
}

/** Checks that nothing of the page lies beside the window. */
export async function expectNoSidewaysScroll(page: Page) {
  const [needed, given] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(needed, `${page.url()} is not wider than the window`).toBeLessThanOrEqual(given);
}

/** Resolves once the page has woken; without JavaScript, and on the way in, which has none, at once. */
export async function awake(page: Page, javaScriptEnabled: boolean | undefined) {
  if (javaScriptEnabled === false || new URL(page.url()).pathname.includes('/sign-in')) return;
  await expect(page.locator('html[data-awake]')).toBeAttached();
}

/** The texts of `items` without surrounding space. */
export async function texts(items: Locator) {
  return (await items.allInnerTexts()).map(text => text.replace(/\s+/g, ' ').trim());
}

export { expect };
