import { inLanguage } from '../http/address.ts';
import type { NavigationEntry, View } from '../http/view.ts';

/** What `aria-current` says of a link from every page: that it leads to this page, that this page stands below it, or nothing. */
export function placeOf({ link, holds = [] }: NavigationEntry, { lang, path }: View): 'page' | 'true' | undefined {
  const here = withoutQuery(inLanguage(lang, path));
  const own = withoutQuery(link(lang, undefined));
  if (here === own) return 'page';
  // The first page has every other below it.
  const below = own !== inLanguage(lang, '') && here.startsWith(`${own}/`);
  return below || holds.some(({ pattern }) => isWithin(pattern, here)) ? 'true' : undefined;
}

/** Whether an address is a pattern's, or stands below it. */
function isWithin(pattern: string, address: string): boolean {
  const parts = address.split('/');
  return pattern.split('/').every((part, at) => (part.startsWith(':') ? parts[at] !== undefined : parts[at] === part));
}

function withoutQuery(address: string): string {
  return address.split('?', 1)[0] ?? '';
}
