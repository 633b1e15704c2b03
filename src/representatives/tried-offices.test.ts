import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { startedAgain } from '../../test/support/started-again.ts';
import { SYSTEM } from '../actors/actors.ts';
import { nobody, sealLink } from '../sealing/mailed-link.ts';
import { allStates } from '../states/states.ts';
import { addresseePage } from './addressee-page.tsx';
import { readCsv } from './csv.ts';
import { findRepresentatives } from './find-representatives.ts';
import { importRepresentatives } from './import-representatives.ts';
import { mailChannel } from './naming.ts';
import { reachIn } from './reach.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const started = (operator: boolean) => startedAgain(platform, operator);

async function channelsIn(state: string) {
  const { representatives } = await findRepresentatives(platform.app.database, { state, on: '2026-11-26' });
  return representatives.map((one) => [one.office, mailChannel(one)?.value, mailChannel(one)?.example] as const);
}

it('in a demonstration each office of every state has an address that is made up, and says so', async () => {
  await started(false);
  for (const { iso3 } of await allStates(platform.app.database)) {
    const channels = await channelsIn(iso3);
    expect(channels).toHaveLength(4);
    for (const [office, value, example] of channels)
      expect([value, example]).toEqual([`${office}@${iso3.toLowerCase()}.example`, true]);
  }
});

it('the page of whoever got a letter at such an address says so, too', async () => {
  const { app } = platform;
  const { rows } = await platform.fresh.pool.query(`SELECT id, value FROM channels WHERE example LIMIT 1`);
  const token = sealLink(app.keys, 'addressee', nobody, rows[0].id);
  const answer = await addresseePage(platform.request({ params: { token } }));
  expect(answer.kind === 'page' ? answer.html : '').toContain('example address, made up');
});

it('an address that was imported stands in place of one that is made up', async () => {
  const file = 'name,role,office,email\nA minister,Minister,justice-minister,desk@justice.gov.example\n';
  const reading = readCsv(file, '2026-11-26');
  const how = {
    state: 'FRA',
    kind: 'csv',
    day: '2026-11-26',
    source: undefined,
    skipBad: false,
    dryRun: false,
    by: SYSTEM,
  } as const;
  expect(await importRepresentatives(platform.app.database, reading, how)).toMatchObject({ written: true });
  await started(false);
  expect(await channelsIn('FRA')).toContainEqual(['justice-minister', 'desk@justice.gov.example', false]);
});

it('once an operator is named none of them is left, nor comes back by an import', async () => {
  await started(true);
  expect((await channelsIn('KEN')).map(([, value]) => value)).toEqual([undefined, undefined, undefined, undefined]);
  const file = 'name,role,office,email\nA minister,Minister,justice-minister,justice-minister@ken.example\n';
  const how = {
    state: 'KEN',
    kind: 'csv',
    day: '2026-11-26',
    source: undefined,
    skipBad: false,
    dryRun: false,
    by: SYSTEM,
  } as const;
  await importRepresentatives(platform.app.database, readCsv(file, '2026-11-26'), how);
  expect((await channelsIn('KEN')).map(([, value]) => value)).toEqual([undefined, undefined, undefined, undefined]);
  expect(await channelsIn('FRA')).toContainEqual(['justice-minister', 'desk@justice.gov.example', false]);
});

it('whoever imports reads what it gains for those who write; what is made up is no gain', async () => {
  const { database } = platform.app;
  const how = {
    state: 'SEN',
    kind: 'csv',
    day: '2026-11-26',
    source: undefined,
    skipBad: false,
    dryRun: false,
    by: SYSTEM,
  } as const;
  await started(false);
  expect(await reachIn(database, 'SEN')).toEqual({ officesWithout: 4, members: 0, membersWith: 0 });
  const file =
    'name,role,office,email\nA,Minister,justice-minister,desk@justice.sn.example\nB B,Member,,b@parliament.sn.example\nC C,Member,,\n';
  await importRepresentatives(database, readCsv(file, '2026-11-26'), how);
  expect(await reachIn(database, 'SEN')).toEqual({ officesWithout: 3, members: 2, membersWith: 1 });
});
