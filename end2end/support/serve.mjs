// Serves the demo on a port of its own from a database of its own, until told to stop.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const port = process.argv[2];
const binary = resolve(process.env.PORTAL_BINARY ?? '../target/release/partner-center');
const folder = mkdtempSync(join(tmpdir(), 'partner-center-'));
const env = {
  ...process.env,
  PORTAL_LISTEN: `127.0.0.1:${port}`,
  PORTAL_SITE_ROOT: resolve(process.env.PORTAL_SITE_ROOT ?? '../target/site'),
  DATABASE_URL: `sqlite:${join(folder, 'end2end.db')}`,
};

const demo = spawnSync(binary, ['demo'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
if (demo.status !== 0) process.exit(1);

const server = spawn(binary, ['serve', '--sandbox'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
const stop = () => server.kill('SIGTERM');
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
server.on('exit', code => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
