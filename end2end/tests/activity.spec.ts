// Who changed what, and when.
import { zhang } from './support/people';
import { PinBoard } from './support/pin-board';
import { expect, test } from './support/test';

test.use({ own: true });

test('a change of pinned offers is in the log with its old and new value', async ({
  page, words, open, enter, context, portal, javaScriptEnabled,
}) => {
  await enter(zhang);
  const board = new PinBoard(page, words, javaScriptEnabled !== false);
  await board.open();
  const visio = await board.nameOf('VIS-P2');
  await board.pin('VIS-P2');
  await board.finish();

  await open('/settings/activity');
  const changed = words.say('activity-pinned-offers-changed');
  const entry = page.getByRole('row').filter({ hasText: changed }).first();
  await expect(entry.getByRole('insertion')).toContainText('VIS-P2');
  await expect(entry.getByRole('deletion')).not.toContainText('VIS-P2');
  await expect(entry).toContainText(`${zhang.family}${zhang.given}`);
  expect(visio).not.toBe('');

  await page.getByLabel(words.say('activity-what'), { exact: true }).selectOption(changed);
  await page.getByRole('button', { name: words.say('apply'), exact: true }).click();
  await expect(page).toHaveURL(/[?&]kind=pinned-offers-changed/);
  await expect(entry).toBeVisible();
  const signedIn = page.getByRole('row').filter({ hasText: words.say('activity-signed-in') });
  await expect(signedIn).toHaveCount(0);

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: words.say('activity-csv') }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.csv$/);

  const csv = await context.request.get(`${portal.address}/files/activity.csv`);
  expect(csv.headers()['content-type']).toContain('text/csv');
  const bytes = await csv.body();
  expect([...bytes.subarray(0, 3)], 'a byte order mark').toEqual([0xef, 0xbb, 0xbf]);
  const fields = bytes.toString('utf8').slice(1).split(/\r\n|,/);
  expect(fields.filter(field => /^"?[=+@\-\t]/.test(field)), 'nothing runs as a formula').toEqual([]);

  const xlsx = await context.request.get(`${portal.address}/files/activity.xlsx`);
  const zip = await xlsx.body();
  expect(zip.subarray(0, 4).toString('latin1'), 'a workbook is a zip').toBe('PK\u0003\u0004');
  expect(zip.includes('xl/worksheets/sheet1.xml')).toBe(true);
});
