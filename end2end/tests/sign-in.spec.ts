// The way in and out — on every kind of browser, in every language.
import { PASSWORD, wu, zhang } from './support/people';
import { awake, expect, test } from './support/test';
import { languages, Words } from './support/words';

const ENGLISH = 'English';
const OWN_NAMES = { en: ENGLISH, fr: 'Français', 'zh-CN': '简体中文' };

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('somebody signs in and out', async ({ page, words, open }) => {
      await open('/sign-in');
      await page.getByLabel(words.say('account-name'), { exact: true }).fill(zhang.name);
      await page.getByLabel(words.say('account-password'), { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: words.say('frame-sign-in'), exact: true }).click();

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('overview-title'));
      await expect(page).toHaveURL('/');
      await page.getByRole('img', { name: words.say('frame-account'), exact: true }).click();
      await expect(page.getByText(words.say('access-role-admin-agent'))).toBeVisible();
      await page.getByRole('button', { name: words.say('frame-sign-out') }).click();

      await expect(page.getByText(words.say('done-signed-out'))).toBeVisible();
      await page.goto('/account');
      await expect(page, 'the account is behind the door').toHaveURL(/\/sign-in\?return=/);
    });

    test('a wrong password is refused, and the name stays', async ({ page, words, open }) => {
      await open('/sign-in?return=/catalog');
      const name = page.getByLabel(words.say('account-name'), { exact: true });
      const password = page.getByLabel(words.say('account-password'), { exact: true });
      await name.fill(zhang.name);
      await password.fill('Demo-2020!');
      await password.press('Enter');

      const alert = page.getByRole('alert');
      await expect(alert).toContainText(words.say('account-not-signed-in'));
      await expect(alert).toContainText(words.say('err-sign-in'));
      await expect(name).toHaveValue(zhang.name);
      await expect(password).toHaveValue('');

      await password.fill(PASSWORD);
      await password.press('Enter');
      await expect(page, 'on to where the reader wanted to go').toHaveURL('/catalog');
    });

    test.describe('with a temporary password', () => {
      test.use({ own: true });

      test('the first thing is one of one’s own', async ({ page, words, open, javaScriptEnabled }) => {
        await open('/sign-in');
        await page.getByLabel(words.say('account-name'), { exact: true }).fill(wu.name);
        await page.getByLabel(words.say('account-password'), { exact: true }).fill(PASSWORD);
        await page.getByRole('button', { name: words.say('frame-sign-in'), exact: true }).click();
        const title = page.getByRole('heading', { level: 1 });
        await expect(title).toHaveText(words.say('account-first-password'));
        await awake(page, javaScriptEnabled);

        const first = page.getByLabel(words.say('account-new-password'), { exact: true });
        const again = page.getByLabel(words.say('account-repeat-password'), { exact: true });
        const set = page.getByRole('button', { name: words.say('account-set-password') });
        await first.fill('Lan-2026!');
        await again.fill('Lan-2027!');
        await set.click();
        await expect(page.getByText(words.say('err-password-mismatch')).first()).toBeVisible();
        await expect(first, 'secrets do not come back').toHaveValue('');

        await page.goto('/account');
        await expect(title, 'there is no way around').toHaveText(words.say('account-first-password'));
        await first.fill('Lan-2026!');
        await again.fill('Lan-2026!');
        await set.click();
        await expect(title).toHaveText(words.say('account-title'));
      });
    });

    test('another language keeps the page', async ({ page, words, open }) => {
      const other = language === 'en' ? 'fr' : 'en';
      await open('/sign-in?return=/catalog');
      const title = page.getByRole('heading', { level: 1 });
      await expect(title).toHaveText(words.say('account-sign-in-partner-center'));
      await page.getByLabel(words.say('account-name'), { exact: true }).fill('zhang.w');
      await page.getByRole('img', { name: words.say('frame-language'), exact: true }).click();
      await page.getByRole('button', { name: OWN_NAMES[other], exact: true }).click();

      const theirs = Words.in(other);
      await expect(title).toHaveText(theirs.say('account-sign-in-partner-center'));
      await expect(page.locator('html')).toHaveAttribute('lang', other);
      await expect(page).toHaveURL(/return=(\/|%2F)catalog/);
      const name = page.getByLabel(theirs.say('account-name'), { exact: true });
      await expect(name, 'what was typed is still there').toHaveValue('zhang.w');
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  });
}

test.describe('guessing', () => {
  test.use({
    own: true,
    settings: { PORTAL_SIGN_IN_FREE_FAILURES: '1', PORTAL_SIGN_IN_LOCK_AFTER: '2' },
  });

  test('is locked out, with an end', async ({ page, words, open }) => {
    await open('/sign-in');
    for (const _ of ['once', 'twice', 'three times']) {
      await page.getByLabel(words.say('account-name'), { exact: true }).fill('nobody@nowhere.example');
      await page.getByLabel(words.say('account-password'), { exact: true }).fill('guess');
      await page.getByRole('button', { name: words.say('frame-sign-in'), exact: true }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    }
    const locked = words.say('err-sign-in-locked', { minutes: 15 });
    await expect(page.getByRole('alert')).toContainText(locked);
  });
});
