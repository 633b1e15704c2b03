import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, FIRST, inState, storeCampaign, storeMember } from '../test/support/campaigns.ts';
import { addresseeWithMail } from '../test/support/representatives.ts';
import { type Site, startSite } from '../test/support/site.ts';
import { Supporter } from '../test/support/supporter.ts';
import { until } from '../test/support/until.ts';
import { SYSTEM } from './actors/actors.ts';
import { type Lang, langs } from './config/langs.ts';
import { words } from './locales/words.ts';
import { bar } from './publications/publications.ts';
import { stateInSentence } from './states/state-in-sentence.ts';
import { stateOf } from './states/states.ts';

const MEMBER = 'Lawyers of the Lake';
const DESK = 'desk@lake.example';
const OPERATOR = 'Test Coalition';

let site: Site;
let minister: string;
beforeAll(async () => {
  site = await startSite();
  const { database } = site.fresh;
  minister = await addresseeWithMail(site, 'justice-minister', 'minister@gov.example');
  const controller = await storeMember(database, MEMBER, DESK);
  for (const slug of ['lake', 'ended']) {
    const closes = slug === 'ended' ? { closes: -DAY } : {};
    await storeCampaign(database, slug, { opens: -2 * DAY, place: 1, ...closes, controller });
  }
  const unseen = await storeMember(database, 'Lawyers in Danger', 'desk@danger.example');
  await storeCampaign(database, 'coming', { ...inState.scheduled, controller: unseen });
  const id = await storeCampaign(database, 'danger', { ...inState.open, controller: unseen });
  const hidden = { id, kind: 'campaign', name: id, tags: ['campaigns'] };
  await bar(site.running.app.database, hidden, 'hidden', SYSTEM, 'somebody is in danger');
  await site.fresh.pool.query(`UPDATE states SET risk = 'closed' WHERE iso3 = 'PRK'`);
  await until('the process has heard of them', async () => (await read('/en/campaigns/lake')).includes(MEMBER));
});
afterAll(() => site.stop());

const read = async (path: string) => (await fetch(`${site.url}${path}`)).text();
const plain = (html: string) => html.replace(/<br\/?>/g, ' ').replace(/<[^>]+>/g, '');
const foot = (html: string) => plain(html.slice(html.indexOf('<footer'), html.indexOf('</footer>')));
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const runs = (lang: Lang, name: string, mail: string) => words(lang).t('controllers.runs', { name, mail });
const keeps = (lang: Lang) => words(lang).t('controllers.keepsSite', { operator: OPERATOR });

const pages = ['', '/share', '/join', '/join?state=FRA', '/join?state=PRK', '/write', '/write?state=FRA&aware=1'];
const general = ['', '/states/KEN', '/privacy', '/my-data', '/record', '/campaigns/nowhere'];

describe.each(langs)('in %s', (lang) => {
  it('a member’s pages say that it runs the campaign and answers, and who keeps the site', async () => {
    const closed = ['', '/share', '/join', '/write'].map((page) => `/campaigns/ended${page}`);
    for (const page of [...[...pages, '/check-your-mail'].map((one) => `/campaigns/lake${one}`), ...closed]) {
      const html = await read(`/${lang}${page}`);
      expect(foot(html), page).toContain(`${runs(lang, MEMBER, DESK)} ${keeps(lang)}`);
      expect(foot(html), page).not.toContain('desk@coalition.example');
      expect(plain(main(html)), page).toContain(words(lang).t('campaigns.of', { name: MEMBER }));
    }
  });

  it('the operator’s own say that it does, and no page of none says that it answers for all', async () => {
    for (const page of pages) {
      const html = await read(`/${lang}/campaigns/${FIRST}${page}`);
      expect(foot(html), page).toContain(runs(lang, OPERATOR, 'desk@coalition.example'));
      expect(html).not.toContain(MEMBER);
    }
    for (const page of general) {
      const footer = foot(await read(`/${lang}${page}`));
      expect(footer, page).toContain(words(lang).t('site.runBy', { name: OPERATOR, mail: 'desk@coalition.example' }));
      expect(footer, page).not.toContain(words(lang).t('controllers.runs', { name: OPERATOR, mail: '' }).slice(0, -3));
    }
  });

  it('lists and a state’s page say whose each campaign is', async () => {
    const of = words(lang).t('campaigns.of', { name: MEMBER });
    for (const page of ['', '/states/KEN', '/take-action'])
      expect(plain(main(await read(`/${lang}${page}`))), page).toContain(of);
  });

  it('who answers is written to where no name is asked, and the form says where the name is kept', async () => {
    for (const form of ['join', 'write'])
      expect(main(await read(`/${lang}/campaigns/lake/${form}?state=PRK`)), form).toContain(`mailto:${DESK}`);
    const form = plain(main(await read(`/${lang}/campaigns/lake/join?state=FRA`)));
    const france = await stateOf(site.fresh.database, 'FRA');
    if (!france) throw new Error('there is no FRA');
    const risk = (await site.fresh.pool.query(`SELECT risk FROM states WHERE iso3 = 'FRA'`)).rows[0]?.risk;
    const key = risk === 'open' ? 'pledges.sees.member.open' : 'pledges.kept.member';
    const said = words(lang).t(key, { controller: MEMBER, operator: OPERATOR, ...stateInSentence(lang, france) });
    expect(form).toContain(said.slice(0, said.indexOf(OPERATOR) + OPERATOR.length));
  });

  it('the page about people’s data names members whose campaigns are shown, and nobody else', async () => {
    const html = plain(main(await read(`/${lang}/privacy`)));
    const { t } = words(lang);
    expect(html).toContain(t('site.privacy.who.member', { name: MEMBER, mail: DESK, operator: OPERATOR }));
    expect(html).toContain(t('site.privacy.who.besides', { operator: OPERATOR, mail: 'desk@coalition.example' }));
    expect(html).not.toContain('Lawyers in Danger');
  });

  it('mails and the pages that they lead to say so too', async () => {
    const supporter = new Supporter(site, { lang, campaign: 'lake' });
    expect((await supporter.writesTo([minister])).status).toBe(200);
    const { mail } = await supporter.readsMail((one) => /\/confirm\//.test(one.mail.text ?? ''));
    expect(mail.from?.value[0]?.name).toBe(MEMBER);
    expect(mail.replyTo?.value).toEqual([{ name: MEMBER, address: DESK }]);
    const signature = `${runs(lang, MEMBER, DESK)} ${keeps(lang)}`;
    expect((mail.text ?? '').replace(/\s+/g, ' ')).toContain(signature.replace(/\s+/g, ' '));
    const link = await supporter.confirmationLink();
    const [asked, thanks] = [await supporter.opens(link), await supporter.confirms()];
    for (const { text } of [asked, thanks]) expect(foot(text)).toContain(signature);
    expect(plain(asked.text)).toContain([MEMBER, DESK].join(words(lang).t('site.comma')));
    const letter = await until('the letter', () =>
      site.mail.received.find(
        ({ to, mail: one }) => to === 'minister@gov.example' && one.text?.includes(supporter.email),
      ),
    );
    // In the language of whoever reads it.
    const through = words('en').t('controllers.onSiteOf', { name: MEMBER, operator: OPERATOR });
    expect((letter.mail.text ?? '').replace(/\s+/g, ' ')).toContain(through);
  });
});
