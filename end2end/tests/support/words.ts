import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The product's languages, as browsers and its own files name them. */
export type Language = 'en' | 'fr' | 'zh-CN';

export const languages: Language[] = ['zh-CN', 'fr', 'en'];

type Args = Record<string, string | number>;

const locales = resolve('../locales');

/** Whatever the product says, by the id of the message. */
export class Words {
  private static readonly known = new Map<Language, Words>();

  private constructor(
    readonly language: Language,
    private readonly messages: Map<string, string>,
  ) {}

  static in(language: Language) {
    const known = Words.known.get(language);
    if (known) return known;
    const folder = join(locales, language);
    const files = readdirSync(folder).filter(name => name.endsWith('.ftl'));
    const texts = files.map(name => readFileSync(join(folder, name), 'utf8'));
    const words = new Words(language, parse(texts.join('\n')));
    Words.known.set(language, words);
    return words;
  }

  /** The message `id`, with its arguments as the page shows them. */
  say(id: string, args: Args = {}) {
    const message = this.messages.get(id);
    if (message === undefined) throw new Error(`no message ${id} in ${this.language}`);
    return fill(message, args, this.language);
  }

  /** The message `id` as a pattern that fits whatever its arguments are. */
  like(id: string) {
    const message = this.messages.get(id) ?? '';
    const parts = message.split(/\{\s*\$\w+\s*\}/).map(part => part.trim()).filter(Boolean);
    const escaped = parts.map(part => {
      const spaces = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return spaces.replace(/\s+/g, '\\s+');
    });
    return new RegExp(escaped.join('.*'));
  }
}

/** Messages by id: one line each, or as many as are indented. */
function parse(text: string) {
  const messages = new Map<string, string>();
  let id: string | undefined;
  for (const line of text.split('\n')) {
    const begun = /^([a-z][\w-]*)\s*=\s?(.*)$/.exec(line);
    if (begun) {
      id = begun[1];
      messages.set(id, begun[2]);
    } else if (id && /^[ }]/.test(line)) {
      messages.set(id, `${messages.get(id)}\n${line}`);
    } else {
      id = undefined;
    }
  }
  return messages;
}

/** A message with its arguments, and of a plural the form that fits. */
function fill(message: string, args: Args, language: Language) {
  const chosen = /^\{\s*\$(\w+)\s*->\n?([\s\S]*)\}\s*$/.exec(message);
  let text = message;
  if (chosen) {
    const count = Number(args[chosen[1]]);
    const forms = [...chosen[2].matchAll(/^\s*(\*)?\[([^\]]+)\]\s?(.*)$/gm)];
    const category = new Intl.PluralRules(language).select(count);
    const form =
      forms.find(form => form[2].trim() === String(count)) ??
      forms.find(form => form[2].trim() === category) ??
      forms.find(form => form[1]);
    text = form?.[3] ?? '';
  }
  return text.replace(/\{\s*\$(\w+)\s*\}/g, (_, name: string) => {
    if (!(name in args)) throw new Error(`the message needs $${name}: ${text}`);
    return String(args[name]);
  });
}
