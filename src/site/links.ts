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
  checkMail: (lang: Lang, slug: string, to?: string) =>
    `/${lang}/campaigns/${slug}/check-your-mail${to === undefined ? '' : `?to=${to}`}`,
  confirm: (lang: Lang, token: string) => `/${lang}/confirm/${token}`,
  status: (lang: Lang, token: string) => `/${lang}/status/${token}`,
  answer: (lang: Lang, token: string) => `/${lang}/answer/${token}`,
  myData: (lang: Lang) => `/${lang}/my-data`,
  myDataOpened: (lang: Lang, token: string) => `/${lang}/my-data/${token}`,
  officeRequest: (lang: Lang, token: string) => `/${lang}/offices/${token}`,
  officeProof: (lang: Lang, token: string) => `/${lang}/offices/confirm/${token}`,
  /** Where a new link is had by mail, in place of one that has ended. */
  renewLink: (lang: Lang, purpose: string, token: string) => `/${lang}/renew/${purpose}/${token}`,
  record: (lang: Lang, on?: string) => `/${lang}/record${search({ on })}`,
  situation: (lang: Lang, slug: string, on?: string) => `/${lang}/record/situations/${slug}${search({ on })}`,
  case: (lang: Lang, slug: string, on?: string) => `/${lang}/record/cases/${slug}${search({ on })}`,
  participant: (lang: Lang, of: string, person: string, on?: string) =>
    `/${lang}/record/cases/${of}/${person}${search({ on })}`,
  /** All of somebody's cases. */
  person: (lang: Lang, slug: string, on?: string) => `/${lang}/record/people/${slug}${search({ on })}`,
  figures: (lang: Lang, on?: string) => `/${lang}/record/figures${search({ on })}`,
  figure: (lang: Lang, id: string, on?: string) => `/${lang}/record/figures/${id}${search({ on })}`,
  victims: (lang: Lang, on?: string) => `/${lang}/record/victims${search({ on })}`,
  states: (lang: Lang, query: Readonly<Record<string, string | undefined>> = {}) => `/${lang}/states${search(query)}`,
  state: (lang: Lang, iso3: string, on?: string) => `/${lang}/states/${iso3}${search({ on })}`,
  drawing: (lang: Lang, name: string, kind: 'svg' | 'png' | 'csv', on?: string) =>
    `/${lang}/drawings/${name}.${kind}${search({ on })}`,
  learn: (lang: Lang, slug: string, on?: string) => `/${lang}/learn/${slug}${search({ on })}`,
  changes: (lang: Lang) => `/${lang}/changes`,
  data: (lang: Lang) => `/${lang}/data`,
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
