// From the click on a filter's button to the frame that shows the rows, with 1,000 offers.
//
// A click asks the server, which runs on this machine; the time ends in the first task after the
// frame in which the table says how many rows there are now.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AGENT, enter, figure, quantile, withBrowser, withPortal } from './support.mjs';

const COMMAND = 'node end2end/bench/filter.mjs';

/** Clicks that are counted, after some rounds that are not. */
const CLICKS = 40;
const WARM = 3;

/** Values of the filter in turn: about a fifth of the offers each. */
const CATEGORIES = ['enterprise', 'small-business', 'trial', 'add-on'];

/** Puts 1,000 offers beside those of the demo. */
function fill(database) {
  const args = ['bench', '-p', 'server', '--bench', 'catalogue', '--', '--fill', database];
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  const filled = spawnSync('cargo', args, { cwd, encoding: 'utf8' });
  if (filled.status !== 0) throw new Error(`no offers were made: ${filled.error ?? filled.stderr}`);
}

/** Runs inside the page: chooses `category`, clicks, and resolves with milliseconds once painted. */
function clickAndWait(category) {
  return new Promise(done => {
    const select = document.querySelector('select[name="category"]');
    const button = select.form.querySelector('button[type="submit"]');
    const rows = () => {
      const codes = document.querySelectorAll('tbody .code');
      return `${codes.length} ${codes[0]?.textContent} ${codes[codes.length - 1]?.textContent}`;
    };
    const before = rows();
    let clicked;
    button.addEventListener('click', event => { clicked = event.timeStamp; }, { once: true });
    const watch = new MutationObserver(() => {
      if (rows() === before) return;
      watch.disconnect();
      requestAnimationFrame(() => {
        // A message is handled after the frame has been made.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - clicked);
        port2.postMessage(0);
      });
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    select.value = category;
    button.click();
  });
}

/** Milliseconds of clicks through `categories` in turn, `rounds` times, for each of them. */
async function measure(page, categories, rounds) {
  const took = categories.map(() => []);
  for (let round = -WARM; round < rounds; round += 1) {
    for (const [turn, category] of categories.entries()) {
      const time = await page.evaluate(clickAndWait, category);
      if (round >= 0) took[turn].push(time);
      await page.waitForTimeout(20);
    }
  }
  return took;
}

function print(title, times) {
  const value = `p95 ${quantile(times, 0.95).toFixed(0)} ms, median ${quantile(times, 0.5).toFixed(0)} ms, `
    + `${times.length} clicks`;
  figure(title, COMMAND, value, '', 'aim ≤ 50 ms');
}

/** Opens `address` and waits until the page and its lazy part have woken. */
async function open(page, address) {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForSelector('html[data-awake]');
}

await withBrowser(async browser => {
  for (const [title, ready] of [['demo offers', () => {}], ['1,000 offers', fill]]) {
    await withPortal(async address => {
      const context = await browser.newContext({ locale: 'en', viewport: { width: 1366, height: 860 } });
      await enter(context, address, AGENT);
      const page = await context.newPage();
      await open(page, `${address}/catalog`);
      print(`filter ${title}, 50 rows a page`, (await measure(page, CATEGORIES, CLICKS / CATEGORIES.length)).flat());
      if (ready === fill) {
        await open(page, `${address}/catalog?size=1000`);
        const [fewer, all] = await measure(page, ['enterprise', ''], CLICKS);
        print('filter 1,000 offers, all on one page: to a fifth', fewer);
        print('filter 1,000 offers, all on one page: back to all', all);
      }
      await context.close();
    }, { prepare: ready });
  }
});
