// From the key stroke that searches the customers' list to the frame that shows the rows, with
// 100,000 customers.
//
// The key asks the server, which runs on this machine; the time ends in the first task after the
// frame in which the list has changed.

import { AGENT, enter, figure, fillWithCustomers, quantile, withBrowser, withPortal } from './support.mjs';

const COMMAND = 'node end2end/bench/customers.mjs';

const CUSTOMERS = 100_000;

/** What is searched for in turn: names, their pinyin, a domain, a single customer, nothing. */
const WORDS = ['华达', 'huada', '上海', 'ruiguang', 'jinhai-31', '新能源', 'zhongzhi-99959', 'nobody'];

/** Rounds through all of them that are counted, after some that are not. */
const ROUNDS = 10;
const WARM = 2;

/** Runs inside the page: notes when the next key is pressed and when the list is painted anew. */
function watchForRows() {
  const rows = () => document.querySelector('main').innerText;
  const before = rows();
  window.painted = new Promise(done => {
    let pressed;
    const press = event => { pressed = event.timeStamp; };
    document.addEventListener('keydown', press, { once: true, capture: true });
    const watch = new MutationObserver(() => {
      if (pressed === undefined || rows() === before) return;
      watch.disconnect();
      requestAnimationFrame(() => {
        // A message is handled after the frame has been made.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - pressed);
        port2.postMessage(0);
      });
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** Milliseconds from the key `Enter` in what has the focus to the new rows. */
async function pressEnter(page) {
  await page.evaluate(watchForRows);
  await page.keyboard.press('Enter');
  const took = await page.evaluate(() => window.painted);
  await page.waitForTimeout(20);
  return took;
}

function print(title, times) {
  const value = `p95 ${quantile(times, 0.95).toFixed(0)} ms, median ${quantile(times, 0.5).toFixed(0)} ms, `
    + `${times.length} key strokes`;
  figure(title, COMMAND, value, '', 'aim ≤ 100 ms');
}

/** Opens `address` and waits until the page and its lazy part have woken. */
async function open(page, address) {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForSelector('html[data-awake]');
}

/** What each of the words takes, searched for in turn. */
async function search(page, address) {
  await open(page, `${address}/customers`);
  const took = new Map(WORDS.map(words => [words, []]));
  for (let round = -WARM; round < ROUNDS; round += 1) {
    for (const words of WORDS) {
      await page.locator('#words').fill(words);
      const time = await pressEnter(page);
      if (round >= 0) took.get(words).push(time);
    }
  }
  return took;
}

await withBrowser(async browser => {
  await withPortal(async address => {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 1366, height: 860 } });
    await enter(context, address, AGENT);
    const page = await context.newPage();
    const took = await search(page, address);
    print('P7 100,000 customers, searched', [...took.values()].flat());
    const slowest = [...took].map(([words, times]) => [words, quantile(times, 0.5)])
      .toSorted(([, a], [, b]) => b - a);
    console.log(`medians: ${slowest.map(([words, time]) => `${words} ${time.toFixed(0)} ms`).join(', ')}`);
    await context.close();
  }, { prepare: database => fillWithCustomers(database, CUSTOMERS) });
});
