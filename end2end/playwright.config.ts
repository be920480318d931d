import { defineConfig, devices } from '@playwright/test';

const port = Number(process.env.PORTAL_TEST_PORT ?? 3187);
const baseURL = `http://127.0.0.1:${port}`;

/** What a headless browser needs where it is closed off, and nothing that changes a page. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1366, height: 860 } };
const phone = { ...devices['Pixel 5'] };

export default defineConfig({
  testDir: 'tests',
  outputDir: 'results',
  // A test has people of its own or changes nothing that others see, so files run side by side.
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 60_000,
  reporter: process.env.CI ? [['line']] : [['list'], ['html', { outputFolder: 'report' }]],
  use: {
    baseURL,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args },
  },
  projects: [
    { name: 'hydrated desktop', use: desktop },
    { name: 'hydrated phone', use: phone },
    { name: 'html desktop', use: { ...desktop, javaScriptEnabled: false }, testIgnore: /\.hydrated\./ },
    { name: 'html phone', use: { ...phone, javaScriptEnabled: false }, testIgnore: /\.hydrated\./ },
  ],
  webServer: {
    command: `node support/serve.mjs ${port}`,
    url: `${baseURL}/readyz`,
    timeout: 60_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
