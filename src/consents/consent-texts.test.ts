import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inState, storeCampaign, storeMember } from '../../test/support/campaigns.ts';
import { offer } from '../../test/support/offer.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { until } from '../../test/support/until.ts';
import type { Action } from '../actions/action.ts';
import { actionAddresses } from '../actions/addresses.ts';
import { campaignBySlug } from '../campaigns/campaigns.ts';
import { sealLink } from '../sealing/mailed-link.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite({}, { work: false });
});
afterAll(() => site.stop());

const linkOf = ({ supporterKey, id, lang }: Action) =>
  `${site.url}${actionAddresses.confirm(lang, sealLink(site.running.app.keys, 'confirm', supporterKey, id))}`;
const confirmed = (action: Action) =>
  fetch(linkOf(action), { method: 'POST', headers: { origin: site.url }, redirect: 'manual' });
const consentsOf = async ({ supporterKey }: Action) =>
  (
    await site.fresh.pool.query<{ purpose: string; controller: string; words: string; lang: string }>(
      `SELECT purpose, controller, words, w.lang FROM consents c JOIN consent_texts w ON w.id = wording
        WHERE supporter_key = $1 ORDER BY purpose`,
      [supporterKey],
    )
  ).rows;

/** A campaign of a member that nobody knew when this process started, and that it has heard of since. */
async function besideRunning(slug: string, name: string): Promise<string> {
  const { database } = site.fresh;
  const controller = await storeMember(database, name);
  const campaign = await storeCampaign(database, slug, { ...inState.open, controller });
  const known = () => campaignBySlug(site.running.app.database, slug, 'en');
  await until('the process has heard of it', async () => (await known()) !== undefined);
  return campaign;
}

describe('a member’s campaign that comes in beside a running process', () => {
  it('can be joined and confirmed at once, and each consent has its words', async () => {
    const campaign = await besideRunning('lake', 'Lawyers of the Lake');
    const how = { lang: 'fr', consents: ['news', 'public-name'] } as const;
    const action = await offer(site.running.app, campaign, 'new@mail.example', how);
    const shown = await (await fetch(linkOf(action))).text();
    expect(shown).toContain('Lawyers of the Lake peut m’envoyer ses nouvelles');
    expect((await confirmed(action)).status).toBe(303);
    const given = await consentsOf(action);
    expect(given.map(({ purpose, lang }) => [purpose, lang])).toEqual([
      ['act', 'fr'],
      ['news', 'fr'],
      ['public-name', 'fr'],
    ]);
    for (const { controller, words } of given) {
      expect(controller).toBe('Lawyers of the Lake');
      expect(words).toContain('Lawyers of the Lake');
    }
  });

  it('is confirmed by many at once, whoever writes the words first', async () => {
    const campaign = await besideRunning('shore', 'Lawyers of the Shore');
    const people = Array.from({ length: 8 }, (_, at) => `shore-${at}@mail.example`);
    const actions = await Promise.all(
      people.map((email) => offer(site.running.app, campaign, email, { consents: ['news'] })),
    );
    const answers = await Promise.all(actions.map((action) => confirmed(action)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    for (const action of actions) expect(await consentsOf(action)).toHaveLength(2);
  });
});

describe('a process of the version before', () => {
  it('took a consent that has the words that were written down at its start', async () => {
    const { app } = site.running;
    const { rows } = await site.fresh.pool.query<{ campaign: string }>(
      `SELECT c.id AS campaign FROM campaigns c JOIN controllers ON controllers.id = controller_id WHERE kind = 'operator'`,
    );
    const action = await offer(app, rows[0]?.campaign ?? '', 'before@mail.example', { consents: ['news'] });
    await site.fresh.pool.query(
      `UPDATE actions SET consents = (SELECT jsonb_agg(one - 'words') FROM jsonb_array_elements(consents) one) WHERE id = $1`,
      [action.id],
    );
    expect(await (await fetch(linkOf(action))).text()).toContain('Test Coalition may e-mail me its news');
    expect((await confirmed(action)).status).toBe(303);
    expect((await consentsOf(action)).map(({ words }) => words)).toEqual([
      expect.stringContaining('Test Coalition keeping'),
      'Test Coalition may e-mail me its news. I can withdraw this consent at any time.',
    ]);
  });

  it('writes and reads words by the former name of their table', async () => {
    const { pool } = site.fresh;
    for (const _ of [1, 2])
      await pool.query(`INSERT INTO wordings (id, lang, words) VALUES (decode(md5('former'), 'hex'), 'en', 'I agree.')
        ON CONFLICT (id) DO NOTHING`);
    const there = 'SELECT words, first_used_at IS NOT NULL AS dated FROM';
    for (const name of ['wordings', 'consent_texts'])
      expect((await pool.query(`${there} ${name} WHERE id = decode(md5('former'), 'hex')`)).rows).toEqual([
        { words: 'I agree.', dated: true },
      ]);
  });
});
