import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../config/root.ts';

const sheet = readFileSync(join(root, 'src/site/styles/tokens.css'), 'utf8');
const [light = '', dark = ''] = sheet.split('prefers-color-scheme');

function colours(part: string): Map<string, string> {
  return new Map([...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]));
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('the colours by %s', (_name, palette) => {
  it.each([
    ['ink', 'paper', 7],
    ['quiet', 'paper', 4.5],
    ['quiet', 'wash', 4.5],
    ['link', 'paper', 4.5],
    ['wrong', 'paper', 4.5],
    ['act', 'paper', 4.5],
    ['act-ink', 'act', 4.5],
    ['bar-ink', 'bar', 7],
    ['ink', 'wash', 7],
    ['lapis', 'paper', 3],
    ['jade', 'paper', 3],
    ['slate', 'paper', 3],
    ['ochre', 'paper', 3],
    ['rose', 'paper', 3],
  ])('%s stands out from %s', (front, back, least) => {
    expect(contrast(palette.get(front) ?? '', palette.get(back) ?? '')).toBeGreaterThanOrEqual(least);
  });
});
