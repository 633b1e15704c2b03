import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { treatyRecordOf } from '../states/states-record.ts';
import { asksOn } from './ask-of-the-day.ts';
import { campaignsShown } from './campaigns.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

it('at least 150 states have an ask of their own on 25 November 2026; the others are told by name', async () => {
  const { database } = platform.app;
  const record = await treatyRecordOf(database);
  const {
    open: [campaign],
  } = await campaignsShown(database, 'en');
  if (!campaign) throw new Error('there is no campaign');
  const leading = [...record.states.keys()].map((iso3) => {
    const first = asksOn(record, campaign, iso3, '2026-11-25')?.leading;
    return { iso3, kind: `${first?.ask.slug}${first?.conditional ? ', conditional' : ''}` };
  });
  const counted = Object.fromEntries(
    [...Map.groupBy(leading, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
  );
  expect(counted).toEqual({
    stay: 5,
    'come-back': 2,
    ratify: 29,
    accede: 39,
    'law-on-crimes, conditional': 7,
    'privileges-and-immunities, conditional': 42,
    'aggression, conditional': 32,
    'starvation, conditional': 28,
    'weapons, conditional': 3,
    thanks: 5,
    'thanks, conditional': 1,
    general: 5,
  });
  const general = leading.filter(({ kind }) => kind === 'general').map(({ iso3 }) => iso3);
  // Of Cyprus and Luxembourg no law on cooperation was read; the others are no members of the United Nations and have not acted on the
  // Statute.
  expect(general).toEqual(['CYP', 'LUX', 'NIU', 'VAT', 'XKX']);
  expect(leading.length - general.length).toBeGreaterThanOrEqual(150);
});
