// What the measurements share: a portal of their own, a browser, and figures.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const binary = resolve(process.env.PORTAL_BINARY ?? join(root, 'target/release/partner-center'));

/** A measurement takes some minutes, with the making of what it measures; one that hangs ends here. */
setTimeout(() => {
  console.error('the measurement took longer than ten minutes');
  process.exit(1);
}, 600_000).unref();

/** What `cargo xtask build` has made for the browser. */
export const site = resolve(process.env.PORTAL_SITE_ROOT ?? join(root, 'target/site'));

/** The accounts of the demo all have this password. */
export const PASSWORD = 'Demo-2019!';

/** May see prices and pin offers. */
export const AGENT = 'zhang.wei@haiyun.partner.onmschina.cn';

/**
 * Runs `work` with a portal that has a database of its own with the demo in it.
 *
 * `prepare` gets the database before the portal starts; `siteRoot` is served instead of the site.
 */
export async function withPortal(work, { prepare = () => {}, siteRoot = site } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'partner-center-bench-'));
  const database = `sqlite:${join(folder, 'bench.db')}`;
  const env = {
    ...inherited(database),
    PORTAL_SITE_ROOT: siteRoot,
    PORTAL_LISTEN: '127.0.0.1:0',
    PORTAL_LOG_FILTER: 'info',
    PORTAL_SHUTDOWN_SECONDS: '1',
    // Many runs sign in from one address.
    PORTAL_SIGN_IN_FREE_FAILURES: '1000',
    PORTAL_SIGN_IN_LOCK_AFTER: '2000',
  };
  let server;
  try {
    const demo = spawnSync(binary, ['demo'], { env, encoding: 'utf8' });
    if (demo.status !== 0) throw new Error(`the demo was not made: ${demo.error ?? demo.stderr}`);
    prepare(database);
    server = spawn(binary, ['serve', '--sandbox'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    return await work(await listening(server));
  } finally {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The environment without the measurement's own settings, for a program on `database`. */
function inherited(database) {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('PORTAL_'));
  return { ...Object.fromEntries(others), DATABASE_URL: database };
}

/** Adds generated customers to the demo in `database` until there are `count`. */
export function fillWithCustomers(database, count) {
  const env = inherited(database);
  const filled = spawnSync(binary, ['demo', '--large', String(count)], { env, encoding: 'utf8' });
  if (filled.status !== 0) throw new Error(`no customers were made: ${filled.error ?? filled.stderr}`);
}

/** The address that `server` says it listens on. */
function listening(server) {
  let said = '';
  return new Promise((found, failed) => {
    server.stderr.setEncoding('utf8').on('data', text => {
      said = `${said}${text}`.slice(-20_000);
      const address = /listening on (http:\/\/[0-9.:]+)/.exec(said);
      if (address) found(address[1]);
    });
    server.once('exit', code => failed(new Error(`the server ended with ${code}:\n${said}`)));
    server.once('error', failed);
  });
}

/** Runs `work` with a headless Chromium. */
export async function withBrowser(work) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Signs `name` in, without the page for it. */
export async function enter(context, address, name) {
  const answer = await context.request.post(`${address}/rpc/account/sign-in`, {
    headers: { accept: 'text/html', origin: address },
    form: {
      'draft[surface]': 'partner-center',
      'draft[name]': name,
      'draft[password]': PASSWORD,
    },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${name} is not in: ${answer.status()}`);
}

/** The value below which `share` of `values` lie. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** Prints a figure as `cargo xtask bench` reads it; `over` says that a budget is exceeded. */
export function figure(figure, command, value, ratio, limit, over = false) {
  console.log(`figure ${JSON.stringify({ figure, command, value, ratio, limit, over })}`);
}
