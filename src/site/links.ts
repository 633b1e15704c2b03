import type { Lang } from '../locales/langs.ts';

/** Every public address that pages link to. `src/routes.ts` answers them. */
export const links = {
  home: (lang: Lang) => `/${lang}`,
  campaign: (lang: Lang, slug: string) => `/${lang}/campaigns/${slug}`,
  /** Choosing an office-holder, then (with `to`) writing. */
  write: (lang: Lang, slug: string, query: { state?: string | undefined; to?: readonly string[] | undefined } = {}) =>
    `/${lang}/campaigns/${slug}/write${search({ state: query.state, to: query.to })}`,
  print: (lang: Lang, slug: string) => `/${lang}/campaigns/${slug}/print`,
  join: (lang: Lang, slug: string) => `/${lang}/campaigns/${slug}/join`,
  share: (lang: Lang, slug: string) => `/${lang}/campaigns/${slug}/share`,
  checkMail: (lang: Lang, slug: string) => `/${lang}/campaigns/${slug}/check-your-mail`,
  confirm: (lang: Lang, token: string) => `/${lang}/confirm/${token}`,
  status: (lang: Lang, token: string) => `/${lang}/status/${token}`,
  answer: (lang: Lang, token: string) => `/${lang}/answer/${token}`,
  myData: (lang: Lang) => `/${lang}/my-data`,
  myDataOpened: (lang: Lang, token: string) => `/${lang}/my-data/${token}`,
  officeRequest: (lang: Lang, token: string) => `/${lang}/offices/${token}`,
  officeProof: (lang: Lang, token: string) => `/${lang}/offices/confirm/${token}`,
  privacy: (lang: Lang) => `/${lang}/privacy`,
  logo: (kind: 'svg' | 'png') => `/brand/united-by-common-bonds.${kind}`,
} as const;

function search(values: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const item of typeof value === 'string' ? [value] : (value ?? [])) query.append(name, item);
  }
  const text = query.toString();
  return text && `?${text}`;
}
