// What explains the bill: examples, changes since the invoice before, charts, exposure.
import { chen, li, zhang } from './support/people';
import { expect, expectAccessible, test } from './support/test';
import { languages } from './support/words';

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('how to read a bill is told with examples', async ({ page, words, open, enter }) => {
      await enter(li);
      await open('/billing');
      await page.getByRole('link', { name: words.say('scenarios-link'), exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('scenarios-title'));
      const heading = words.say('scenario-cs04');
      await page.getByRole('link', { name: heading, exact: true }).click();
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
      await expectAccessible(page);
    });

    test('the bill has charts with a table behind each', async ({ page, words, open, enter }) => {
      await enter(li);
      await open('/billing');
      await expect(page.getByRole('heading', { name: words.say('spend-heading') })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test('an example can be downloaded', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/help/billing-scenarios');
  const link = page.getByRole('link', { name: words.say('scenarios-download'), exact: true }).first();
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(file.suggestedFilename()).toBe('cs01.json');
});

test('exposure is shown by customer, and can be sorted', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/billing/exposure');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('exposure-title'));
  await expectAccessible(page);
  await page.getByRole('link', { name: words.say('exposure-by-overdue') }).click();
  await expect(page).toHaveURL(/sort=overdue/);
});

test('a sales agent sees neither', async ({ page, words, open, enter }) => {
  await enter(chen);
  await open('/help');
  const link = page.getByRole('link', { name: words.say('scenarios-title'), exact: true });
  await expect(link).toHaveCount(0);
});

test.describe('with a credit limit', () => {
  test.use({ own: true });

  test('ordering beyond it is warned of', async ({ page, words, open, enter }) => {
    await enter(zhang);
    await open('/billing/exposure');
    await page.getByRole('link', { name: words.say('exposure-no-limit'), exact: true }).first().click();
    await expect(page).toHaveURL(/\/risk/);
    const customer = new URL(page.url()).pathname.split('/')[2];
    await page.locator('#credit_limit').fill('1');
    await page.getByRole('button', { name: words.say('save'), exact: true }).first().click();
    await expect(page.getByText(words.say('done-risk-saved'))).toBeVisible();

    await open(`/customers/${customer}/subscriptions/new`);
    await expect(page.getByText(words.say('credit-over-limit'), { exact: true })).toBeVisible();
    await expectAccessible(page);
    // On the page of what it has already, too, where seats and add-ons are asked for.
    await open(`/customers/${customer}`);
    await page.getByRole('table').getByRole('link').first().click();
    await expect(page.getByText(words.say('credit-over-limit'), { exact: true })).toBeVisible();
    await expectAccessible(page);
    await open('/billing/exposure');
    await expect(page.getByText(words.say('exposure-over'), { exact: true })).toBeVisible();
  });
});
