// The customers' admin center: people and their licenses, in every language.
import { qian } from './support/people';
import { expect, test } from './support/test';
import { languages } from './support/words';

test.use({ own: true });

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('a user is added, found, blocked and deleted', async ({ page, words, open, enter }) => {
      await enter(qian);
      await open('/admin/users');
      await page.getByRole('link', { name: words.say('users-add'), exact: true }).click();
      const name = `test.${language.toLowerCase()}`;
      await page.getByLabel(words.say('users-user-name'), { exact: true }).fill(name);
      await page.getByLabel(words.say('users-display-name'), { exact: true }).fill(name);
      await page.getByRole('button', { name: words.say('users-add'), exact: true }).click();

      await expect(page.getByText(words.say('users-told-once'))).toBeVisible();
      const password = await page.getByRole('code').last().textContent();
      expect(password).not.toBe('');
      await page.getByRole('link', { name: words.say('users-to-user') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page.getByText(password ?? '', { exact: true })).toHaveCount(0);

      await page.getByRole('button', { name: words.say('users-block', { name }) }).click();
      await expect(page.getByText(words.say('done-user-blocked'))).toBeVisible();
      await page.getByRole('button', { name: words.say('users-delete', { name }) }).click();
      await expect(page.getByText(words.say('done-user-deleted'))).toBeVisible();

      await open('/admin/users?filter=deleted');
      await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    });
  });
}
