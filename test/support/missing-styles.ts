import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { roomFolder } from '../../src/config/room-folder.ts';
import { rooms } from '../../src/rooms.ts';

const sheets = [
  ...['tokens', 'base', 'frame', 'forms', 'media'].map((name) => join(roomFolder('site'), 'styles', `${name}.css`)),
  ...rooms.flatMap(({ name, styles = [] }) => styles.map((sheet) => join(roomFolder(name), sheet))),
];
/** Every rule that anything on the site is drawn by. */
const whole = sheets.map((path) => readFileSync(path, 'utf8')).join('\n');

/** The rules of the whole site's sheet that match something in a page which does not carry them, as the browser itself reads both. */
export function missingStyles(page: Page): Promise<string[]> {
  return page.evaluate((text) => {
    type Written = { readonly under: string; readonly selector: string };
    const written = (rules: CSSRuleList, under = ''): Written[] =>
      [...rules].flatMap((rule) => {
        if (rule instanceof CSSMediaRule) return written(rule.cssRules, rule.conditionText);
        if (!(rule instanceof CSSStyleRule)) return [];
        return rule.selectorText.split(/,(?![^(]*\))/).map((selector) => ({ under, selector: selector.trim() }));
      });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const key = ({ under, selector }: Written) => `${under} ${selector}`;
    const carried = new Set([...document.styleSheets].flatMap((one) => written(one.cssRules)).map(key));
    const matches = ({ selector }: Written) => {
      const atTimes =
        /::[a-z-]+|:not\(:(hover|focus|target)\)|:(hover|focus|focus-visible|focus-within|target)(?![\w-])/g;
      return document.querySelector(selector.replace(atTimes, ':is(*)')) !== null;
    };
    return written(sheet.cssRules)
      .filter((rule) => !carried.has(key(rule)) && matches(rule))
      .map(key);
  }, whole);
}
