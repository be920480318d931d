import type { Page } from '@playwright/test';
import { awake, expect, texts } from './test';
import type { Words } from './words';

/** The page on which offers are pinned, as somebody uses it. */
export class PinBoard {
  constructor(
    readonly page: Page,
    private readonly words: Words,
    /** Without script every step is saved at once. */
    readonly hydrated: boolean,
  ) {}

  static readonly address = '/settings/catalog';

  async open() {
    await this.page.goto(PinBoard.address);
    await this.ready();
  }

  async ready() {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(
      this.words.say('catalogue-customize'),
    );
    await awake(this.page, this.hydrated);
    // This field is only there once this part of the page has woken too.
    const search = this.page.getByLabel(this.words.say('catalogue-available-search'));
    if (this.hydrated) await expect(search).toBeVisible();
  }

  /** The five places. */
  get slots() {
    const slots = this.page.getByRole('region', { name: this.words.say('catalogue-slots'), exact: true });
    return slots.getByRole('listitem');
  }

  /** Names of what is pinned, in order. */
  async pinned() {
    const empty = this.words.like('catalogue-slot-empty');
    return (await texts(this.slots)).filter(text => !empty.test(text));
  }

  /** Waits until these are pinned, in this order. */
  async expectPinned(names: string[]) {
    await expect.poll(() => this.pinned()).toEqual(names);
  }

  /** The offer with `code` among those that can be pinned. */
  offer(code: string) {
    const offers = this.page.getByRole('region', { name: this.words.say('catalogue-available'), exact: true });
    const exact = this.page.getByText(code, { exact: true });
    return offers.getByRole('listitem').filter({ has: exact });
  }

  async nameOf(code: string) {
    const text = await this.offer(code).getByText(code).locator('..').innerText();
    return text.replace(code, '').replace(/\s+/g, ' ').trim();
  }

  async pin(code: string) {
    await this.offer(code).getByRole('button').click();
  }

  step(verb: 'up' | 'down' | 'remove', offer: string) {
    const name = this.words.say(`catalogue-slot-${verb}`, { offer });
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The button that saves, for those who must press it. */
  get save() {
    return this.page.getByRole('button', { name: this.words.say('save'), exact: true });
  }

  /** Saves what was done, unless every step has been saved already. */
  async finish() {
    if (this.hydrated) await this.save.click();
    await expect(this.page.getByText(this.words.say('done-pins-saved'))).toBeVisible();
  }
}
