import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST } from '../test/support/campaigns.ts';
import { type Platform, startPlatform } from '../test/support/platform.ts';
import type { ActorId } from './actors/actors.ts';
import { operatorAt } from './actors/at-the-machine.ts';
import { selectEntries } from './audit/audit-queries.ts';
import { importCampaign } from './campaigns/import-campaign.ts';
import { setPlainLimit, setPosition } from './campaigns/set-fields.ts';
import { root } from './config/root.ts';
import { OPERATOR } from './controllers/controllers.ts';
import { changePublication } from './publications/command.ts';
import { readCsv } from './representatives/csv.ts';
import { importRepresentatives } from './representatives/import-representatives.ts';
import { pauseDomain, resume } from './representatives/pauses.ts';
import { rooms } from './rooms.ts';
import { removeDemonstration } from './settle-demonstration.ts';
import { judgeRisk } from './states/judge-risk.ts';
import { loadRisks } from './states/load-states.ts';

let platform: Platform;
let by: ActorId;
let folder: string;
beforeAll(async () => {
  platform = await startPlatform();
  by = await operatorAt(platform.fresh.database, 'Nadia O.');
  folder = await mkdtemp(join(tmpdir(), 'common-bonds-audit-'));
  await writeFile(join(folder, 'risk.csv'), 'iso3,level,reason\nERI,closed,nobody is safe\n');
});
afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true });
});

const database = () => platform.fresh.database;
const last = async () => (await selectEntries(database(), { who: 'Nadia O.' }, 1))[0];
const people = (name: string) => readCsv(`id,name,email\n1,${name},one@parliament.example`, '2026-03-02');
const publication = (...words: string[]) =>
  changePublication(
    database(),
    rooms.flatMap(({ publications = [] }) => publications),
    { words, because: 'somebody is in danger' },
    by,
  );
const imported = (name: string, dryRun = false) =>
  importRepresentatives(database(), people(name), {
    ...{ state: 'KEN', kind: 'csv', day: '2026-03-02', source: 'a list', skipBad: false },
    ...{ dryRun, by },
  });
const campaign = (dryRun = false) =>
  importCampaign(database(), join(root, 'content/campaigns', FIRST), {
    ...{ zone: 'UTC', controller: OPERATOR, update: true, over: false },
    ...{ dryRun, by },
  });

describe('a change by a person leaves an entry that says what it was', () => {
  it.each<[string, () => Promise<unknown>, object]>([
    [
      'the place of a campaign',
      () => setPosition(database(), FIRST, '3', { zone: 'UTC', by }),
      { operation: 'campaigns.set', item: FIRST, before: { position: null }, after: { position: 3 } },
    ],
    [
      'how long its asks are plain',
      () => setPlainLimit(database(), FIRST, '12', { zone: 'UTC', by }),
      { operation: 'campaigns.set', before: { plain_for_months: 24 }, after: { plain_for_months: 12 } },
    ],
    ['an imported campaign', () => campaign(), { operation: 'campaigns.import', item_kind: 'campaign', item: FIRST }],
    [
      'what is hidden',
      () => publication('hide', 'campaign', FIRST),
      {
        ...{
          operation: 'publications.hide',
          item: FIRST,
          because: 'somebody is in danger',
          before: { hidden_at: null },
        },
        after: { hidden_at: expect.any(String), en: ['published', expect.any(String)] },
      },
    ],
    [
      'what is shown again',
      () => publication('unhide', 'campaign', FIRST),
      { operation: 'publications.unhide', before: { hidden_at: expect.any(String) }, after: { hidden_at: null } },
    ],
    ['a draft', () => publication('draft', 'campaign', FIRST, 'ar'), { after: { ar: ['draft'] } }],
    [
      'who can be written to',
      () => imported('Amina K.'),
      {
        operation: 'representatives.import',
        item: 'KEN',
        because: 'a list',
        after: { added: 1, changed: 0, ended: 0 },
      },
    ],
    [
      'a pause that is ended',
      async () => {
        await platform.fresh.pool.query(`INSERT INTO receiving_domains (domain) VALUES ('parliament.example')`);
        await pauseDomain(platform.app, database(), 'parliament.example', '550 go away', new Date());
        await resume(database(), 'parliament.example', by);
      },
      { operation: 'representatives.resume', item: 'parliament.example', after: { paused: true, settled: true } },
    ],
    [
      'the risk of a state',
      () =>
        judgeRisk(database(), { state: 'KEN', level: 'closed', because: 'seen', source: null, on: '2026-03-02' }, by),
      { operation: 'states.judge-risk', item: 'KEN', because: 'seen', after: { level: 'closed', on: '2026-03-02' } },
    ],
    [
      'a file of risks',
      () =>
        database()
          .transaction()
          .execute((trx) => loadRisks(trx, join(folder, 'risk.csv'), by, '2026-03-02')),
      { operation: 'states.import-risks', item: 'risk.csv', after: { ERI: 'closed' } },
    ],
    [
      'a demonstration that is removed',
      () => removeDemonstration(database(), rooms, by),
      { operation: 'controllers.reset-demonstration', after: { people: 0, letters: 0 } },
    ],
  ])('%s', async (_, change, entry) => {
    const before = await last();
    await change();
    const after = await last();
    expect(after?.id).not.toBe(before?.id);
    expect(after).toMatchObject({ who: 'Nadia O.', ...entry });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['tried only', () => imported('Nobody Yet', true)],
    ['tried only, a campaign', () => campaign(true)],
    ['refused', () => setPosition(database(), FIRST, 'first', { zone: 'UTC', by }).catch(() => {})],
    ['of nothing', () => resume(database(), 'nobody.example', by)],
  ])('and none where nothing was changed: %s', async (_, change) => {
    const before = await last();
    await change();
    expect((await last())?.id).toBe(before?.id);
  });
});

/** What only reads, or is no person's decision: the program, its making, and copies of what there is. */
const WITHOUT = [
  ...['start', 'worker', 'migrate', 'backup', 'check', 'demo', 'audit', 'schema', 'migration'],
  ...['bench', 'trial', 'statistics'],
];

it('every command that changes something asks who does it, and whether they may; who restores accounts has none yet', () => {
  const verbs = readdirSync(join(root, 'bin'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => ({ verb: file.slice(0, -3), text: readFileSync(join(root, 'bin', file), 'utf8') }))
    .filter(({ text }) => /await (?:runOnce|runUntilStopped)\(/.test(text));
  expect(verbs.length).toBeGreaterThan(15);
  expect(
    verbs
      .filter(({ text }) => !text.includes('whoDoes('))
      .map(({ verb }) => verb)
      .sort(),
  ).toEqual([...WITHOUT, 'restore'].sort());
});
