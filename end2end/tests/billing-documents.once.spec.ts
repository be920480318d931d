// What no link of a page leads to: the rows of the usage file where there are none or some, and the paper.
import type { Page } from '@playwright/test';
import { li } from './support/people';
import { awake, expect, expectAccessible, expectNoSidewaysScroll, test } from './support/test';
import { languages } from './support/words';

/** The address and the number of the newest invoice. */
async function newest(page: Page) {
  const link = page.getByRole('rowheader').getByRole('link').first();
  return { address: (await link.getAttribute('href')) ?? '', number: await link.innerText() };
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('the usage file of an invoice is accessible and fits a small phone', async ({ page, open, enter }) => {
      await enter(li);
      await open('/billing');
      const invoice = await newest(page);
      await page.goto(`${invoice.address}/files?file=usage`);
      await awake(page, true);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(invoice.number);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expectAccessible(page);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      await expectNoSidewaysScroll(page);
    });

    test('an invoice is a document on paper', async ({ page, open, enter }) => {
      await enter(li);
      await open('/billing');
      const { address, number } = await newest(page);
      const file = await page.request.get(`/files/billing/invoice.pdf?invoice=${address.split('/').pop()}`);
      expect(file.headers()['content-type'], number).toBe('application/pdf');
      expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
}
