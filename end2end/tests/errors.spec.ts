// Addresses that lead nowhere, and what is sent where it does not belong.
import { chen, zhang } from './support/people';
import { expect, test } from './support/test';
import { languages } from './support/words';

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, allowedStatus: [403, 404, 405, 413] });

    test('an unknown address is a page', async ({ page, words, enter }) => {
      for (const address of ['/nothing-here', '/catalog/nothing', '/admin/nothing', '/operator/nothing']) {
        const answer = await page.goto(address);
        if (address !== '/catalog/nothing') expect(answer?.status(), address).toBe(404);
      }
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('page-404'));
      await expect(page.getByText(words.say('err-not-found-page'))).toBeVisible();
      await enter(zhang);
      const answer = await page.goto('/catalog/00000000-0000-0000-0000-000000000001');
      expect(answer?.status()).toBe(404);
      await expect(page.getByText(words.say('err-not-found-offer'))).toBeVisible();
    });

    test('who may not is told which role may', async ({ page, words, enter }) => {
      await enter(chen);
      const answer = await page.goto('/settings/catalog');
      expect(answer?.status()).toBe(403);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('page-403'));
      await expect(page.getByText(words.say('access-role-admin-agent'))).toBeVisible();
      await expect(page.getByText(/张\s?伟|伟 张/), 'and who has it').toBeVisible();
    });

    test('a wrong method and too much are pages', async ({ page, words, portal }) => {
      await page.goto('/rpc/account/sign-in');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.say('page-405'));

      const headers = { accept: 'text/html', 'accept-language': language, origin: portal.address };
      const form = { 'draft[surface]': 'partner-center', 'draft[name]': 'a'.repeat(100_000), 'draft[password]': 'b' };
      const large = await page.request.post('/rpc/account/sign-in', { headers, form });
      expect(large.status()).toBe(413);
      expect(await large.text()).toContain(words.say('page-413'));

      const foreign = await page.request.post('/rpc/account/sign-in', {
        headers: { accept: 'text/html', origin: 'https://elsewhere.example' },
        form: { 'draft[surface]': 'partner-center', 'draft[name]': 'a', 'draft[password]': 'b' },
      });
      expect(foreign.status()).toBe(403);
    });
  });
}
