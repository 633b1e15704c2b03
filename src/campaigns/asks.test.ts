import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from '../../test/support/broken-rules.ts';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { confirmAction } from '../actions/confirm-action.ts';
import { SYSTEM } from '../actors/actors.ts';
import { langs } from '../config/langs.ts';
import { root } from '../config/root.ts';
import { dropCached } from '../database/memory-cache.ts';
import { importDataset } from '../facts/dataset.ts';
import { announceStates } from '../record-keeping/announce.ts';
import { statesDataset } from '../states/states-dataset.ts';
import { treatyRecordOf } from '../states/states-record.ts';
import { type AsksOn, askByName, asksOn } from './ask-of-the-day.ts';
import { campaignsShown } from './campaigns.ts';
import { outcomesOf } from './outcomes.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

async function asked(iso3: string, on: string): Promise<AsksOn> {
  const { database } = platform.app;
  const {
    open: [campaign],
  } = await campaignsShown(database, 'en');
  const asks = campaign && asksOn(await treatyRecordOf(database), campaign, iso3, on);
  if (!asks) throw new Error('nothing is asked');
  return asks;
}
const leading = async (iso3: string, on: string) => (await asked(iso3, on)).leading.ask.slug;

describe('the ask of the day', () => {
  it.each([
    ['IDN', '2026-11-24', 'accede'],
    ['EGY', '2026-11-24', 'ratify'],
    ['USA', '2026-11-24', 'ratify'],
    ['RUS', '2026-11-24', 'ratify'],
    ['SDN', '2026-11-24', 'ratify'],
    ['ISR', '2026-11-24', 'ratify'],
    ['PHL', '2010-01-01', 'ratify'],
    ['PHL', '2018-06-01', 'stay'],
    ['PHL', '2019-03-17', 'come-back'],
    ['GMB', '2016-12-01', 'stay'],
    ['HUN', '2025-12-01', 'stay'],
    ['BOL', '2026-11-24', 'law-on-crimes'],
    ['NGA', '2026-11-24', 'law-on-crimes'],
    ['GUY', '2013-07-01', 'aggression'],
    ['LBR', '2013-07-01', 'aggression'],
    ['KEN', '2026-11-24', 'privileges-and-immunities'],
    ['HRV', '2026-11-24', 'thanks'],
    ['NLD', '2026-11-24', 'thanks'],
    ['XKX', '2026-11-24', 'general'],
    ['VAT', '2026-11-24', 'general'],
    ['PSE', '2014-12-01', 'accede'],
  ])('of %s on %s is %s', async (iso3, on, slug) => {
    expect(await leading(iso3, on)).toBe(slug);
  });

  it('is one for every state on every day, and rests on nothing unchecked', async () => {
    const { states } = await treatyRecordOf(platform.app.database);
    for (const on of [
      '1998-07-17',
      '2002-07-01',
      '2009-05-05',
      '2016-11-30',
      '2021-01-01',
      '2026-11-24',
      '2027-09-23',
    ]) {
      for (const iso3 of states.keys()) {
        const { leading: first, rest } = await asked(iso3, on);
        expect([iso3, on, [first, ...rest].filter(({ verdict }) => !verdict.sure)]).toEqual([iso3, on, []]);
        expect(rest.map(({ ask }) => ask.slug)).not.toContain(first.ask.slug);
      }
    }
  });

  it('makes nothing of what is unknown', async () => {
    const all = await asked('KEN', '2016-11-24');
    const slugs = [all.leading, ...all.rest].map(({ ask }) => ask.slug);
    expect(slugs).not.toContain('law-on-crimes');
    expect((await asked('XKX', '2026-11-24')).rest).toEqual([]);
    // The list of the agreement was complete then, and Ghana was not in it.
    expect(await leading('GHA', '2012-01-01')).toBe('privileges-and-immunities');
  });
});

describe('an ask that rests on a list that was last whole long ago', () => {
  it('is made in conditional words, in every language, with the month', async () => {
    const when = {
      en: 'in December 2017',
      fr: 'En décembre 2017',
      es: 'En diciembre de 2017',
      ar: 'في كانون الأول/ديسمبر 2017',
    };
    for (const lang of langs) {
      const {
        open: [campaign],
      } = await campaignsShown(platform.app.database, lang);
      const asks = campaign && asksOn(await treatyRecordOf(platform.app.database), campaign, 'KEN', '2026-11-25');
      expect(asks?.leading).toMatchObject({ conditional: true, verdict: { lastWhole: '2017-12-31', sure: true } });
      expect(asks?.leading.ask.text.opening).toContain(when[lang]);
      expect(asks?.leading.ask.text.opening).not.toContain('{when}');
    }
  });

  it('rests on a source of which only the year is known as on one of its first day', async () => {
    const when = { en: 'In 2024', fr: 'En 2024', es: 'En 2024', ar: 'في 2024' };
    for (const lang of langs) {
      const {
        open: [campaign],
      } = await campaignsShown(platform.app.database, lang);
      const record = await treatyRecordOf(platform.app.database);
      const ghana = (on: string) => (campaign ? asksOn(record, campaign, 'GHA', on)?.leading : undefined);
      expect(ghana('2026-01-01')).toMatchObject({ conditional: false, ask: { slug: 'law-on-crimes' } });
      expect(ghana('2026-11-25')).toMatchObject({ conditional: true, ask: { slug: 'law-on-crimes' } });
      expect(ghana('2026-11-25')?.ask.text.opening).toContain(when[lang]);
    }
  });

  it('stays so for a page that was written for it, and is plain where it does not apply any more', async () => {
    const { database } = platform.app;
    const {
      open: [campaign],
    } = await campaignsShown(database, 'en');
    const opening = async (slug: string) =>
      campaign && (await askByName(database, campaign, slug, 'KEN', '2026-11-25'))?.text.opening;
    expect(await opening('aggression')).toContain(
      'When the list was last known to be complete, in November 2019, our country',
    );
    expect(await opening('ratify')).toContain(
      'has signed the Rome Statute of the International Criminal Court and has not',
    );
    expect(await opening('nothing')).toBeUndefined();
  });

  it('is plain within the limit that the campaign sets, and on the day of the list', async () => {
    const { database } = platform.app;
    const {
      open: [campaign],
    } = await campaignsShown(database, 'en');
    const record = await treatyRecordOf(database);
    const on = (day: string, plainForMonths: number) => {
      const asks = campaign && asksOn(record, { ...campaign, plainForMonths }, 'KEN', day);
      const all = asks ? [asks.leading, ...asks.rest] : [];
      return all.find(({ ask }) => ask.slug === 'privileges-and-immunities')?.conditional;
    };
    expect([on('2017-12-31', 0), on('2018-01-01', 0), on('2019-12-31', 24), on('2020-01-01', 24)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(on('2026-11-25', 120)).toBe(false);
  });

  it('comes after those that what is known of today makes', async () => {
    for (const iso3 of (await treatyRecordOf(platform.app.database)).states.keys()) {
      const { leading: first, rest } = await asked(iso3, '2026-11-25');
      const order = [first, ...rest].filter(({ ask }) => ask.slug !== 'general');
      const conditional = order.map((one) => one.conditional);
      expect([iso3, conditional]).toEqual([iso3, [...conditional].sort()]);
    }
  });

  it('is not made where it has no conditional words', async () => {
    const { database } = platform.app;
    const {
      open: [campaign],
    } = await campaignsShown(database, 'en');
    const asks = campaign?.asks.map((ask) => ({ ...ask, text: { ...ask.text, conditional: undefined } })) ?? [];
    const made = campaign && asksOn(await treatyRecordOf(database), { ...campaign, asks }, 'KEN', '2026-11-25');
    expect(made?.leading.ask.slug).toBe('general');
  });
});

describe('an amendment', () => {
  it('is asked for only once it was adopted', async () => {
    const slugs = async (on: string) =>
      [(await asked('SEN', on)).leading, ...(await asked('SEN', on)).rest].map(({ ask }) => ask.slug);
    expect(await slugs('2010-06-01')).not.toContain('article-8');
    expect(await slugs('2016-11-30')).toContain('article-8');
    expect(await slugs('2016-11-30')).not.toContain('starvation');
    expect(await slugs('2020-01-01')).toContain('starvation');
  });
});

describe('a treaty act that answers an ask', () => {
  it('closes the loop: the ask is met, with how many had asked; staff get drafts; the ask changes', async () => {
    const { app } = platform;
    const {
      open: [campaign],
    } = await campaignsShown(app.database, 'en');
    const accede = campaign?.asks.find(({ slug }) => slug === 'accede');
    const act = await platform.offers('asks@mail.example', { kind: 'letter', country: 'IDN' });
    await app.database
      .updateTable('letters')
      .set({ ask_id: accede?.id ?? '' })
      .execute();
    await confirmAction(app, act, 'en');

    const folder = await mkdtemp(join(tmpdir(), 'common-bonds-states-'));
    await cp(join(root, 'content/states'), folder, { recursive: true });
    await appendFile(
      join(folder, 'treaty-acts.csv'),
      'IDN,rome-statute,accession,2026-10-15,,Invented for this test,seen\n' +
        'IDN,rome-statute,entry-into-force,2027-01-01,,Invented for this test,computed\n',
    );
    const made = { by: SYSTEM, why: 'Indonesia joins', announce: announceStates('UTC') };
    await importDataset(app.database, statesDataset, folder, made);
    dropCached();
    await rm(folder, { recursive: true });

    expect(await outcomesOf(app.database, campaign ?? { asks: [] })).toMatchObject([
      { ask_id: accede?.id, state: 'IDN', happened_on: '2026-10-15', people: 1 },
    ]);
    expect(await brokenRules(app)).toEqual([]);
    const drafts = await app.database.selectFrom('drafts').select(['kind', 'content']).orderBy('kind').execute();
    expect(drafts).toMatchObject([
      { kind: 'asks', content: { changed: [{ state: 'IDN', was: 'accede' }] } },
      { kind: 'newsroom', content: { facts: [{ key: expect.stringContaining('IDN') }, {}] } },
    ]);
    expect(await leading('IDN', '2026-11-24')).not.toBe('accede');
    expect(await leading('IDN', '2026-10-14')).toBe('accede');
  });

  it('meets an ask once where the instruments on the three weapons came on one day', async () => {
    const { app } = platform;
    const folder = await mkdtemp(join(tmpdir(), 'common-bonds-weapons-'));
    await cp(join(root, 'content/states'), folder, { recursive: true });
    const three = ['biological-weapons', 'non-detectable-fragments', 'blinding-lasers'].flatMap((one) => [
      `SEN,amendment-${one}-2017,ratification,2024-03-01,,Invented for this test,seen\n`,
      `SEN,amendment-${one}-2017,entry-into-force,2025-03-01,,Invented for this test,computed\n`,
    ]);
    await appendFile(join(folder, 'treaty-acts.csv'), three.join(''));
    const made = { by: SYSTEM, why: 'Senegal accepts all three', announce: announceStates('UTC') };
    await importDataset(app.database, statesDataset, folder, made);
    dropCached();
    await rm(folder, { recursive: true });
    const {
      open: [campaign],
    } = await campaignsShown(app.database, 'en');
    const met = await outcomesOf(app.database, campaign ?? { asks: [] });
    expect(met.filter(({ state }) => state === 'SEN')).toMatchObject([{ happened_on: '2024-03-01' }]);
  });
});
