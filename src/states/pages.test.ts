import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../../test/support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const get = (path: string) => fetch(`${site.url}${path}`, { redirect: 'manual' });
const text = async (path: string) => (await (await get(path)).text()).replace(/<!-- -->/g, '');

describe('the page of a state', () => {
  it('says since when the Statute binds it, not when a notice was taken back', async () => {
    const [, row = ''] = /<dt>Rome Statute<\/dt><dd>([\s\S]*?)<\/dd>/.exec(await text('/en/states/HUN')) ?? [];
    expect(row).toMatch(/^Party · since 1 July 2002/);
    expect(row).not.toContain('29 May 2026');
  });

  it('says of a law that it was enacted, which is not that it is in force', async () => {
    const page = await text('/en/states/KEN');
    expect(page).toContain('Enacted · 2008');
    expect(page).toContain('"@type":"Legislation"');
    expect(page).not.toContain('LegalForce');
  });
});
