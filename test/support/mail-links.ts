import type { Room } from '../../src/room.ts';
import { routesOf } from '../../src/routes.ts';
import { answering, linksIn } from './links.ts';
import type { ReceivedMail } from './mail.ts';

/**
 * What mails lead to on a site that none of its routes answers, whatever they are about.
 * @param url the site's
 */
export function lostInMails(
  mails: readonly Pick<ReceivedMail, 'mail'>[],
  url: string,
  rooms: readonly Room[],
): string[] {
  const routes = [...routesOf(rooms), ...rooms.flatMap(({ office = [] }) => office)];
  const lost = mails.flatMap(({ mail: { subject = '', text = '', html } }) => {
    const parts = [
      { path: '/', type: 'text/plain', body: text },
      { path: '/', type: 'text/html', body: html || '' },
    ];
    const links = parts.flatMap((part) => linksIn(url, part));
    return links
      .filter((link) => answering(routes, link).length === 0)
      .map(({ pathname }) => `${subject} → ${pathname}`);
  });
  return [...new Set(lost)];
}
