// Contrast of every pair of colours that meets, in each theme, by WCAG 2.2's formula.
// Run: node --test style/contrast.test.mjs
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const css = readFileSync(new URL('tokens/color.css', import.meta.url), 'utf8')
  .replaceAll(/\/\*[^]*?\*\//g, '');

/** Tokens of the rules whose selector list contains `selector`, as `[light, dark]`. */
function tokens(selector) {
  const found = {};
  for (const [, selectors, body] of css.matchAll(/([^{}]+)\{([^{}]+)\}/g)) {
    if (!selectors.split(/,\s*(?![^(]*\))/).some(each => each.trim() === selector)) continue;
    for (const [, name, value] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
      const both = value.match(/^light-dark\((#\w+), (#\w+)\)$/);
      found[name] = both ? both.slice(1) : [value, value];
    }
  }
  return found;
}

function luminance(hex) {
  const short = hex.slice(1);
  const full = short.length === 3 ? [...short].map(digit => digit + digit).join('') : short;
  const [red, green, blue] = [0, 2, 4].map(at => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['surface', 'surface-raised', 'surface-floating', 'surface-sunken', 'surface-hover'];
const softs = ['accent-soft', 'positive-soft', 'caution-soft', 'negative-soft', 'info-soft'];
const inks = ['positive', 'caution', 'negative', 'info'];

/** `[foreground, background, at least]`. */
const pairs = [
  ...[...grounds, ...softs].map(ground => ['text', ground, 7]),
  ...[...grounds, ...softs].map(ground => ['text-quiet', ground, 4.5]),
  ...[...grounds, 'accent-soft'].map(ground => ['accent-ink', ground, 4.5]),
  ...inks.flatMap(ink => [...grounds, `${ink}-soft`].map(ground => [ink, ground, 4.5])),
  ['accent-text', 'accent', 4.5],
  ['accent-text', 'accent-hover', 4.5],
  ['negative-text', 'negative-fill', 4.5],
  ['behalf-text', 'behalf', 7],
  ['bar-text', 'bar', 7],
  // What shows a control or its state: 3 : 1 (WCAG 1.4.11).
  ...['surface', 'surface-raised', 'surface-floating', 'surface-sunken']
    .map(ground => ['line-control', ground, 3]),
  ['accent', 'surface', 3],
  // Parts of a chart, on the page and on a card.
  ...['mark-yellow', 'mark-purple', 'info', 'text-quiet']
    .flatMap(part => [[part, 'surface', 3], [part, 'surface-raised', 3]]),
  ['accent', 'surface-raised', 3],
  ['accent', 'accent-soft', 3],
];

const more = ':root[data-theme="contrast"]';
let least = { ratio: Infinity };

for (const surface of ['partner-center', 'admin-center', 'back-office']) {
  const normal = { ...tokens(':root'), ...tokens(`[data-surface="${surface}"]`) };
  const themes = { normal, contrast: { ...normal, ...tokens(more) } };
  for (const [theme, colours] of Object.entries(themes)) {
    for (const [index, scheme] of ['light', 'dark'].entries()) {
      test(`${surface}, ${theme}, ${scheme}`, () => {
        for (const [front, back, wanted] of pairs) {
          const ratio = contrast(colours[front][index], colours[back][index]);
          if (wanted >= 4.5 && ratio < least.ratio) least = { ratio, front, back, surface, scheme };
          assert.ok(ratio >= wanted, `${front} on ${back}: ${ratio.toFixed(2)}, wanted ${wanted}`);
        }
      });
    }
  }
}

test('the system’s wish for contrast and the choice of it look alike', () => {
  const asked = ':root:not([data-theme="light"], [data-theme="dark"])';
  assert.ok(Object.keys(tokens(more)).length > 10);
  assert.deepEqual(tokens(asked), tokens(more));
});

process.on('exit', () => {
  const { ratio, front, back, surface, scheme } = least;
  console.log(`${pairs.length} pairs; least for text: ${front} on ${back}, ${surface}, ${scheme}: ${ratio.toFixed(2)}`);
});
