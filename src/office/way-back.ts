import type { Lang } from '../config/langs.ts';
import { officeAddresses } from './addresses.ts';
import type { OfficeRequest } from './office-route.ts';

/** A path of the office behind its language: it leads nowhere else, whatever was typed. */
const PATH = /^(?:\/[\w-]+)+(?:\?[\w=&%.*+-]*)?$/;

/** Where somebody wanted to go before they were asked who they are. */
export function wayBack({ lang, query, form }: Pick<OfficeRequest, 'lang' | 'query' | 'form'>): string {
  const to = form.get('to') ?? query.get('to') ?? '';
  return officeAddresses.home(lang) + (PATH.test(to) ? to : '');
}

/** What a link of the office is behind its language: what its other languages share, and by which one comes back (`wayBack`). */
export function behindHome(lang: Lang, link: string): string {
  return link.slice(officeAddresses.home(lang).length);
}
