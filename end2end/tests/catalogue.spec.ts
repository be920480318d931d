// What is sold — on every kind of browser, in every language.
import { chen, zhang } from './support/people';
import { expect, test, texts } from './support/test';
import { languages } from './support/words';

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('an offer is found however it is typed', async ({ page, words, open, enter }) => {
      await enter(zhang);
      await open('/catalog');
      const search = page.getByLabel(words.say('catalogue-words'), { exact: true });
      await search.fill('ｅｍｓ－Ｅ３');
      await page.getByRole('button', { name: words.say('catalogue-apply'), exact: true }).click();

      const found = page.getByRole('rowheader');
      await expect(found).toHaveCount(1);
      await expect(page.getByText('EMS-E3', { exact: true })).toBeVisible();
      await expect(page).toHaveURL(/[?&]words=/);
      await expect(search, 'the search is still what was typed').toHaveValue('ｅｍｓ－Ｅ３');

      await page.getByRole('link', { name: words.say('catalogue-clear') }).click();
      await expect(found).not.toHaveCount(1);
      await expect(page).toHaveURL('/catalog');
    });

    test('filters are in the address', async ({ page, words, open, enter }) => {
      await enter(zhang);
      await open('/catalog');
      const category = page.getByLabel(words.say('catalogue-category'), { exact: true });
      await category.selectOption(words.say('catalogue-category-small-business'));
      await page.getByRole('button', { name: words.say('catalogue-apply'), exact: true }).click();
      const found = page.getByRole('rowheader');
      await expect(found).toHaveCount(3);
      await expect(page).toHaveURL(/[?&]category=small-business/);

      await page.reload();
      await expect(found).toHaveCount(3);
      await expect(category).toHaveValue('small-business');
      await page.goBack();
      await expect(found, 'back is without the filter').not.toHaveCount(3);

      await open('/catalog?words=nothing-has-this-name');
      await expect(page.getByText(words.say('catalogue-none'), { exact: true })).toBeVisible();
    });

    test('pages are turned, and an offer is opened', async ({ page, words, open, enter }) => {
      await enter(zhang);
      await open('/catalog');
      const size = page.getByLabel(words.say('catalogue-size'), { exact: true });
      const [few] = await texts(size.getByRole('option'));
      await size.selectOption(few);
      await page.getByRole('button', { name: words.say('catalogue-apply'), exact: true }).click();
      const pager = page.getByRole('navigation', { name: words.say('catalogue-pages') });
      const found = page.getByRole('rowheader');
      await expect(found).toHaveCount(Number(few));
      const [pinned] = await texts(found.getByRole('link'));

      await pager.getByRole('link', { name: words.say('next') }).click();
      await expect(page).toHaveURL(/[?&]page=2/);
      const offer = found.getByRole('link').first();
      await expect(offer).not.toHaveText(pinned);
      const name = await offer.innerText();
      await offer.click();

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page).toHaveTitle(`${name} · ${words.say('frame-product')}`);
      await expect(page.getByText(words.say('catalogue-partner-price')).first()).toBeVisible();
      const trail = page.getByRole('navigation', { name: words.say('frame-breadcrumb') });
      await trail.getByRole('link', { name: words.say('catalogue-title') }).click();
      await expect(found.getByRole('link').first(), 'pinned offers come first').toHaveText(pinned);
    });

    test('a sales agent is sent no price', async ({ page, words, open, enter }) => {
      const sent: Promise<string>[] = [];
      page.on('response', answer => {
        const page = !answer.url().includes('/pkg/') && answer.status() === 200;
        if (page) sent.push(answer.text().catch(() => ''));
      });
      await enter(chen);
      await open('/');
      await open('/catalog?words=O365-E3');
      const offer = page.getByRole('rowheader').getByRole('link');
      const name = await offer.innerText();
      await offer.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await page.reload();
      await expect(page.getByText('O365-E3', { exact: true })).toBeVisible();

      const all = (await Promise.all(sent)).join('\n');
      expect(all, 'what the page shows was looked at').toContain('O365-E3');
      const forbidden = ['142.0', '177.5', '142,0', '177,5', 'CN¥'];
      for (const price of forbidden) expect(all).not.toContain(price);
      for (const label of ['catalogue-partner-price', 'catalogue-retail-price']) {
        expect(all).not.toContain(words.say(label));
      }
    });
  });
}
