import { createHash } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offer } from '../test/support/offer.ts';
import { type Platform, startPlatform } from '../test/support/platform.ts';
import { scriptedPost } from '../test/support/post.ts';
import { findAction } from './actions/action.ts';
import { confirmAction } from './actions/confirm-action.ts';
import { confirmPage } from './actions/confirm-page.tsx';
import { confirmationsWaiting } from './actions/confirmations-waiting-queries.ts';
import { sendConfirmations } from './actions/send-confirmations.ts';
import { SYSTEM } from './actors/actors.ts';
import { langs } from './config/langs.ts';
import { root } from './config/root.ts';
import { readSettings } from './config/settings.ts';
import { DEMONSTRATION, OPERATOR } from './controllers/controllers.ts';
import { dropCached } from './database/memory-cache.ts';
import type { App } from './http/app.ts';
import { publishNew } from './publications/publications.ts';
import { sealLink } from './sealing/mailed-link.ts';
import { settleControllers } from './settle-controllers.ts';
import { privacyPage } from './site/privacy-page.tsx';
import { asFile, personalDataOf } from './supporters/export-data.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

/** The same installation, started again under another name, or under none. */
async function startedAs(name?: string): Promise<App> {
  const settings = readSettings(name ? { OPERATOR_NAME: name, OPERATOR_EMAIL: 'desk@coalition.example' } : {}, root);
  await settleControllers(platform.app.database, settings);
  dropCached();
  return { ...platform.app, settings };
}

const actions = (app: App, email: string, how: Parameters<typeof offer>[3] = {}) =>
  offer(app, platform.campaignId, email, how);

async function consentsOf(email: string) {
  const { rows } = await platform.fresh.pool.query<{
    purpose: string;
    controller_id: string;
    controller: string;
    id: Buffer;
    lang: string;
    words: string;
  }>(
    `SELECT purpose, controller_id, controller, w.id, w.lang, w.words FROM consents c JOIN consent_texts w ON w.id = wording
      WHERE supporter_key = $1 ORDER BY purpose`,
    [platform.keyOf(email)],
  );
  return rows;
}

describe('an operator who is called otherwise', () => {
  it('is the same controller; each consent keeps its exact words and the name in them', async () => {
    const before = await startedAs('First Name');
    await confirmAction(before, await actions(before, 'early@mail.example', { consents: ['news'] }), 'en');
    const waiting = await actions(before, 'between@mail.example', { consents: ['news'], lang: 'fr' });
    const early = await consentsOf('early@mail.example');
    const after = await startedAs('Second Name');
    expect(await confirmAction(after, waiting, 'es')).toBe(true);
    expect(await consentsOf('early@mail.example')).toEqual(early);
    const between = await consentsOf('between@mail.example');
    expect(between.map(({ purpose, controller }) => [purpose, controller])).toEqual([
      ['act', 'Second Name'],
      ['news', 'First Name'],
    ]);
    for (const consent of [...early, ...between]) {
      expect(consent.controller_id).toBe(OPERATOR);
      expect(consent.words).toContain(consent.controller);
      const hash = createHash('sha256').update(`${consent.lang}\n${consent.words}`).digest().subarray(0, 16);
      expect(consent.id.equals(hash)).toBe(true);
    }
  });

  it('is named as then and as now to whoever asks for their data', async () => {
    const app = await startedAs('Third Name');
    const held = await personalDataOf(app, platform.keyOf('early@mail.example'));
    if (!held) throw new Error('nothing held');
    const file = JSON.parse(asFile(held, {}, 'en'));
    expect(file.consents[0]).toMatchObject({ controller: 'First Name', controllerNow: 'Third Name' });
    expect(file.acts[0]).toMatchObject({ controller: 'Third Name' });
    expect(JSON.stringify(file)).not.toContain(OPERATOR);
  });
});

describe('what was tried in a demonstration', () => {
  it('is the demonstration’s, in its words, and stays so when an operator is named', async () => {
    const trying = await startedAs();
    const action = await actions(trying, 'curious@mail.example', { consents: ['public-name'], lang: 'ar' });
    expect(await confirmAction(trying, action, 'fr')).toBe(true);
    const given = await consentsOf('curious@mail.example');
    expect(given.map(({ controller_id, controller }) => [controller_id, controller])).toEqual([
      [DEMONSTRATION, 'Common Bonds (démonstration)'],
      [DEMONSTRATION, 'Common Bonds (عرض تجريبي)'],
    ]);
    const real = await startedAs('Test Coalition');
    expect(await consentsOf('curious@mail.example')).toEqual(given);
    expect((await findAction(real, action.supporterKey, action.id))?.controllerId).toBe(DEMONSTRATION);
    const next = await actions(real, 'serious@mail.example');
    expect(next.controllerId).toBe(OPERATOR);
  });

  it('can’t be confirmed afterwards, and nobody is asked to', async () => {
    const trying = await startedAs();
    const action = await actions(trying, 'late@mail.example');
    const real = await startedAs('Test Coalition');
    await platform.fresh.pool.query(
      `UPDATE actions SET mail_state = 'sent', bounce_id = '\\x0102030405060708090a' WHERE id <> $1`,
      [action.id],
    );
    const post = scriptedPost(real);
    expect(await sendConfirmations(real, post)).toBe(0);
    expect(await confirmationsWaiting(real.database)).toMatchObject({ count: 0 });
    expect(await confirmAction(real, action, 'en')).toBe(false);
    const token = sealLink(real.keys, 'confirm', action.supporterKey, action.id);
    expect(await confirmPage({ ...platform.request({ params: { token } }), app: real })).toMatchObject({ status: 410 });
    expect(await consentsOf('late@mail.example')).toEqual([]);
    const again = await startedAs();
    expect(await sendConfirmations(again, post)).toBe(1);
    expect(await confirmAction(again, action, 'en')).toBe(true);
  });
});

describe('a campaign of a member', () => {
  it('asks for consent to the member, whoever runs the site, and whatever becomes of them', async () => {
    const { pool } = platform.fresh;
    const { rows } = await pool.query<{ id: string; campaign: string }>(`
      WITH m AS (INSERT INTO controllers (kind, name, email) VALUES ('member', 'Lawyers of the Lake', 'desk@lake.example') RETURNING id),
      c AS (INSERT INTO campaigns (slug, controller_id, opens_at, hashtags) SELECT 'lake', id, now(), '{}' FROM m
        RETURNING id, controller_id),
      t AS (INSERT INTO campaign_texts (campaign_id, lang, text) SELECT c.id, lang, text FROM c, campaign_texts)
      SELECT controller_id AS id, id AS campaign FROM c`);
    const [{ id = '', campaign = '' } = {}] = rows;
    await publishNew(platform.fresh.database, { id: campaign, kind: 'campaign' }, langs, SYSTEM);
    for (const name of ['Test Coalition', undefined]) {
      const app = await startedAs(name);
      const email = `${name ? 'named' : 'unnamed'}@mail.example`;
      const action = await offer(app, campaign, email, { consents: ['news'] });
      const post = scriptedPost(app);
      await sendConfirmations(app, post);
      const mail = await simpleParser(post.sent.find(({ to }) => to === email)?.bytes ?? '');
      expect(mail.text).toContain('Lawyers of the Lake');
      expect(await confirmAction(app, action, 'en')).toBe(true);
      for (const consent of await consentsOf(email))
        expect([consent.controller_id, consent.controller]).toEqual([id, 'Lawyers of the Lake']);
      expect(await consentsOf(email)).toHaveLength(2);
      const answer = await privacyPage({ ...platform.request(), app });
      const shown = answer.kind === 'page' ? answer.html : '';
      expect(shown).toContain('<bdi>Lawyers of the Lake</bdi> is responsible for');
      expect(shown).toContain('mailto:desk@lake.example');
    }
  });
});
