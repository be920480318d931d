// Five offers that come first — on every kind of browser, in every language.
import type { BrowserContext } from '@playwright/test';
import { PASSWORD, wang, zhang } from './support/people';
import { PinBoard } from './support/pin-board';
import { expect, test as base, texts } from './support/test';
import { languages } from './support/words';

const test = base.extend<{ board: PinBoard }>({
  board: async ({ page, words, javaScriptEnabled }, use) => {
    await use(new PinBoard(page, words, javaScriptEnabled !== false));
  },
});

/** How often the company's pinned offers have been changed. */
async function changes(context: BrowserContext, address: string) {
  const log = await context.request.get(`${address}/files/activity.csv`);
  return (await log.text()).split('\r\n').filter(line => line.includes('pinned-offers-changed')).length;
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, own: true });

    test('offers are pinned, moved and removed', async ({ page, board, words, enter }) => {
      await enter(zhang);
      await board.open();
      const [first, second, third, fourth] = await board.pinned();
      const visio = await board.nameOf('VIS-P2');

      await board.pin('VIS-P2');
      await board.expectPinned([first, second, third, fourth, visio]);
      await board.step('up', visio).press('Enter');
      await board.expectPinned([first, second, third, visio, fourth]);
      await board.step('remove', first).press('Space');
      await board.expectPinned([second, third, visio, fourth]);
      await board.step('down', second).press('Enter');
      await board.expectPinned([third, second, visio, fourth]);
      await board.finish();

      await board.open();
      await board.expectPinned([third, second, visio, fourth]);
      await page.goto('/catalog');
      const rows = page.getByRole('rowheader');
      await expect(rows.first()).toContainText(words.say('catalogue-pinned', { slot: 1 }));
      const names = await texts(rows.getByRole('link'));
      expect(names.slice(0, 4)).toEqual([third, second, visio, fourth]);
    });

    test('a sixth is refused, and twice the same is only told', async ({ page, board, words, enter }) => {
      await enter(zhang);
      await board.open();
      const four = await board.pinned();
      const [first] = four;
      await board.pin('O365-E3');
      if (board.hydrated) {
        await expect(page.getByText(words.say('catalogue-duplicate', { offer: first }))).toBeVisible();
      }
      await board.expectPinned(four);

      const visio = await board.nameOf('VIS-P2');
      await board.pin('VIS-P2');
      await board.expectPinned([...four, visio]);
      await board.pin('INTUNE');
      await expect(page.getByText(words.say('err-catalog-max', { max: 5 })).first()).toBeVisible();
      await board.expectPinned([...four, visio]);
    });

    test('of two who change it, the second sees it and loses nothing', async ({
      board, words, enter, browser, portal, allowed,
    }) => {
      await enter(zhang);
      await board.open();
      const four = await board.pinned();
      const visio = await board.nameOf('VIS-P2');
      const intune = await board.nameOf('INTUNE');

      const elsewhere = await browser.newContext({
        baseURL: portal.address,
        locale: language,
        javaScriptEnabled: board.hydrated,
      });
      await enter(wang, elsewhere);
      const theirs = new PinBoard(await elsewhere.newPage(), words, board.hydrated);
      await theirs.open();
      await theirs.pin('INTUNE');
      await theirs.finish();
      await elsewhere.close();

      await board.pin('VIS-P2');
      allowed.push(412);
      if (board.hydrated) await board.save.click();
      const conflict = board.page.getByText(words.say('catalogue-conflict'));
      await expect(conflict).toBeVisible();
      await expect(board.page.getByText(words.like('catalogue-conflict-text'))).toContainText(intune);
      await board.expectPinned([...four, visio]);

      await board.save.click();
      await expect(board.page.getByText(words.say('done-pins-saved'))).toBeVisible();
      await board.open();
      await board.expectPinned([...four, visio]);
    });

    test('what was done outlives the session', async ({
      page, board, words, enter, browser, portal, allowed,
    }) => {
      await enter(zhang);
      await board.open();
      const four = await board.pinned();
      const visio = await board.nameOf('VIS-P2');
      if (board.hydrated) await board.pin('VIS-P2');

      const elsewhere = await browser.newContext({ baseURL: portal.address, locale: language });
      await enter(zhang, elsewhere);
      const account = await elsewhere.newPage();
      await account.goto('/account');
      await account.getByRole('button', { name: words.say('account-end-others') }).click();
      await expect(account.getByText(words.say('done-sessions-ended'))).toBeVisible();
      await elsewhere.close();

      allowed.push(401);
      if (board.hydrated) {
        await board.save.click();
        await page.getByRole('link', { name: words.say('frame-sign-in') }).click();
      } else {
        await board.pin('VIS-P2');
      }
      await page.getByLabel(words.say('account-name'), { exact: true }).fill(zhang.name);
      await page.getByLabel(words.say('account-password'), { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: words.say('frame-sign-in'), exact: true }).click();

      await board.ready();
      await expect(page.getByText(words.say('form-kept'))).toBeVisible();
      await board.expectPinned([...four, visio]);
      await board.save.click();
      await expect(page.getByText(words.say('done-pins-saved'))).toBeVisible();
      await board.open();
      await board.expectPinned([...four, visio]);
    });

    test('a double click is one change', async ({ page, board, words, enter, context, portal }) => {
      await enter(zhang);
      await board.open();
      const four = await board.pinned();
      const visio = await board.nameOf('VIS-P2');
      const before = await changes(context, portal.address);
      if (board.hydrated) {
        await board.pin('VIS-P2');
        await board.save.dblclick();
      } else {
        await board.offer('VIS-P2').getByRole('button').dblclick();
      }
      await expect(page.getByText(words.say('done-pins-saved'))).toBeVisible();
      await board.expectPinned([...four, visio]);
      expect(await changes(context, portal.address)).toBe(before + 1);
    });
  });
}

test.describe('after a restart of the server', () => {
  test.use({ own: true });

  test('the page that is open still saves', async ({ board, enter, portal }) => {
    await enter(zhang);
    await board.open();
    const four = await board.pinned();
    const visio = await board.nameOf('VIS-P2');
    await portal.restart();
    await board.pin('VIS-P2');
    await board.finish();
    await board.open();
    await board.expectPinned([...four, visio]);
  });
});
