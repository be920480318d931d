// A line is disputed, given back by the operator, and the matter closed once the customer knows.
import { li, ma } from './support/people';
import { expect, expectAccessible, test } from './support/test';

test.use({ own: true });

test('a dispute goes from the invoice to the operator and back', async ({ page, words, open, enter }) => {
  await enter(li);
  await open('/billing');
  const newest = page.getByRole('rowheader').getByRole('link').first();
  const number = await newest.innerText();
  await page.getByRole('link', { name: `${words.say('billing-dispute')} ${number}`, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('dispute-raise-title', { number }));
  await expectAccessible(page);

  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: words.say('continue'), exact: true }).click();
  await expectAccessible(page);

  const raise = page.getByRole('button', { name: words.say('dispute-raise'), exact: true });
  const why = page.getByLabel(words.say('dispute-text'), { exact: true });
  const amount = page.getByLabel(words.say('dispute-amount-field'), { exact: true });
  await expect(amount, 'what the line has cost is proposed').not.toHaveValue('');
  await amount.fill('0');
  await page.getByLabel(words.say('dispute-reason'), { exact: true }).selectOption(words.say('dispute-reason-price'));
  await why.fill('We had agreed on another price.');
  await raise.click();
  await expect(page.getByText(words.say('err-dispute-amount')).first()).toBeVisible();
  await expect(why, 'nothing typed is lost').toHaveValue('We had agreed on another price.');
  await amount.fill('1.00');
  await raise.click();
  await expect(page.getByText(words.say('done-dispute-raised'))).toBeVisible();
  await expectAccessible(page);
  const dispute = new URL(page.url()).pathname;

  await enter(ma);
  await open('/operator/disputes');
  await expectAccessible(page);
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expectAccessible(page);
  await page.getByRole('button', { name: words.say('dispute-accept'), exact: true }).click();
  await expect(page.getByText(words.say('done-dispute-decided'))).toBeVisible();

  await open(dispute);
  await expect(page.getByText(words.say('dispute-accepted'), { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: words.say('dispute-close'), exact: true }).click();
  await expect(page.getByText(words.say('done-dispute-closed'))).toBeVisible();
});

test('a line is passed on from the page of the customer', async ({ page, words, open, enter }) => {
  await enter(li);
  await open('/customers?words=jixiang');
  await page.getByRole('rowheader').getByRole('link').first().click();
  const pages = page.getByRole('navigation', { name: words.say('customer-pages'), exact: true });
  await pages.getByRole('link', { name: words.say('customer-bills'), exact: true }).click();
  await expectAccessible(page);
  const line = page.getByRole('checkbox').first();
  await line.check();
  await page.getByRole('button', { name: words.say('dispute-escalate') }).first().click();
  await expect(page.getByRole('heading', { level: 2, name: words.say('dispute-lines') })).toBeVisible();
  await page.getByRole('link', { name: words.say('dispute-choose-others') }).click();
  await expect(page.getByRole('checkbox', { checked: true }), 'the choice is kept').toHaveCount(1);
});
