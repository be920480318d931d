// Price lists: seen by those who may, flagged, filtered, and published from a file.
import { chen, hu, zhang } from './support/people';
import { expect, expectAccessible, test } from './support/test';

test('next month is a preview with what changes', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/pricing');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('prices-title'));
  await expectAccessible(page);

  await page.getByLabel(words.say('prices-month'), { exact: true }).selectOption('2019-07');
  await page.getByLabel(words.say('prices-flag'), { exact: true }).selectOption('CHG');
  await page.getByRole('button', { name: words.say('prices-show'), exact: true }).click();
  await expect(page).toHaveURL(/month=2019-07/);
  const row = page.getByRole('row').filter({ hasText: 'O365-BP' });
  await expect(row).toContainText(words.say('prices-flag-changed'));
  await expect(page.getByRole('rowheader')).toHaveCount(1);

  await page.getByRole('link', { name: words.say('prices-tab-special') }).click();
  await expect(page.getByRole('rowheader').filter({ hasText: 'O365-E1' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: words.say('prices-tab-changes') }).click();
  await expect(page).toHaveURL(/\/pricing\/changes/);
  await expectAccessible(page);

  await open('/pricing?month=2001-01');
  await expect(page.getByText(words.say('prices-unknown-text'))).toBeVisible();
});

test('a sales agent is told who may see prices', async ({ page, open, enter, words }) => {
  await enter(chen);
  await open('/catalog');
  const menu = page.getByRole('link', { name: words.say('prices-title'), exact: true });
  await expect(menu).toHaveCount(0);
});

test.describe('in the back office', () => {
  test.use({ own: true });

  test('a file is looked through, mended, and published', async ({ page, words, open, enter }) => {
    const send = async (rows: string) => {
      await page.locator('#month').fill('2019-10');
      const buffer = Buffer.from(`Offer,List price,ERP price\n${rows}\n`);
      await page.locator('#file').setInputFiles({ name: 'prices.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: words.say('operator-prices-check'), exact: true }).click();
    };
    const publish = page.getByRole('button', { name: words.say('operator-prices-publish'), exact: true });
    await enter(hu);
    await open('/operator/prices');
    await send('O365-E1,50.123456,60');
    await expect(page.getByText(words.say('err-price-amount'))).toBeVisible();
    await expect(publish).toHaveCount(0);
    await expectAccessible(page);

    await send('O365-E1,50.5,60');
    await expect(page.getByText(words.say('prices-flag-changed')).first()).toBeVisible();
    await publish.click();
    await expect(page.getByText(words.say('done-prices-published'))).toBeVisible();
    await expectAccessible(page);
  });
});
