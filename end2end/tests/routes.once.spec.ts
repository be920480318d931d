// Every route of the portal that links lead to, found by following them: none is forgotten when one is added.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { hu, ma, type Person, qian, shen, wang } from './support/people';
import { awake, expect, expectAccessible, expectNoSidewaysScroll, test } from './support/test';
import { languages } from './support/words';

/** Who follows links, and from where. */
const STARTS: { person: Person; start: string }[] = [
  { person: wang, start: '/' },
  { person: qian, start: '/admin' },
  { person: ma, start: '/operator' },
  { person: hu, start: '/operator' },
  { person: shen, start: '/operator' },
];

/** Routes that no link of the untouched demo leads to, and the tests that open them. */
const ELSEWHERE: Record<string, string> = {
  '/sign-in': 'pages.once',
  '/sign-in/password': 'pages.once',
  '/sign-in/second-factor': 'second-factor',
  '/sign-in/set-up': 'second-factor',
  '/admin/sign-in': 'pages.once',
  '/admin/sign-in/password': 'story.once',
  '/admin/sign-in/second-factor': 'the same page as /sign-in/second-factor',
  '/admin/sign-in/set-up': 'the same page as /sign-in/set-up',
  '/operator/sign-in': 'pages.once',
  '/operator/sign-in/password': 'the same page as /sign-in/password',
  '/operator/sign-in/second-factor': 'the same page as /sign-in/second-factor',
  '/operator/sign-in/set-up': 'the same page as /sign-in/set-up',
  '/admin/licences/bulk/:job': 'licences',
  '/admin/users/import/:job': 'licences',
  '/customers/new/review': 'customers',
  '/customers/:customer/welcome': 'customers',
  '/billing/disputes/new/reason': 'disputes',
  '/billing/disputes/:dispute': 'disputes',
  '/operator/disputes/:dispute': 'disputes',
  '/operator/fapiao/:fapiao': 'disputes',
  '/styleguide': 'styleguide.once',
};

const routes = [...readFileSync(resolve('../app/src/surfaces.rs'), 'utf8').matchAll(/path!\("([^"]*)"\)/g)]
  .map(([, route]) => route);

/** How much of `route` is written out where `path` fits it; nothing where it does not. */
function fit(route: string, path: string) {
  const [wanted, given] = [route.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const same = wanted.filter((part, place) => part === given[place]).length;
  return wanted.every((part, place) => part.startsWith(':') || part === given[place]) ? same : undefined;
}

/** The route that answers `path`: of those that fit, the one with most of it written out. */
function routeOf(path: string) {
  const fitting = routes.map(route => ({ route, same: fit(route, path) })).filter(({ same }) => same !== undefined);
  return fitting.sort((one, other) => other.same! - one.same!)[0]?.route;
}

/** Where the links of the page lead to, within the portal. */
async function linked(page: Page) {
  const targets = await page.locator('a[href]').evaluateAll(links => {
    // Files are not pages: the server offers them for download.
    const pages = (links as HTMLAnchorElement[]).filter(link => link.origin === location.origin && !link.download);
    return pages.map(link => link.pathname + link.search);
  });
  return [...new Set(targets)];
}

/** One address of each route that can be reached from `start`, itself among them. */
async function follow(page: Page, start: string, visit: (route: string) => Promise<void>) {
  const found = new Map([[start, start]]);
  // A map is walked in the order of its entries, those that are added on the way among them.
  for (const [route, address] of found) {
    await page.goto(address);
    await awake(page, true);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await visit(route);
    for (const path of await linked(page)) {
      const next = routeOf(path.split('?')[0]);
      if (next && !found.has(next)) found.set(next, path);
    }
  }
  return [...found.keys()];
}

const reached = STARTS.flatMap(({ person, start }, place) =>
  languages.map(language => ({ person, start, language, turn: languages.indexOf(language) + place })),
);

for (const { person, start, language, turn } of reached) {
  test.describe(`what ${person.name.split('@')[0]} is led to in ${language}`, () => {
    test.use({ language });
    test.describe.configure({ timeout: 300_000 });

    test('opens, is accessible in light and dark, and fits a small phone', async ({ page, enter }) => {
      await enter(person);
      let count = turn;
      const found = await follow(page, start, async () => {
        count += 1;
        // The words differ by language; whether the page is well-made does not, and is seen in one of the three.
        if (count % languages.length === 0) {
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
            await expectAccessible(page);
          }
        }
        await page.setViewportSize({ width: 360, height: 740 });
        await expectNoSidewaysScroll(page);
        await page.setViewportSize({ width: 1366, height: 860 });
      });
      expect(found.length).toBeGreaterThan(3);
    });
  });
}

test.describe('of all routes', () => {
  test.describe.configure({ timeout: 300_000 });

  test('each is led to, or opened by a test of its own', async ({ browser, page, enter, portal }) => {
    const led = new Set<string>();
    for (const { person, start } of STARTS) {
      const context = await browser.newContext({ baseURL: portal.address });
      await enter(person, context);
      const own = await context.newPage();
      for (const route of await follow(own, start, async () => {})) led.add(route);
      await context.close();
    }
    await page.close();
    const missing = routes.filter(route => !led.has(route)).sort();
    expect(missing).toEqual(Object.keys(ELSEWHERE).sort());
  });
});
