// The sandbox's clock: what depends on the date follows it.
import type { Page } from '@playwright/test';
import { gao, zhang } from './support/people';
import { PinBoard } from './support/pin-board';
import { expect, expectAccessible, test } from './support/test';
import type { Words } from './support/words';

test.use({ own: true });

async function move(page: Page, words: Words, count: string, unit: 'days' | 'months') {
  await page.getByLabel(words.say('overview-clock-count'), { exact: true }).fill(count);
  const units = page.getByLabel(words.say('overview-clock-unit'), { exact: true });
  await units.selectOption(words.say(`overview-clock-${unit}`));
  await page.getByRole('button', { name: words.say('overview-clock-move') }).click();
}

test('a day later the banner says so', async ({ page, words, open, enter }) => {
  await enter(gao);
  await open('/operator');
  const banner = page.getByText(words.like('frame-sandbox-day'));
  const today = await banner.innerText();
  await move(page, words, '１', 'days');
  await expect(page.getByText(words.say('done-clock-moved'))).toBeVisible();
  await expect(banner).not.toHaveText(today);

  for (const count of ['0', '367', '-1', 'tomorrow', '']) {
    await move(page, words, count, 'days');
    await expect(page.getByText(words.say('overview-clock-not-moved')), count).toBeVisible();
  }
});

test('what is no longer sold leaves its place', async ({ page, words, open, enter }) => {
  await enter(zhang);
  const board = new PinBoard(page, words, true);
  await board.open();
  const four = await board.pinned();
  const kiosk = await board.nameOf('EXO-K');
  await board.pin('EXO-K');
  await board.finish();

  await enter(gao);
  await open('/operator');
  // The demo begins in June; from August on the price list is without it.
  await move(page, words, '2', 'months');
  await expect(page.getByText(words.say('done-clock-moved'))).toBeVisible();
  await board.open();
  await expect(page.getByText(words.say('catalogue-withdrawn', { offer: kiosk }))).toBeVisible();
  await board.expectPinned(four);
  await open('/catalog?words=EXO-K');
  await expect(page.getByText(words.say('catalogue-none'), { exact: true })).toBeVisible();
});

test('without a price list nothing is sold', async ({ page, words, open, enter }) => {
  await enter(gao);
  await open('/operator');
  // The demo's price lists reach two years ahead.
  for (const _ of ['one year', 'two', 'three']) {
    await move(page, words, '12', 'months');
    await expect(page.getByText(words.say('done-clock-moved'))).toBeVisible();
    await open('/operator');
  }
  await enter(zhang);
  await open('/catalog');
  await expect(page.getByText(words.say('catalogue-empty'), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await open('/settings/catalog');
  await expect(page.getByText(words.like('catalogue-withdrawn'))).toHaveCount(4);
  await expect(page.getByText(words.like('catalogue-slot-empty'))).toHaveCount(5);
});
