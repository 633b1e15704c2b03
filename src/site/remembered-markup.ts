import { LRUCache } from 'lru-cache';
import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { View } from '../http/view.ts';

const MOST = 400;
/** By whose navigation it has: a site started anew, or another in the same process, draws its own. */
const known = new WeakMap<View['navigation'], LRUCache<string, string>>();

/**
 * Markup that stands the same on many pages, or on one page that is rendered often, for `dangerouslySetInnerHTML`.
 * @param key names all that it is made of, beside the language, the site's operator and its navigation
 */
export function rememberedMarkup(
  { navigation, lang, operator }: View,
  key: string,
  draw: () => VNode,
): { __html: string } {
  const ofSite = known.get(navigation) ?? new LRUCache<string, string>({ max: MOST });
  known.set(navigation, ofSite);
  const whole = JSON.stringify([lang, operator, key]);
  const markup = ofSite.get(whole) ?? renderToStaticMarkup(draw());
  ofSite.set(whole, markup);
  return { __html: markup };
}
