// Customers: found, added, changed, and looked back on.
import { zhang } from './support/people';
import { expect, expectAccessible, test } from './support/test';

test.use({ own: true });

test('a customer is found, changed, and the change is on its timeline', async ({
  page, words, open, enter,
}) => {
  await enter(zhang);
  await open('/customers');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('customers-title'));
  await expectAccessible(page);

  await page.getByLabel(words.say('customers-words'), { exact: true }).fill('ＪＩＸＩＡＮＧ');
  await page.getByRole('button', { name: words.say('apply'), exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: 'jixiang.partner.onmschina.cn' });
  await expect(row).toBeVisible();
  const href = await row.getByRole('rowheader').getByRole('link').getAttribute('href');

  await open(`${href}/account/edit`);
  await expectAccessible(page);
  await page.locator('#city').fill('北京市');
  await page.locator('#postcode').fill('1');
  await page.getByRole('button', { name: words.say('save'), exact: true }).click();
  await expect(page.getByText(words.say('err-postcode')).first()).toBeVisible();
  await expect(page.locator('#city')).toHaveValue('北京市');
  await page.locator('#postcode').fill('100081');
  await page.getByRole('button', { name: words.say('save'), exact: true }).click();
  await expect(page.getByText(words.say('done-customer-saved'))).toBeVisible();
  await expect(page.getByText('100081')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: words.say('customer-timeline'), exact: true }).click();
  const changed = page.getByRole('row').filter({ hasText: words.say('activity-customer-changed') });
  await expect(changed.first()).toContainText('100081');
  await expectAccessible(page);
});

test('a customer is added, and its password is shown once', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/customers/new');
  await expectAccessible(page);
  const typed = {
    name: '成都望江设计有限公司', uscc: '91330106MA2DEM033H', domain: 'wangjiang', city: '成都',
    postcode: '610041', address1: '人民南路 1 号', family_name: '周', given_name: '敏',
    email: 'zhou@wangjiang.example', contact_phone: '13912345678',
  };
  for (const [field, value] of Object.entries(typed)) await page.locator(`#${field}`).fill(value);
  await page.locator('#province').selectOption('SC');
  await page.locator('#agreement').check();
  await page.getByRole('button', { name: words.say('customer-to-review'), exact: true }).click();
  await expect(page).toHaveURL(/\/customers\/new\/review/);
  await expect(page.getByText('admin@wangjiang.partner.onmschina.cn')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: words.say('customer-submit'), exact: true }).click();
  // The demo has a customer with this code already: that is confirmed.
  const confirm = page.locator('#confirm_uscc');
  if (await confirm.isVisible()) {
    await confirm.check();
    await page.getByRole('button', { name: words.say('customer-submit'), exact: true }).click();
  }
  await expect(page).toHaveURL(/\/welcome$/);
  await expect(page.getByText(words.say('customer-password-once'))).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText(words.say('customer-password-gone'))).toBeVisible();
});
