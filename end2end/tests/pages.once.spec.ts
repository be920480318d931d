// Pages of the portal: opened directly and from within, silent, accessible, never too wide. What links lead to is in
// `routes.once.spec.ts`; here are the ways in, other readers, and addresses that ask for something.
import type { Page } from '@playwright/test';
import { chen, gao, li, ouyang, qian, type Person, wang, wu, zhang } from './support/people';
import { awake, expect, expectAccessible, expectNoSidewaysScroll, test } from './support/test';
import { languages } from './support/words';

/** Addresses and who opens them; nobody needs to be signed in where there is no person. */
const PAGES: { person?: Person; addresses: string[] }[] = [
  { addresses: ['/', '/help', '/sign-in', '/admin/help', '/admin/sign-in', '/operator/help', '/operator/sign-in'] },
  {
    person: zhang,
    addresses: [
      '/',
      '/catalog',
      '/catalog?words=nothing-has-this-name',
      '/catalog/796b6b5f-613c-4e24-a17c-eba730d49c02',
      '/pricing',
      '/pricing?month=2019-07',
      '/pricing?view=matrix',
      '/pricing?view=special',
      '/pricing?month=2001-01',
      '/pricing/changes',
      '/help/billing-scenarios',
      '/settings/catalog',
      '/settings/activity',
      '/settings/activity?first=2001-01-01&last=2001-01-02',
      '/account',
      '/account/password',
      '/account/second-factor',
      '/account/second-factor?set-up=yes',
      '/help',
      '/sign-in',
      '/styleguide',
    ],
  },
  { person: wang, addresses: ['/'] },
  { person: ouyang, addresses: ['/', '/account'] },
  { person: wu, addresses: ['/sign-in/password'] },
  {
    person: qian,
    addresses: ['/admin', '/admin/account', '/admin/account/password', '/admin/account/second-factor', '/admin/help'],
  },
  { person: li, addresses: ['/billing?year=2001'] },
  {
    person: gao,
    addresses: ['/operator', '/operator/account', '/operator/account/password', '/operator/account/second-factor', '/operator/help'],
  },
];

const name = (person?: Person) => person?.name.split('@')[0] ?? 'a stranger';

/** Opens `address` and waits for its heading and for the page to wake. */
async function load(page: Page, address: string) {
  await page.goto(address);
  await awake(page, true);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

for (const { person, addresses } of PAGES) {
  const who = person?.surface === 'partner-center' || !person ? name(person) : `${name(person)} at ${person.surface}`;

  for (const [place, address] of addresses.entries()) {
    test.describe(`${address} for ${who}`, () => {
      // Each page in one language here; that no text is too long for it is seen in all three below.
      test.use({ language: languages[place % languages.length] });

      test('is accessible in light and dark', async ({ page, enter }) => {
        if (person) await enter(person);
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        await load(page, address);
        await expectAccessible(page);
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        await expectAccessible(page);
      });
    });
  }

  for (const language of languages) {
    test.describe(`for ${who} in ${language}`, () => {
      test.use({ language, viewport: { width: 360, height: 740 } });

      test('no page scrolls sideways on a small phone', async ({ page, enter }) => {
        if (person) await enter(person);
        // The style guide shows tables and words at their widest on purpose.
        for (const address of addresses.filter(address => address !== '/styleguide')) {
          await load(page, address);
          await expectNoSidewaysScroll(page);
        }
      });
    });
  }
}

for (const person of [zhang, qian, gao]) {
  test(`every page in the menu opens from within, for ${name(person)}`, async ({ page, enter, words }) => {
    await enter(person);
    await load(page, { 'partner-center': '/', 'admin-center': '/admin', 'back-office': '/operator' }[person.surface]);
    const menu = page.getByRole('navigation', { name: words.say('frame-menu'), exact: true });
    // Survives as long as no link loads a new document.
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    const links = menu.getByRole('link');
    await expect(links.first()).toBeVisible();
    const count = await links.count();
    for (let place = 0; place < count; place += 1) {
      await links.nth(place).click();
      await expect(links.nth(place)).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    const account = page.getByRole('img', { name: words.say('frame-account'), exact: true });
    const title = page.getByRole('heading', { level: 1 });
    await account.click();
    await page.getByRole('link', { name: words.say('account-title'), exact: true }).click();
    await expect(title).toHaveText(words.say('account-title'));
    await page.getByRole('link', { name: words.say('account-change-password'), exact: true }).first().click();
    await expect(title).toHaveText(words.say('account-change-password'));
    await page.getByRole('link', { name: words.say('cancel'), exact: true }).click();
    await page.getByRole('main').getByRole('link', { name: words.say('account-second-factor'), exact: true }).click();
    await expect(title).toHaveText(words.say('account-second-factor'));
    await page.getByRole('contentinfo').getByRole('link', { name: words.say('frame-help'), exact: true }).click();
    await expect(title).toHaveText(words.say('frame-help'));
    if (person === zhang) {
      await menu.getByRole('link', { name: words.say('catalogue-title'), exact: true }).click();
      await page.getByRole('rowheader').getByRole('link').first().click();
      await expect(page.getByRole('heading', { name: words.say('catalogue-service-plans') })).toBeVisible();
      await page.goBack();
      await expect(title).toHaveText(words.say('catalogue-title'));
    }
    const stillHere = await page.evaluate(() => 'stillHere' in window);
    expect(stillHere, 'it was one document all the way').toBe(true);
  });
}

test.describe('error pages', () => {
  test.use({ allowedStatus: [403, 404, 405] });

  test('are accessible', async ({ page, enter }) => {
    await enter(chen);
    for (const address of ['/nothing-here', '/settings/catalog', '/rpc/account/sign-in']) {
      await page.goto(address);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page);
      }
    }
  });
});
