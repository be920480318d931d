// What a change costs is shown before it is made, and nothing else is agreed to.
import { chen, zhang } from './support/people';
import { expect, expectAccessible, test } from './support/test';

test.use({ own: true });

test('another quantity is shown with its cost and then saved', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/deadlines');
  const renewals = page.getByRole('table', { name: words.say('deadlines-renewal') });
  await renewals.getByRole('rowheader').first().getByRole('link').click();
  await page.getByText(words.say('subs-change-quantity'), { exact: true }).click();
  const form = page.locator('form[action="/rpc/subscriptions/change-quantity"]');
  const quantity = form.getByRole('textbox');
  const before = Number(await quantity.inputValue());
  await quantity.fill(String(before + 1));
  await form.getByRole('button', { name: words.say('whatif-show'), exact: true }).click();
  await expect(page.getByText(words.say('whatif-difference'), { exact: true })).toBeVisible();
  await expect(quantity).toHaveValue(String(before + 1));
  await expectAccessible(page);
  await form.getByRole('button', { name: words.say('save'), exact: true }).click();
  await expect(page.getByText(words.say('done-quantity-changed'))).toBeVisible();
});

test('whoever sees no prices sees no cost', async ({ page, words, open, enter }) => {
  await enter(chen);
  await open('/deadlines');
  const renewals = page.getByRole('table', { name: words.say('deadlines-renewal') });
  await renewals.getByRole('rowheader').first().getByRole('link').click();
  await page.getByText(words.say('subs-change-quantity'), { exact: true }).click();
  await expect(page.locator('form[action="/rpc/subscriptions/change-quantity"]')).toBeVisible();
  await expect(page.getByRole('button', { name: words.say('whatif-show'), exact: true })).toHaveCount(0);
});
