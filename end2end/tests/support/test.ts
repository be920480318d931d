import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

/** A page that must stay silent: any console message, uncaught error or failed request fails the test. */
export const test = base.extend<{ allowedStatus: number[] }>({
  /** Statuses from 400 on that a test provokes on purpose. */
  allowedStatus: [[], { option: true }],
  page: async ({ page, allowedStatus }, use) => {
    const said: string[] = [];
    page.on('console', message => {
      // The browser itself reports an answer that the test has provoked.
      const provoked = allowedStatus.some(status => message.text().includes(`status of ${status}`));
      if (!provoked) said.push(message.text());
    });
    page.on('pageerror', error => said.push(error.message));
    page.on('response', answer => {
      if (answer.status() >= 400 && !allowedStatus.includes(answer.status())) {
        said.push(`${answer.status()} ${answer.url()}`);
      }
    });
    await use(page);
    expect(said, 'the console stays silent and nothing fails').toEqual([]);
  },
});

/** Checks the page as it is now against WCAG 2.2 AA. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes[0]?.html}`);
  expect(found).toEqual([]);
}

/** Resolves once the page has woken; without JavaScript, at once. */
export async function awake(page: Page, javaScriptEnabled: boolean | undefined) {
  if (javaScriptEnabled === false) return;
  await page.waitForFunction(() => document.documentElement.hasAttribute('data-awake'));
}

export { expect };
