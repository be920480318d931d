import { defineConfig, devices } from '@playwright/test';

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

/** Tests of one page after the other, which differ by what they set themselves. */
const once = /\.once\./;
/** Tests of what only a script can do. */
const hydrated = /\.hydrated\./;

export default defineConfig({
  testDir: 'tests',
  outputDir: 'results',
  globalSetup: './tests/support/global-setup.ts',
  // A test that changes what others would see has a portal of its own.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: !!process.env.CI,
  timeout: 60_000,
  reporter: process.env.CI ? [['line']] : [['list'], ['html', { outputFolder: 'report' }]],
  use: {
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args },
  },
  projects: [
    // Colours are measured as they stay, not on their way from one theme to the other.
    {
      name: 'once',
      use: { ...desktop, contextOptions: { reducedMotion: 'reduce' } },
      testMatch: once,
    },
    { name: 'hydrated desktop', use: desktop, testIgnore: once },
    { name: 'html desktop', use: { ...desktop, javaScriptEnabled: false }, testIgnore: [once, hydrated] },
    { name: 'hydrated phone', use: phone, testIgnore: once },
    { name: 'html phone', use: { ...phone, javaScriptEnabled: false }, testIgnore: [once, hydrated] },
  ],
});
