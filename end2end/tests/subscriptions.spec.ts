// What a customer uses: found from the deadlines, reactivated, ordered, suspended.
import { zhang } from './support/people';
import { expect, expectAccessible, test } from './support/test';

test.use({ own: true });

test('what is about to be deleted is found on the board and reactivated', async ({
  page, words, open, enter,
}) => {
  await enter(zhang);
  await open('/deadlines');
  await expect(page.getByRole('heading', { level: 1, name: words.say('deadlines-title') })).toBeVisible();
  await expectAccessible(page);

  const deletions = page.getByRole('table', { name: words.say('deadlines-deletion') });
  await deletions.getByRole('link', { name: words.say('deadlines-reactivate') }).first().click();
  await expect(page.getByText(words.say('subs-status-suspended'), { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  const button = page.locator('form[action="/rpc/subscriptions/reactivate"]').getByRole('button', { name: words.like('subs-reactivate') });
  await button.click();
  await expect(page.getByText(words.say('done-subscription-reactivated'))).toBeVisible();
});

test('a subscription is ordered after a review', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/deadlines');
  // Any customer will do: the first of the board.
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader') }).first();
  await row.getByRole('link').nth(1).click();
  await expect(page.getByRole('heading', { level: 2, name: words.say('subs-title') })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: words.say('subs-add') }).first().click();
  const visio = page.getByRole('row').filter({ hasText: 'VIS-P2' });
  await visio.getByRole('textbox').fill('0');
  await page.getByRole('button', { name: words.say('order-review') }).click();
  await expect(page.getByText(words.say('order-not-ready'))).toBeVisible();
  await visio.getByRole('textbox').fill('３');
  await page.getByRole('button', { name: words.say('order-review') }).click();
  await expect(page.getByText(words.say('order-sum'), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.locator('form[action="/rpc/orders/place"]').getByRole('button').click();
  await expect(page).toHaveURL(/[?&]ordered=\d+/);
  await expect(page.getByText(words.say('subs-status-pending'), { exact: true }).first()).toBeVisible();
});

test('a suspension is rehearsed and then done', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/deadlines');
  const renewals = page.getByRole('table', { name: words.say('deadlines-renewal') });
  await renewals.getByRole('rowheader').first().getByRole('link').click();
  await page.getByRole('link', { name: words.say('subs-suspend-begin') }).click();
  await expect(page.getByText(words.say('subs-last-day'))).toBeVisible();
  await expectAccessible(page);

  const act = page.locator('form[action="/rpc/subscriptions/suspend"]').getByRole('button');
  await act.click();
  await expect(page.getByText(words.say('subs-not-suspended'))).toBeVisible();
  await page.getByLabel(words.say('subs-reason'), { exact: true })
    .selectOption(words.say('subs-reason-customer-request'));
  await act.click();
  await expect(page.getByText(words.say('done-subscription-suspended'))).toBeVisible();
});
