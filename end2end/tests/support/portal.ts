import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const binary = resolve(process.env.PORTAL_BINARY ?? '../target/release/partner-center');
const site = resolve(process.env.PORTAL_SITE_ROOT ?? '../target/site');

/** Where the demo is that every portal starts from; `global-setup.ts` makes it. */
export const TEMPLATE = 'PORTAL_TEST_TEMPLATE';

function environment(folder: string, more: Record<string, string> = {}) {
  // Only what is set here: the portal refuses settings that it does not know, such as the tests' own.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PORTAL_'));
  return {
    ...Object.fromEntries(inherited),
    PORTAL_SITE_ROOT: site,
    DATABASE_URL: `sqlite:${join(folder, 'end2end.db')}`,
    // Hashing is tested elsewhere; here it would only make every sign-in slow.
    PORTAL_PASSWORD_MEMORY_KIB: '64',
    // All tests come from one address, and some of them type a wrong password.
    PORTAL_SIGN_IN_FREE_FAILURES: '100',
    PORTAL_SIGN_IN_LOCK_AFTER: '200',
    ...more,
  } as NodeJS.ProcessEnv;
}

/** A new folder with the demo in it. */
export function makeTemplate() {
  const folder = mkdtempSync(join(tmpdir(), 'partner-center-demo-'));
  const demo = spawnSync(binary, ['demo'], { env: environment(folder), encoding: 'utf8' });
  if (demo.status !== 0) throw new Error(`the demo was not made: ${demo.error ?? demo.stderr}`);
  return folder;
}

/** A running portal with a database of its own that begins with the demo. */
export class Portal {
  private constructor(
    readonly address: string,
    private readonly folder: string,
    private readonly more: Record<string, string>,
    private server: ChildProcess,
  ) {}

  /** Starts one; `more` are settings of the server. */
  static async start(more: Record<string, string> = {}) {
    const folder = mkdtempSync(join(tmpdir(), 'partner-center-'));
    cpSync(process.env[TEMPLATE]!, folder, { recursive: true });
    const { server, address } = await serve(folder, '127.0.0.1:0', more);
    return new Portal(address, folder, more, server);
  }

  /** Ends the server and starts another one at the same address, as an update would. */
  async restart() {
    await this.end();
    this.server = (await serve(this.folder, new URL(this.address).host, this.more)).server;
  }

  /** Ends it and forgets its data. */
  async stop() {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async end() {
    if (this.server.exitCode !== null) return;
    const ended = new Promise(done => this.server.once('exit', done));
    this.server.kill('SIGTERM');
    // Browsers keep connections open; the server waits for them no longer than it must.
    const last = setTimeout(() => this.server.kill('SIGKILL'), 3_000);
    await ended;
    clearTimeout(last);
  }
}

/** Starts a server and waits until it says where it listens. */
async function serve(folder: string, listen: string, more: Record<string, string>) {
  const env = environment(folder, {
    PORTAL_LISTEN: listen,
    PORTAL_LOG_FILTER: 'info',
    PORTAL_SHUTDOWN_SECONDS: '1',
    ...more,
  });
  const stdio: ['ignore', 'ignore', 'pipe'] = ['ignore', 'ignore', 'pipe'];
  const server = spawn(binary, ['serve', '--sandbox'], { env, stdio });
  let said = '';
  const address = await new Promise<string>((found, failed) => {
    server.stderr!.setEncoding('utf8').on('data', text => {
      said = `${said}${text}`.slice(-20_000);
      const listening = /listening on (http:\/\/[0-9.:]+)/.exec(said);
      if (listening) found(listening[1]);
    });
    server.once('exit', code => failed(new Error(`the server ended with ${code}:\n${said}`)));
    server.once('error', failed);
  });
  return { server, address };
}
