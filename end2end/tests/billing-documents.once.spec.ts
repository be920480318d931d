// The pages of an invoice: accessible in light and dark, and never too wide for a small phone.
import { li } from './support/people';
import { awake, expect, expectAccessible, expectNoSidewaysScroll, test } from './support/test';
import { languages } from './support/words';

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('an invoice, its files, its changes, a dispute and a fapiao', async ({ page, words, open, enter }) => {
      await enter(li);
      await open('/billing');
      const newest = page.getByRole('rowheader').getByRole('link').first();
      const invoice = await newest.getAttribute('href');
      const number = await newest.innerText();
      const id = invoice?.split('/').pop();
      const paid = page.getByRole('link', { name: words.like('billing-fapiao') }).first();
      const fapiao = await paid.getAttribute('href');
      const addresses = [
        invoice,
        `${invoice}/files`,
        `${invoice}/files?file=usage`,
        `${invoice}/changes`,
        `/billing/disputes/new?invoice=${id}`,
        fapiao,
      ];
      for (const address of addresses) {
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.goto(address ?? '');
        await awake(page, true);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await expectAccessible(page);
        }
        await page.setViewportSize({ width: 360, height: 740 });
        await expectNoSidewaysScroll(page);
      }
      const file = await page.request.get(`/files/billing/invoice.pdf?invoice=${id}`);
      expect(file.headers()['content-type'], number).toBe('application/pdf');
      expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
}
