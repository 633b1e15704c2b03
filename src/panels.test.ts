import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeboard } from '../test/fixtures/rooms/noticeboard/room.ts';
import { fetchAll } from '../test/support/fetch-all.ts';
import { type Measured, measured } from '../test/support/measured-panels.ts';
import { migrationOf, storeNotices } from '../test/support/noticeboard.ts';
import { showName } from '../test/support/offer-name.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { pathsInSitemap } from '../test/support/surfaces.ts';
import type { Lang } from './config/langs.ts';
import { rooms } from './rooms.ts';

const shown: Measured[] = [];
const all = [...rooms, noticeboard];

let site: Site;
beforeAll(async () => {
  const measuring = all.map((room) => measured(room, (one) => shown.push(one)));
  site = await startSite({}, { rooms: measuring, tables: migrationOf(noticeboard), work: false });
  await storeNotices(site.running.app.database, 12_345);
  await showName(site.running.app, 'Amina K.');
});
afterAll(() => site.stop());

/** What an address shows of panels. */
async function panelsOn(path: string): Promise<readonly Measured[]> {
  shown.length = 0;
  await fetchAll(site.url, [path]);
  return [...shown];
}

const langOf = (path: string) => path.split('/')[1] ?? '';
const placeOf = ({ room, place }: Measured) => `${room}, ${place}`;
/** Pages of one kind in one language differ in their last part. */
const kindOf = (path: string) =>
  `${path.split('/').length} ${path.slice(0, path.lastIndexOf('/', path.length - 1))} ${langOf(path)}`;

const tooLong = (panels: readonly Measured[]) =>
  panels
    .filter(({ bytes, most }) => bytes > most)
    .map(({ room, place, bytes, most }) => `${room}, ${place}: ${bytes} of ${most}`);

describe('what a room shows on pages of others', () => {
  it('is within the bytes that it states, on every page that shows it, in the language in which it is longest', async () => {
    const listed = await pathsInSitemap(site);
    const first = new Map(listed.toReversed().map((path) => [kindOf(path), path]));
    const tried: Measured[] = [];
    for (const path of first.values()) tried.push(...(await panelsOn(path)));
    const longest = Map.groupBy(tried, placeOf)
      .values()
      .map((all) => all.sort((a, b) => b.bytes - a.bytes)[0]?.lang);
    const langs = new Set(longest);
    const seen = [...tried];
    for (const path of listed) if (langs.has(langOf(path) as Lang)) seen.push(...(await panelsOn(path)));
    const stated = all.flatMap(({ name, panels = {} }) => Object.keys(panels).map((place) => `${name}, ${place}`));
    expect([...new Set(seen.map(placeOf))].sort()).toEqual(stated.sort());
    expect(seen.length).toBeGreaterThan(200);
    expect(tooLong(seen)).toEqual([]);
  });

  it('would be found if it were longer', async () => {
    const panels = await panelsOn('/en/states/KEN?on=2020-01-01');
    expect(panels.length).toBeGreaterThan(0);
    expect(tooLong(panels.map((one) => ({ ...one, most: one.bytes - 1 })))).toHaveLength(panels.length);
  });
});
