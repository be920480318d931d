// Everything without a mouse.
import { zhang } from './support/people';
import { expect, expectAccessible, test } from './support/test';

test('the first stop skips to the content', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/catalog');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: words.say('frame-skip') });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('what has the focus is seen to have it', async ({ page, open, enter }) => {
  await enter(zhang);
  await open('/settings/catalog');
  for (let stop = 0; stop < 30; stop += 1) {
    await page.keyboard.press('Tab');
    const [shown, what] = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      // A field inside a frame of its own may leave the ring to the frame.
      const seen = [element, element.parentElement as HTMLElement].some(it => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it);
        const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
        return outlined || boxShadow !== 'none';
      });
      return [seen, element.outerHTML.slice(0, 120)];
    });
    expect(shown, `${what}`).toBe(true);
  }
});

test('“?” shows the keys and “/” leads to the search', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: words.say('frame-keys') });
  await expect(keys).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();

  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: words.say('frame-search') });
  await expect(search).toBeFocused();
  await page.keyboard.type('a/b?c');
  await expect(search, 'in a field a key is a letter').toHaveValue('a/b?c');
  await search.fill('EMS-E3');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/catalog\?words=EMS-E3/);
  await expect(page.getByRole('rowheader')).toHaveCount(1);
});

test('Ctrl+K finds pages and goes there', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: words.say('frame-palette') });
  await expect(palette).toBeVisible();
  await expectAccessible(page);
  const title = words.say('activity-title');
  await page.keyboard.type(title.toUpperCase());
  await expect(palette.getByText(title, { exact: true })).toBeVisible();
  await expect(palette.getByText(words.say('catalogue-customize'), { exact: true })).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(palette).toBeHidden();
});

test('Ctrl+K finds customers and offers, and says so when nothing is found', async ({ page, words, open, enter }) => {
  await enter(zhang);
  await open('/');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: words.say('frame-palette') });
  await page.keyboard.type('no such thing');
  await expect(palette.getByText(words.say('frame-palette-nothing'))).toBeVisible();
  await palette.getByRole('textbox').fill('EMS-E3');
  await expect(palette.getByRole('link')).toHaveCount(1);
  await palette.getByRole('textbox').fill('jixiang');
  const customer = palette.getByRole('link', { name: 'jixiang.partner.onmschina.cn' });
  await expect(customer).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}$/);
});

test.describe('switched off', () => {
  test.use({ own: true });

  test('single keys do nothing', async ({ page, words, open, enter }) => {
    await enter(zhang);
    await open('/account');
    await page.getByLabel(words.say('account-shortcuts'), { exact: true }).uncheck();
    await page.getByRole('main').getByRole('button', { name: words.say('save'), exact: true }).click();
    await expect(page.getByText(words.say('done-settings-saved'))).toBeVisible();
    await open('/');
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: words.say('frame-search') })).not.toBeFocused();
    await page.keyboard.press('?');
    // What always works comes last, so that the others have had their time.
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: words.say('frame-palette') })).toBeVisible();
    await expect(page.getByRole('dialog', { name: words.say('frame-keys') })).toBeHidden();
  });
});
