import { type GetRoute, get } from './http/route.ts';
import { letterAddresses } from './letters/addresses.ts';
import { needsNoGate } from './publications/needs-no-gate.ts';
import { recordAddresses } from './record/addresses.ts';
import type { Room } from './room.ts';
import { siteAddresses } from './site/addresses.ts';

/** What programs that index may read (RFC 9309): links that people got by mail, and acts, are nobody's to index. */
export function robotsOf(rooms: readonly Room[]): GetRoute {
  const mailed = rooms.flatMap(({ routes = [] }) => routes.flatMap(({ path }) => beforeToken(path)));
  const drawings = recordAddresses.drawing.pattern.replace(':file', '');
  const closed = [...new Set(mailed), letterAddresses.write.pattern, drawings];
  const handle = needsNoGate('which addresses programs leave alone', async ({ app }) => ({
    kind: 'file',
    type: 'text/plain; charset=utf-8',
    tags: ['site'],
    body: [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${path.replace(/:\w+/g, '*')}`),
      // Every page for every day is a space without end.
      'Disallow: /*?*on=',
      `Sitemap: ${app.settings.PUBLIC_URL}${siteAddresses.sitemap()}`,
      '',
    ].join('\n'),
  }));
  return get(siteAddresses.robots, handle);
}

/** What stands before the secret of a mailed link. */
function beforeToken(path: string): string[] {
  const at = path.indexOf(':token');
  return at < 0 ? [] : [path.slice(0, at)];
}
