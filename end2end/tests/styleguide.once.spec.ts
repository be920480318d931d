// Every component in all its states: photographed and checked.
import { expect, expectAccessible, test } from './support/test';
import { languages } from './support/words';

for (const language of languages) {
  for (const theme of ['light', 'dark', 'contrast']) {
    test.describe(`in ${language}`, () => {
      test.use({ language });

      test(`the style guide is accessible, ${theme}`, async ({ page, context, portal, open }, info) => {
        await context.addCookies([{ name: 'theme', value: theme, url: portal.address }]);
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await open('/styleguide');
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const body = await page.screenshot({ fullPage: true });
        await info.attach(`styleguide-${language}-${theme}`, { body, contentType: 'image/png' });
        await expectAccessible(page);
      });
    });
  }
}
