import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillAddressees, fillAudit, fillHeldLetters, fillNames } from '../../../bench/filled-lists.ts';
import { type Platform, startPlatform } from '../../../test/support/platform.ts';
import { roomFiles } from '../../../test/support/room-files.ts';
import { rowsReadBy } from '../../../test/support/rows-read.ts';
import { SYSTEM } from '../../actors/actors.ts';
import { decidedList } from '../../letters/held/decided-list.tsx';
import { heldList } from '../../letters/held/held-list.tsx';
import { decidedNames } from '../../pledges/names/decided-list.tsx';
import { offeredList } from '../../pledges/names/offered-list.tsx';
import { addresseeList } from '../../representatives/office-addressees.tsx';
import { requestList } from '../../representatives/office-requests.tsx';
import { auditList } from '../audit-list.tsx';
import type { StaffRequest } from '../office-route.ts';
import type { Filters } from './filters.ts';
import type { Listed, OfficeList } from './office-list.ts';
import { readAsking } from './read-asking.ts';

/** Of so many rows a page looks at no more than a quarter: at a few for each of the groups in which an index has them. */
const ROWS = 12_000;
const MOST = 3_000;

type AnyList = OfficeList<Listed, Filters, string>;
const any = (list: unknown) => list as AnyList;

/** What each list is asked for beside nothing: values that fit many, few or none. */
const lists: Readonly<Record<string, { readonly list: AnyList; readonly asked: readonly string[] }>> = {
  heldList: {
    list: any(heldList),
    asked: [
      ...[
        'lang=en',
        'lang=ar',
        'lang=es',
        'state=KEN',
        'state=FRA',
        'state=ITA',
        'why=link',
        'why=threat',
        'why=restored',
      ],
      ...['ask=CAMPAIGN', 'ask=MANY', 'ask=FEW', 'ask=00000000-0000-7000-8000-000000000000'],
      ...['lang=fr&state=FRA', 'lang=en&why=threat', 'lang=en&state=KEN&ask=FEW&why=link', 'state=FRA&ask=MANY'],
    ],
  },
  offeredList: {
    list: any(offeredList),
    asked: [
      ...['lang=en', 'lang=ar', 'lang=es', 'country=KEN', 'country=FRA', 'country=ITA', 'lang=ar&country=FRA'],
      ...['q=NAME', 'q=NAME&lang=en', 'q=nobody'],
    ],
  },
  decidedNames: {
    list: any(decidedNames),
    asked: ['decision=shown', 'decision=refused', 'lang=ar', 'country=KEN', 'country=FRA&decision=refused', 'q=NAME'],
  },
  decidedList: { list: any(decidedList), asked: ['decision=released', 'decision=refused'] },
  addresseeList: {
    list: any(addresseeList),
    asked: [
      ...[
        'state=KEN',
        'state=TUV',
        'office=justice-minister',
        'office=person',
        'mail=with',
        'mail=without',
        'mail=paused',
      ],
      ...[
        'time=in-office',
        'time=to-come',
        'time=ended',
        'q=Somebody',
        'q=abc',
        'q=xqzw',
        'q=ab',
        'q=B500',
        'q=justice',
      ],
      ...['q=B500%40assemblyk.example', 'state=KEN&time=ended&mail=with', 'office=person&mail=paused', 'q=some+xqz'],
      ...['office=speaker-of-parliament&time=ended', 'state=TUV&q=Somebody', 'state=Atlantis'],
    ],
  },
  auditList: {
    list: any(auditList),
    asked: [
      ...['who=Somebody+1', 'who=Somebody+5', 'who=Nobody', 'kind=letter', 'kind=campaign', 'kind=state', 'item=ITEM'],
      ...[
        'kind=letter&item=ITEM',
        'who=Somebody+1&kind=campaign',
        'who=Somebody+5&kind=letter',
        'from=2000-01-01&to=2000-01-02',
      ],
      ...['who=Somebody+5&to=2000-01-02', 'from=2190-01-01'],
    ],
  },
  requestList: { list: any(requestList), asked: ['kind=correct-address', 'kind=report-forgery'] },
};

/** Lists that never grow so long, and why. */
const short: Readonly<Record<string, string>> = {
  campaignsList: 'campaigns: people write each of them',
  riskList: 'the states of the world',
  recordList: 'what is recorded of the Court and of states: some thousand rows, which figures need whole as well',
  jobList: 'jobs that failed: whoever looks deals with them, and they go after a time',
  erasureList: 'what staff ask of staff, for thirty days',
  picturesList: 'pictures: the quota has room for some thousand',
  pauseList: 'what is paused, which somebody deals with',
  listOf: 'notes on the record, of which a revision makes one',
};

let platform: Platform;
const known = new Map<string, string>();
const query = async (text: string) => (await platform.fresh.pool.query(text)).rows;
beforeAll(async () => {
  platform = await startPlatform();
  const { url } = platform.fresh;
  await fillHeldLetters(url, ROWS);
  await fillAddressees(url, ROWS);
  await fillAudit(url, ROWS);
  await query(`INSERT INTO reviews (supporter_key, letter_id, decision, reason, decided_by, decided_at)
    SELECT supporter_key, id, CASE WHEN held_because = 'threat' THEN 'refused' ELSE 'released' END,
      CASE WHEN held_because = 'threat' THEN 'A threat' END, '${SYSTEM}', confirmed_at FROM letters`);
  await fillNames(url);
  await query(`INSERT INTO addressee_requests (channel_id, kind, detail, asked_at)
    SELECT id, CASE WHEN row_number() OVER (ORDER BY id) > 8000 THEN 'correct-address' ELSE 'report-forgery' END, 'desk@assembly.example',
      now() - make_interval(secs => row_number() OVER (ORDER BY id DESC)) FROM channels`);
  await query('ANALYZE');
  const [ends] = await query(`SELECT (array_agg(ask_id ORDER BY confirmed_at DESC))[1] AS few,
    (array_agg(ask_id ORDER BY confirmed_at))[1] AS many, min(campaign_id::text) AS campaign,
    (SELECT item FROM audit_entries ORDER BY made_at LIMIT 1) AS item,
    (SELECT consent_id FROM offered_names WHERE state = 'offered' LIMIT 1) AS name FROM letters`);
  for (const [name, value] of Object.entries(ends)) known.set(name.toUpperCase(), String(value));
}, 120_000);
afterAll(() => platform.stop());

/** How many rows of the table of which most are read a page looks at, or the one that follows on it. */
async function read(list: AnyList, typed: string, followed: boolean): Promise<readonly [string, number]> {
  const asked = typed.replace(/[A-Z]{3,}$|[A-Z]{3,}(?=&)/g, (name) => known.get(name) ?? name);
  const { view } = platform.request({ lang: 'en' });
  const { asking, problems } = readAsking(list, new URLSearchParams(asked), view);
  expect([...problems], asked).toEqual([]);
  const rows = (database: typeof platform.app.database, from?: { value: string; id: string; back: boolean }) => {
    const request = { app: { ...platform.app, database }, lang: 'en', view } as unknown as StaffRequest;
    return list.rows(request, { ...asking, slice: { ...asking.slice, ...(from && { from }) } });
  };
  const middle = followed ? (await rows(platform.app.database)).at(30) : undefined;
  const from = middle && { value: middle.position, id: middle.id, back: true };
  const counts = [...(await rowsReadBy(platform.fresh.pool, (database) => rows(database, from)))];
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most), ['nothing', 0]);
}

describe.each(Object.entries(lists))('%s', (_name, { list, asked }) => {
  const orders = Object.keys(list.sorts).flatMap((sort) => [`sort=${sort}`, `sort=-${sort}`]);
  const askings = orders.flatMap((order) => ['', ...asked].map((one) => `${order}${one && '&'}${one}`));

  it.each(askings)('looks at few rows for a page of it: %s', async (asking) => {
    expect((await read(list, asking, false))[1]).toBeLessThanOrEqual(MOST);
    expect((await read(list, asking, true))[1]).toBeLessThanOrEqual(MOST);
  });

  it('is asked for by each of its filters', () => {
    const named = new Set(asked.flatMap((one) => [...new URLSearchParams(one).keys()]));
    expect([...named].sort()).toEqual(Object.keys(list.filters).sort());
  });
});

it('every list of the office is asked, or it is said why it stays short', () => {
  const found = roomFiles([]).flatMap(({ text }) => [
    ...text.matchAll(/(?:const|function) (\w+)(?:\(.*\))?: (?:OfficeList<\w+ ?[&,]|ListOfNotes)/g),
  ]);
  expect(found.map(([, name]) => name).sort()).toEqual([...Object.keys(lists), ...Object.keys(short)].sort());
});

it('would be seen to look at all rows', async () => {
  const counts = await rowsReadBy(platform.fresh.pool, (database) =>
    database.selectFrom('letters').select('id').orderBy('text_sealed').limit(51).execute(),
  );
  expect(counts.get('letters')).toBeGreaterThanOrEqual(ROWS);
});
