import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionAddresses } from '../../src/actions/addresses.ts';
import { dropCached } from '../../src/database/memory-cache.ts';
import { sealLink } from '../../src/sealing/mailed-link.ts';
import { DAY, FIRST, moveCampaign } from '../support/campaigns.ts';
import { offer } from '../support/offer.ts';
import { addresseeWithMail } from '../support/representatives.ts';
import { secretPages } from '../support/secret-pages.ts';
import { type Site, startSite } from '../support/site.ts';
import { type Page, Supporter } from '../support/supporter.ts';

let site: Site;
let supporter: Supporter;
let minister: string;
beforeAll(async () => {
  site = await startSite({}, { work: false });
  supporter = new Supporter(site);
  minister = await addresseeWithMail(site, 'foreign-minister', 'minister@gov.example');
});
afterAll(() => site?.stop());

/** The fields to which the summary of what is wrong leads. */
const summed = ({ text }: Page) =>
  [...(/role="alert".*?<\/ul>/s.exec(text)?.[0] ?? '').matchAll(/href="#([\w-]+)"/g)].map(([, field]) => field);

/** The fields beside which something stands of what is wrong. */
const beside = ({ text }: Page) => [...text.matchAll(/id="([\w-]+)-(?:error|note)"/g)].map(([, field]) => field);

describe('what is wrong with a form is told at once, on top and beside each field,', () => {
  it('of a letter, also where its text is too long with as many personal words as may be', async () => {
    const why = `${'It matters very much to me. '.repeat(60)}`;
    const body = '[why this matters to me] Justice. '.padEnd(4_900, 'Words of my own. ');
    const page = await supporter.writesTo([minister], { email: 'nobody', name: '', subject: '', why, body });
    expect(page.status).toBe(422);
    expect(new Set(summed(page))).toEqual(new Set(['why', 'subject', 'body', 'name', 'email']));
    expect(new Set(beside(page))).toEqual(new Set(['why', 'subject', 'body', 'name', 'email']));
  });

  it('of what an addressee asks', async () => {
    const { addressee } = await secretPages(site.running.app);
    const page = await supporter.posts(`/en${addressee}`, [['address', 'office@']]);
    expect([summed(page), beside(page)]).toEqual([
      ['kind', 'address'],
      ['kind', 'address'],
    ]);
  });

  it('of a server to share on, which is a page with an error in its title', async () => {
    const page = await supporter.posts(`/en/campaigns/${FIRST}/share`, [['server', 'no server']]);
    expect([page.status, summed(page), beside(page)]).toEqual([422, ['server'], ['server']]);
    expect(page.text).toContain('<title>Error: ');
    expect(page.text).toContain('value="no server"');
  });
});

describe('a letter that can’t be confirmed any more', () => {
  it('is given back to its writer once its campaign has closed', async () => {
    const { app } = site.running;
    const how = { kind: 'letter', body: 'My uncle never came home.' } as const;
    const campaign = app.database.selectFrom('campaigns').select('id').where('slug', '=', FIRST);
    const { supporterKey, id } = await offer(app, (await campaign.executeTakeFirstOrThrow()).id, supporter.email, how);
    const link = actionAddresses.confirm('en', sealLink(app.keys, 'confirm', supporterKey, id));
    expect((await supporter.opens(link)).status).toBe(200);
    await moveCampaign(app.database, FIRST, { opens: -2 * DAY, closes: -1 });
    dropCached();
    const page = await supporter.opens(link);
    expect([page.status, page.text.includes('My uncle never came home.')]).toEqual([410, true]);
  });
});
