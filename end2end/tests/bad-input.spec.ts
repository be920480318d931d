// What people and programs type where it does not belong.
import { expect, test } from './support/test';

const BAD = {
  'nothing': '',
  'only spaces': '   ',
  'far too much': 'a'.repeat(5_000),
  'full-width digits': '１２３４５６',
  'a script': '<script>alert(1)</script>',
  'an emoji': '👩‍👩‍👧‍👦',
  'Han outside the first plane': '𠮷祥',
  'the other direction': '\u202eabc',
  'a quotation': `'"--;`,
};

for (const [kind, typed] of Object.entries(BAD)) {
  test(`${kind} as a name is refused and comes back as typed`, async ({ page, words, open }) => {
    await open('/sign-in');
    const name = page.getByLabel(words.say('account-name'), { exact: true });
    await name.fill(typed);
    await page.getByLabel(words.say('account-password'), { exact: true }).fill(typed);
    await page.getByRole('button', { name: words.say('frame-sign-in'), exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(words.say('account-not-signed-in'));
    await expect(name).toHaveValue(typed);
  });
}

test('control characters are refused like anything else', async ({ page, portal, words }) => {
  const answer = await page.request.post('/rpc/account/sign-in', {
    headers: { accept: 'text/html', origin: portal.address, referer: `${portal.address}/sign-in` },
    form: { 'draft[surface]': 'partner-center', 'draft[name]': 'a\u0000\u0007b', 'draft[password]': '\u0000' },
  });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain(words.say('account-not-signed-in'));
});
