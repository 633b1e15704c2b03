import { afterAll, beforeAll } from 'vitest';
import { OfficeBrowser } from './office-browser.ts';
import { type Site, startSite } from './site.ts';
import { signedInAs } from './staff.ts';

export const LIST = '/office/en/record';
export const ADD_ACT = `${LIST}/add/treaty-acts`;

export type Typed = Readonly<Record<string, string>>;

/** What somebody knows a treaty act by. */
export const seen = { source: 'UN, depositary notification https://treaties.example/cn', standing: 'seen' };
/** Fiji, of which the record has no act on the agreement. */
export const joins = { iso3: 'FJI', treaty: 'apic', act: 'accession', date: '2026-03-02', ...seen };

export const hidden = (name: string, { page }: OfficeBrowser) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
export const rowsOn = ({ page }: OfficeBrowser) =>
  [...page.matchAll(/<a id="row-([^"]+)"/g)].map(([, id]) => String(id));

/** Looks at what a form would change, and records it. */
export async function goes(browser: OfficeBrowser, path: string, typed: Typed, why = 'Deposited in March') {
  await browser.post(path, typed);
  const carried = { looked: hidden('looked', browser), was: hidden('was', browser) };
  return browser.post(path, { ...typed, ...carried, why, step: 'go' });
}

/** A site with two who keep the record, an editor, a moderator and a campaigner, for the tests of one file. */
export function startDesk() {
  let site: Site;
  const browser = () => new OfficeBrowser(() => site.url);
  const [lina, omar, rosa, moses, chloe] = [browser(), browser(), browser(), browser(), browser()] as const;
  const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
  beforeAll(async () => {
    site = await startSite({}, { work: false });
    for (const [one, name, role] of [
      [lina, 'Lina H.', 'record-keeper'],
      [omar, 'Omar T.', 'record-keeper'],
      [rosa, 'Rosa M.', 'editor'],
      [moses, 'Moses O.', 'moderator'],
      [chloe, 'Chloe D.', 'campaigner'],
    ] as const)
      one.cookies.set('office', (await signedInAs(site.running.app, name, role)).token);
  });
  afterAll(() => site.stop());
  return {
    ...{ lina, omar, rosa, moses, chloe, query },
    revisions: async () => (await query('SELECT max(id) AS id FROM revisions'))[0].id as number,
    onRecord: async (file: string, like: string): Promise<string[]> =>
      (
        await query(
          `SELECT key FROM facts WHERE file = '${file}' AND key LIKE '${like}' AND until IS NULL ORDER BY key`,
        )
      ).map(({ key }) => key),
    publicPage: async (path: string) => (await fetch(site.url + path)).text(),
  };
}
