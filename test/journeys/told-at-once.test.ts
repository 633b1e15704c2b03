import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionAddresses } from '../../src/actions/addresses.ts';
import { langs } from '../../src/config/langs.ts';
import { dropCached } from '../../src/database/memory-cache.ts';
import { words } from '../../src/locales/words.ts';
import { sealLink } from '../../src/sealing/mailed-link.ts';
import { DAY, FIRST, moveCampaign } from '../support/campaigns.ts';
import { offer } from '../support/offer.ts';
import { addresseeWithMail } from '../support/representatives.ts';
import { secretPages } from '../support/secret-pages.ts';
import { type Site, startSite } from '../support/site.ts';
import { fieldValue, type Page, Supporter } from '../support/supporter.ts';

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

  it.each(langs)('of a letter in %s, also where a field is far too long, which comes back whole', async (lang) => {
    const body = `<b>"${'Words of my own. '.repeat(2_000)}`;
    const page = await new Supporter(site, { lang }).writesTo([minister], { email: 'nobody', name: '', body });
    expect([page.status, summed(page), beside(page)]).toEqual([
      422,
      ['body', 'name', 'email'],
      ['body', 'name', 'email'],
    ]);
    expect(page.text).toContain(words(lang).t('site.wrong.long', { most: 5_000, now: body.length }));
    expect(fieldValue(page.text, 'body')).toBe(body);
  });

  it('of a letter in another language: what is far too long has to fit first, and nothing of it is lost', async () => {
    const why = 'Because. '.repeat(2_000);
    const page = await supporter.posts(`/fr/campaigns/${FIRST}/write`, [
      ['state', 'KEN'],
      ['to', minister],
      ['why', why],
      ['body', 'Justice.'],
      ['speak', '1'],
    ]);
    expect([page.status, summed(page), fieldValue(page.text, 'why')]).toEqual([422, ['why'], why]);
    expect(page.text).toContain('<input type="hidden" name="body" value="Justice."/>');
  });

  it('of who joins, also where a field is far too long', async () => {
    const organisation = 'Friends of justice '.repeat(100);
    const page = await supporter.posts(`/en/campaigns/${FIRST}/join`, [
      ['state', 'KEN'],
      ['name', ''],
      ['email', 'nobody'],
      ['kind', 'public'],
      ['organisation', organisation],
      ['news', '1'],
    ]);
    expect([page.status, summed(page), beside(page)]).toEqual([
      422,
      ['name', 'email', 'organisation'],
      ['name', 'email', 'organisation'],
    ]);
    expect(fieldValue(page.text, 'organisation')).toBe(organisation);
    expect(/name="news"[^>]*checked|checked[^>]*name="news"/.test(page.text)).toBe(true);
  });

  it('of what an addressee asks, also where it is far too long', async () => {
    const { addressee } = await secretPages(site.running.app);
    const asked = 'Please. '.repeat(400);
    const page = await supporter.posts(`/en${addressee}`, [
      ['address', 'office@'],
      ['words', asked],
    ]);
    expect([summed(page), fieldValue(page.text, 'words')]).toEqual([['kind', 'address', 'words'], asked]);
    expect(beside(page)).toEqual(['kind', 'address', 'words']);
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
