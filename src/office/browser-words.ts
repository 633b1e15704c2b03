import type { View } from '../http/view.ts';
import type { Words } from '../locales/words.ts';

/** What browsers and systems are called, by what is kept of them; the first that fits is it. */
const browsers = [
  ['edge', /\bEdgA?\//, 'Edge'],
  ['opera', /\bOPR\//, 'Opera'],
  ['samsung', /\bSamsungBrowser\//, 'Samsung Internet'],
  ['firefox', /\b(?:Firefox|FxiOS)\//, 'Firefox'],
  ['chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  ['safari', /\bSafari\//, 'Safari'],
] as const;

const systems = [
  ['android', /\bAndroid\b/, 'Android'],
  ['ios', /\b(?:iPhone|iPad)\b/, 'iOS'],
  ['windows', /\bWindows\b/, 'Windows'],
  ['macos', /\bMac OS X\b/, 'macOS'],
  ['linux', /\b(?:Linux|X11|CrOS)\b/, 'Linux'],
] as const;

/** What is kept of how a browser calls itself: `firefox linux`; `other` for what is not known. */
export function browserWords(userAgent: string): string {
  const which = (known: readonly (readonly [string, RegExp, string])[]) =>
    known.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other';
  return `${which(browsers)} ${which(systems)}`;
}

/** The same for people: Firefox on Linux. */
export function browserName({ t }: Pick<View | Words, 't'>, words: string): string {
  const [browser, system] = words.split(' ');
  const name = browsers.find(([word]) => word === browser)?.[2] ?? t('office.browser.other');
  return t('office.browser', { browser: name, system: systems.find(([word]) => word === system)?.[2] ?? '?' });
}
