import { isLang, type Lang } from '../config/langs.ts';

/** What a row of a campaign's starting content is, by its key. */
export type Part =
  | { readonly kind: 'facts'; readonly campaign: string }
  | { readonly kind: 'times'; readonly campaign: string }
  | { readonly kind: 'place'; readonly campaign: string }
  | { readonly kind: 'plain-for'; readonly campaign: string }
  | { readonly kind: 'words'; readonly campaign: string; readonly lang: Lang }
  | { readonly kind: 'ask'; readonly campaign: string; readonly ask: string }
  | {
      readonly kind: 'ask-words' | 'conditional';
      readonly campaign: string;
      readonly ask: string;
      readonly lang: Lang;
    };

const join = (...names: readonly string[]) => names.join('/');

/** Keys: a row belongs to those whose keys its own begins with. */
export const keys = {
  facts: (campaign: string) => campaign,
  times: (campaign: string) => join(campaign, 'times'),
  place: (campaign: string) => join(campaign, 'place'),
  plainFor: (campaign: string) => join(campaign, 'plain-for'),
  words: (campaign: string, lang: Lang) => join(campaign, lang),
  ask: (campaign: string, ask: string) => join(campaign, 'asks', ask),
  askWords: (campaign: string, ask: string, lang: Lang) => join(campaign, 'asks', ask, lang),
  conditional: (campaign: string, ask: string, lang: Lang) => join(campaign, 'asks', ask, lang, 'conditional'),
} as const;

/** @throws Error where no campaign has such a row */
export function partOf(key: string): Part {
  const [campaign = '', what, ask, lang = '', last] = key.split('/');
  if (what === undefined) return { kind: 'facts', campaign };
  if (what === 'times' || what === 'place' || what === 'plain-for') return { kind: what, campaign } as Part;
  if (isLang(what)) return { kind: 'words', campaign, lang: what };
  if (what === 'asks' && ask !== undefined) {
    if (lang === '') return { kind: 'ask', campaign, ask };
    if (isLang(lang)) return { kind: last === undefined ? 'ask-words' : 'conditional', campaign, ask, lang };
  }
  throw new Error(`no campaign has a row ${key}`);
}
