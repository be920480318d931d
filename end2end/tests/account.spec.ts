// One's own account: sessions, settings, password.
import { PASSWORD, zhang } from './support/people';
import { awake, expect, test } from './support/test';

test.use({ own: true });

test('another session is seen and ended', async ({ page, words, open, enter, browser, portal }) => {
  const elsewhere = await browser.newContext({
    baseURL: portal.address,
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
  });
  const other = await elsewhere.newPage();
  await other.goto('/sign-in');
  await other.locator('input[autocomplete=username]').fill(zhang.name);
  const password = other.locator('input[autocomplete=current-password]');
  await password.fill(PASSWORD);
  await password.press('Enter');
  await expect(other).toHaveURL(`${portal.address}/`);

  await enter(zhang);
  await open('/account');
  const sessions = page.getByRole('table', { name: words.say('account-sessions') });
  const row = sessions.getByRole('row').filter({ hasText: 'Firefox' });
  await expect(row).toContainText('Windows');
  await expect(sessions.getByText(words.say('account-this-session'))).toHaveCount(1);
  await row.getByRole('button').click();
  await expect(page.getByText(words.say('done-session-ended'))).toBeVisible();
  await expect(row).toHaveCount(0);

  await other.goto('/account');
  await expect(other, 'it has really ended').toHaveURL(/\/sign-in/);
  await elsewhere.close();
});

test('a theme is chosen for all pages', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/account');
  const theme = page.getByLabel(words.say('account-theme'), { exact: true });
  await theme.selectOption(words.say('account-theme-dark'));
  await page.getByRole('main').getByRole('button', { name: words.say('save'), exact: true }).click();
  await expect(page.getByText(words.say('done-settings-saved'))).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/catalog');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the password is changed', async ({ page, words, open, enter, javaScriptEnabled }) => {
  await enter(zhang);
  await open('/account/password');
  const now = page.getByLabel(words.say('account-current-password'), { exact: true });
  const first = page.getByLabel(words.say('account-new-password'), { exact: true });
  const again = page.getByLabel(words.say('account-repeat-password'), { exact: true });
  const change = page.getByRole('button', { name: words.say('account-set-password') });
  await now.fill('Demo-2020!');
  await first.fill('Wei-2026!');
  await again.fill('Wei-2026!');
  await change.click();
  await expect(page.getByText(words.say('err-password-current')).first()).toBeVisible();
  await awake(page, javaScriptEnabled);
  await now.fill(PASSWORD);
  await first.fill('Wei-2026!');
  await again.fill('Wei-2026!');
  await change.click();
  await expect(page.getByText(words.say('done-password-changed'))).toBeVisible();
});
