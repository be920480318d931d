// A code beside the password.
import type { Page } from '@playwright/test';
import { PASSWORD, zhang } from './support/people';
import { expect, test } from './support/test';
import { code } from './support/totp';
import type { Words } from './support/words';

test.use({ own: true });

async function signIn(page: Page, words: Words) {
  await page.goto('/sign-in');
  await page.getByLabel(words.say('account-name'), { exact: true }).fill(zhang.name);
  await page.getByLabel(words.say('account-password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: words.say('frame-sign-in'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('account-enter-code'));
}

async function signOut(page: Page, words: Words) {
  await page.getByRole('img', { name: words.say('frame-account'), exact: true }).click();
  await page.getByRole('button', { name: words.say('frame-sign-out') }).click();
  await expect(page.getByText(words.say('done-signed-out'))).toBeVisible();
}

test('a second factor is set up, asked for, and a recovery code works once', async ({
  page, words, open, enter,
}) => {
  await enter(zhang);
  await open('/account/second-factor');
  await page.getByRole('link', { name: words.say('account-set-up') }).click();
  await expect(page.getByRole('img', { name: words.say('account-qr') })).toBeVisible();
  const steps = page.getByRole('listitem').filter({ hasText: words.say('account-secret') });
  const secret = await steps.getByRole('code').innerText();
  const digits = page.getByLabel(words.say('account-code'), { exact: true });

  await digits.fill('000000');
  await page.getByRole('button', { name: words.say('account-switch-on'), exact: true }).click();
  await expect(page.getByText(words.say('account-second-factor-not-on'))).toBeVisible();
  expect(await steps.getByRole('code').innerText(), 'the secret is still the same').toBe(secret);

  await digits.fill(code(secret));
  await page.getByRole('button', { name: words.say('account-switch-on'), exact: true }).click();
  await expect(page.getByText(words.say('account-second-factor-on-now'))).toBeVisible();
  const list = await page.getByRole('code').filter({ hasText: '-' }).first().innerText();
  const [recovery] = list.split(/\s+/);
  await page.getByRole('link', { name: words.say('account-codes-stored') }).click();
  await signOut(page, words);

  await signIn(page, words);
  await digits.fill('000000');
  await page.getByRole('button', { name: words.say('account-check-code') }).first().click();
  await expect(page.getByRole('alert')).toBeVisible();
  // Each code works once, and this one has been used; the next is accepted before its time.
  await digits.fill(code(secret, 1));
  await page.getByRole('button', { name: words.say('account-check-code') }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('overview-title'));
  await signOut(page, words);

  const byCode = async () => {
    await signIn(page, words);
    await page.getByText(words.say('account-use-recovery')).click();
    await page.getByLabel(words.say('account-recovery-code'), { exact: true }).fill(recovery);
    await page.getByRole('button', { name: words.say('account-check-code') }).last().click();
  };
  await byCode();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('overview-title'));
  await signOut(page, words);
  await byCode();
  await expect(page.getByRole('alert'), 'a second time it opens nothing').toBeVisible();
});
