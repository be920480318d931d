// What only a woken page can do with pinned offers.
import { zhang } from './support/people';
import { PinBoard } from './support/pin-board';
import { expect, test } from './support/test';
import { languages } from './support/words';

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, own: true });

    test('an offer is dragged to another place', async ({ page, words, enter }) => {
      await enter(zhang);
      const board = new PinBoard(page, words, true);
      await board.open();
      const [first, second, third, fourth] = await board.pinned();
      await board.slots.nth(2).dragTo(board.slots.nth(0));
      await board.expectPinned([third, first, second, fourth]);
      const told = words.say('catalogue-moved', { offer: third, slot: 1, total: 4 });
      await expect(page.getByText(told)).toBeVisible();
      await board.finish();
      await board.open();
      await board.expectPinned([third, first, second, fourth]);
    });

    test.describe('without network', () => {
      test.use({ mayFail: true });

      test('nothing is lost, and it can be sent again', async ({ page, words, enter, context }) => {
        await enter(zhang);
        const board = new PinBoard(page, words, true);
        await board.open();
        const four = await board.pinned();
        const visio = await board.nameOf('VIS-P2');
        await board.pin('VIS-P2');
        await context.setOffline(true);
        await board.save.click();
        await expect(page.getByText(words.say('page-unreachable')).first()).toBeVisible();
        await board.expectPinned([...four, visio]);

        await context.setOffline(false);
        await board.finish();
        await board.open();
        await board.expectPinned([...four, visio]);
      });
    });
  });
}
