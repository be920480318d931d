// A partner's first days with a customer, from the first pinned offer to the last reactivation, in one go.
import type { Page } from '@playwright/test';
import { chen, gao, zhang } from './support/people';
import { PinBoard } from './support/pin-board';
import { awake, expect, expectAccessible, test } from './support/test';
import { languages, type Words } from './support/words';

test.use({ own: true });

const company = {
  name: '成都望江设计有限公司', uscc: '91420100MA4DEM07XE', domain: 'wangjiang', city: '成都',
  postcode: '610041', address1: '人民南路 1 号', family_name: '周', given_name: '敏',
  email: 'zhou@wangjiang.example', contact_phone: '13912345678',
};

/** Leaves the surface that the page is on, and comes back as somebody with a password. */
async function signIn(page: Page, address: string, name: string, password: string) {
  await page.goto(address);
  await page.locator('#name').fill(name);
  await page.locator('#password').fill(password);
  await page.locator('form[action="/rpc/account/sign-in"]').getByRole('button').last().click();
}

async function addCustomer(page: Page, words: Words) {
  await page.goto('/customers/new');
  await awake(page, true);
  for (const [field, value] of Object.entries(company)) await page.locator(`#${field}`).fill(value);
  await page.locator('#province').selectOption('SC');
  // The first administrator is spoken to in the language of the contact.
  await page.locator('#language').selectOption(words.language);
  await page.locator('#agreement').check();
  await page.getByRole('button', { name: words.say('customer-to-review'), exact: true }).click();
  await expect(page).toHaveURL(/\/customers\/new\/review/);
  const submit = page.getByRole('button', { name: words.say('customer-submit'), exact: true });
  await submit.click();
  await expect(page).toHaveURL(/\/customers\/(new\/review|[0-9a-f-]+\/welcome)/);
  const confirm = page.locator('#confirm_uscc');
  if (await confirm.isVisible()) {
    await confirm.check();
    await submit.click();
  }
  await expect(page).toHaveURL(/\/welcome$/);
  await awake(page, true);
  const password = await page.getByRole('code').last().innerText();
  return { customer: /customers\/([0-9a-f-]+)\//.exec(page.url())![1], password };
}

async function order(page: Page, words: Words, customer: string) {
  await page.goto(`/customers/${customer}/subscriptions/new`);
  await awake(page, true);
  // What was pinned stands on top.
  const first = page.getByRole('row').filter({ has: page.getByRole('textbox') }).first();
  await expect(first).toContainText('O365-E3');
  await first.getByRole('textbox').fill('25');
  await page.getByRole('button', { name: words.say('order-review') }).click();
  await expect(page.getByText(words.say('order-sum'), { exact: true })).toBeHidden();
  await page.locator('form[action="/rpc/orders/place"]').getByRole('button').click();
  await expect(page).toHaveURL(/[?&]ordered=\d+/);
}

/** The customer's administrator signs in with what was told, adds people and licenses them by file. */
async function assignByFile(page: Page, words: Words, password: string) {
  await signIn(page, '/admin/sign-in', 'admin@wangjiang.partner.onmschina.cn', password);
  await expect(page).toHaveURL(/\/admin\/sign-in\/password/);
  for (const field of ['new', 'repeat']) await page.locator(`#${field}`).fill('Wangjiang-2019');
  await page.getByRole('button', { name: words.say('account-set-password'), exact: true }).click();
  await expect(page).toHaveURL(/\/admin$/);

  const people = ['zhou.min', 'wu.gang'];
  for (const person of people) {
    await page.goto('/admin/users/new');
    await awake(page, true);
    await page.locator('#user_name').fill(person);
    await page.locator('#display_name').fill(person);
    await page.getByRole('button', { name: words.say('users-add'), exact: true }).click();
    await expect(page.getByText(words.say('users-told-once'))).toBeVisible();
  }
  await page.goto('/admin/licences/bulk');
  await awake(page, true);
  const licence = 'O365-E3';
  const rows = [...people, 'nobody'].map(person => `${person},${licence},assign`);
  const text = `User name,Licence,Action\r\n${rows.join('\r\n')}\r\n`;
  await page.locator('#file').setInputFiles({
    name: 'licences.csv', mimeType: 'text/csv', buffer: Buffer.from(text),
  });
  await page.getByRole('button', { name: words.say('bulk-check'), exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/licences\/bulk\/[0-9a-f-]+/);
  await awake(page, true);
  await expect(page.getByText(words.say('bulk-row-refused'), { exact: true })).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: words.say('bulk-apply', { count: 2 }), exact: true }).click();
  await expect(page.getByText(words.say('bulk-assigned'), { exact: true })).toHaveCount(2);
}

async function suspendAndReactivate(page: Page, words: Words, customer: string) {
  await page.goto(`/customers/${customer}`);
  await awake(page, true);
  await page.getByRole('rowheader').first().getByRole('link').click();
  await page.getByRole('link', { name: words.say('subs-suspend-begin') }).click();
  await page.getByLabel(words.say('subs-reason'), { exact: true })
    .selectOption(words.say('subs-reason-non-payment'));
  await page.locator('form[action="/rpc/subscriptions/suspend"]').getByRole('button').click();
  await expect(page.getByText(words.say('done-subscription-suspended'))).toBeVisible();
  await page.locator('form[action="/rpc/subscriptions/reactivate"]').getByRole('button').click();
  await expect(page.getByText(words.say('done-subscription-reactivated'))).toBeVisible();
  await expectAccessible(page);
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('a customer is won, served and kept', async ({ page, words, enter }) => {
      test.slow();
      await enter(zhang);
      const board = new PinBoard(page, words, true);
      await board.open();
      await board.expectPinned(await board.pinned());
      await board.pin('VIS-P2');
      await board.finish();

      await enter(chen);
      const { customer, password } = await addCustomer(page, words);
      await order(page, words, customer);

      await enter(gao);
      await page.goto('/operator');
      await awake(page, true);
      await page.getByRole('button', { name: words.say('overview-clock-move') }).click();
      await expect(page.getByText(words.say('done-clock-moved'))).toBeVisible();

      await assignByFile(page, words, password);
      await page.goto(`/customers/${customer}`);
      await expect(page.getByText(words.say('subs-status-active'), { exact: true }).first()).toBeVisible();
      await suspendAndReactivate(page, words, customer);
    });
  });
}
