/** The languages of the public site. BCP 47. */
export const langs = ['en', 'fr', 'es', 'ar'] as const;
export type Lang = (typeof langs)[number];

/** Names of the languages in themselves. */
export const endonyms: Readonly<Record<Lang, string>> = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' };

/** In which digits Arabic may be written: 0–9, or ٠–٩. */
export const arabicDigits = ['latin', 'arabic-indic'] as const;
export type ArabicDigits = (typeof arabicDigits)[number];

export function isLang(word: string): word is Lang {
  return (langs as readonly string[]).includes(word);
}

export function direction(lang: Lang): 'ltr' | 'rtl' {
  return lang === 'ar' ? 'rtl' : 'ltr';
}

/** The best of our languages for an Accept-Language header (RFC 9110 section 12.5.4); English where none fits. */
export function preferredLang(header: string | undefined): Lang {
  const wishes = (header ?? '')
    .split(',')
    .map((item) => {
      const [tag = '', ...rest] = item.trim().toLowerCase().split(';');
      const q = rest.map((part) => /^\s*q=([\d.]+)/.exec(part)?.[1]).find(Boolean);
      return { tag: tag.split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ tag, weight }) => isLang(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const best = wishes[0]?.tag;
  return best && isLang(best) ? best : 'en';
}
