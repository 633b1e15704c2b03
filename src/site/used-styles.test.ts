import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { roomFolder } from '../config/room-folder.ts';
import { GIVEN_BY_SCRIPTS, setStyles, stylesOf } from './styles.ts';
import { namesIn, takeApart, usedBy } from './used-styles.ts';

const used = (css: string, html: string, also: readonly string[] = []) => usedBy(takeApart(css), namesIn(html, also));

describe('what a page uses of the style sheet', () => {
  const page = '<main class="read b"><p class="note">a</p></main>';

  it.each([
    ['p{a:b}', 'p{a:b}'],
    ['dl{a:b}', ''],
    ['.note{a:b}.gone{c:d}', '.note{a:b}'],
    ['.note,.gone,dl .note{a:b}', '.note{a:b}'],
    ['.read>.note:not(.gone):hover{a:b}', '.read>.note:not(.gone):hover{a:b}'],
    [':is(.gone,.other) p::before{a:b}', ':is(.gone,.other) p::before{a:b}'],
    ['main>:has(>:target){a:b}', 'main>:has(>:target){a:b}'],
    ['[open]>p[dir=rtl]{a:b}[open]>summary{a:b}', '[open]>p[dir=rtl]{a:b}'],
    [':root{--ink:#000}*,::before{a:b}', ':root{--ink:#000}*,::before{a:b}'],
    ['@media print{.gone{a:b}p{c:d}}@media print{.gone{a:b}}', '@media print{p{c:d}}'],
    ['@media (min-width:48rem){@font-face{src:url(/a)}}', '@media (min-width:48rem){@font-face{src:url(/a)}}'],
  ])('of %s it carries %s', (css, carried) => {
    expect(used(css, page)).toBe(carried);
  });

  it('carries what scripts give to its parts', () => {
    expect(used('.hint{a:b}.err.num{c:d}', page, ['hint', 'err', 'num'])).toBe('.hint{a:b}.err.num{c:d}');
  });

  it('finds every element and class that is rendered, whatever stands in its values', () => {
    const hostile = { title: 'a > b class="gone" <i class=\'gone\'>', className: 'note  read' };
    const html = renderToStaticMarkup(createElement('p', hostile, '<b class="gone">', createElement('br', null)));
    expect(namesIn(html, [])).toEqual(new Set(['p', 'br', '.note', '.', '.read']));
  });

  it('of a sheet that is cut short nothing is guessed', () => {
    expect(() => takeApart('p{a:b')).toThrow('has no end');
  });
});

describe('what a page carries', () => {
  const table = '<table class="b a"><tr><td>a</td></tr></table>';

  it('is worked out once for pages of the same elements and classes, in whatever order', () => {
    const known = stylesOf(table);
    expect(stylesOf('<table class="a b"><tr><td>b</td><td>c</td></tr></table>')).toBe(known);
    expect(stylesOf('<table class="a b"><tr><th>b</th></tr></table>')).not.toBe(known);
  });

  it('is worked out again once pages draw from other sheets', () => {
    const known = stylesOf(table);
    setStyles([join(roomFolder('letters'), 'styles.css')]);
    expect(stylesOf(table)).not.toBe(known);
    setStyles([]);
  });
});

it('every class that a script of ours gives is carried', () => {
  const folder = join(roomFolder('site'), 'elements');
  const given = readdirSync(folder).flatMap((file) => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    const giving = lines.filter((line) => /className|classList|setAttribute\('class/.test(line));
    return giving.flatMap((line) => [...line.matchAll(/'([^']+)'/g)].flatMap(([, names = '']) => names.split(' ')));
  });
  expect(given).not.toHaveLength(0);
  expect(GIVEN_BY_SCRIPTS).toEqual([...new Set(given)].sort());
});
