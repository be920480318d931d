// P1: what a browser that knows nothing is sent for the sign-in page, file by file.
// P1b: from opening the sign-in page on a slow line and a slow processor to sending the form,
// against a form written by hand, on the same server, in turns.
//
// The server is the product; it serves a copy of the built site with one page more. A script looks
// at every frame and fills in and sends the form once it has been painted.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { AGENT, PASSWORD, figure, quantile, site, withBrowser, withPortal } from './support.mjs';

const COMMAND = 'node end2end/bench/sign-in.mjs';

/** What the first visit may cost, in bytes as sent. */
const FIRST_VISIT = 260_000;

/** Runs of each page, after one that is not counted. */
const RUNS = 9;

/** A slow line and a processor four times slower. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const SLOWER = 4;

const STYLE = `body{margin:4rem auto;max-width:24rem;font:15px/1.5 system-ui,sans-serif;color:#1b1f24}
label,input{display:block;box-sizing:border-box;width:100%}
input{margin:.25rem 0 1rem;padding:.5rem;border:1px solid #8a929c;border-radius:4px;font:inherit}
button{padding:.5rem 1rem;border:0;border-radius:4px;background:#0b57c2;color:#fff;font:inherit}
`;

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in</title>
<link rel="stylesheet" href="/hand-written.css">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
</head>
<body>
<h1>Sign in to Partner Center</h1>
<form action="/rpc/account/sign-in" method="post" data-form="sign-in">
<input type="hidden" name="draft[surface]" value="partner-center">
<label for="name">Sign-in name</label>
<input id="name" name="draft[name]" autocomplete="username" autofocus>
<label for="password">Password</label>
<input id="password" name="draft[password]" type="password" autocomplete="current-password">
<button type="submit">Sign in</button>
</form>
</body>
</html>
`;

/** The built site, and the page by hand. */
function siteWithPage() {
  const folder = mkdtempSync(join(tmpdir(), 'partner-center-bench-site-'));
  cpSync(site, folder, { recursive: true });
  for (const [name, text] of [['hand-written.html', PAGE], ['hand-written.css', STYLE]]) {
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
  }
  return folder;
}

/** Runs inside the page: fills in and sends the form once it has been painted. */
function sendWhenSeen([path, name, password]) {
  const look = () => {
    const form = document.querySelector('form[data-form="sign-in"]');
    const seen = performance.getEntriesByName('first-contentful-paint').length > 0;
    if (!seen || !form?.querySelector('button[type="submit"]')) return requestAnimationFrame(look);
    form.querySelector('#name').value = name;
    form.querySelector('#password').value = password;
    form.querySelector('button[type="submit"]').click();
  };
  if (location.pathname === path) requestAnimationFrame(look);
}

/** Milliseconds from asking for `path` to sending the form, in a browser that knows nothing. */
async function run(browser, address, path) {
  const context = await browser.newContext({ locale: 'en' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', LINE);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript(sendWhenSeen, [path, AGENT, PASSWORD]);
    let begun;
    const sent = new Promise((done, failed) => {
      setTimeout(() => failed(new Error(`the form of ${path} was not sent`)), 30_000).unref();
      session.on('Network.requestWillBeSent', ({ request, timestamp }) => {
        if (request.method === 'POST' && request.url.endsWith('/sign-in')) done((timestamp - begun) * 1000);
        else begun ??= timestamp;
      });
    });
    const opened = page.goto(address + path, { waitUntil: 'commit' });
    const took = await sent;
    await opened.catch(() => {});
    return took;
  } finally {
    await context.close();
  }
}

/** The files of a first visit to the sign-in page and their bytes, as sent. */
async function firstVisit(browser, address) {
  const context = await browser.newContext({ locale: 'fr' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const paths = new Map();
    const files = [];
    session.on('Network.responseReceived', ({ requestId, response }) => {
      paths.set(requestId, new URL(response.url).pathname.split('/').pop());
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      files.push([paths.get(requestId), encodedDataLength]);
    });
    await page.goto(`${address}/sign-in`, { waitUntil: 'networkidle' });
    return files;
  } finally {
    await context.close();
  }
}

const siteRoot = siteWithPage();
try {
  await withPortal(
    address => withBrowser(async browser => {
      const files = await firstVisit(browser, address);
      for (const [name, bytes] of files) figure(`P1 ${name}`, COMMAND, `${bytes} bytes as sent`, '', '');
      const bytes = files.reduce((sum, [, size]) => sum + size, 0);
      const share = bytes / FIRST_VISIT;
      figure('P1 first visit to the sign-in page in all', COMMAND, `${bytes} bytes as sent`,
        share.toFixed(2), '≤ 260 KB', share > 1);

      const took = { product: [], byHand: [] };
      for (let n = 0; n <= RUNS; n += 1) {
        for (const [side, path] of [['product', '/sign-in'], ['byHand', '/hand-written.html']]) {
          const time = await run(browser, address, path);
          if (n > 0) took[side].push(time);
        }
      }
      const [ours, theirs] = [took.product, took.byHand].map(times => quantile(times, 0.5));
      figure(
        'P1b page opened to form sent, slow line and processor',
        COMMAND,
        `${ours.toFixed(0)} ms (${quantile(took.product, 0).toFixed(0)} to ${quantile(took.product, 1).toFixed(0)}); `
          + `by hand ${theirs.toFixed(0)} ms (${quantile(took.byHand, 0).toFixed(0)} to ${quantile(took.byHand, 1).toFixed(0)})`,
        (ours / theirs).toFixed(2),
        'aim ≤ 1.20',
      );
    }),
    { siteRoot },
  );
} finally {
  rmSync(siteRoot, { recursive: true, force: true });
}
