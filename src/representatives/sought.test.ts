import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from '../../test/support/platform.ts';
import { inOrderOfNames } from '../states/state-names.ts';
import { allStates } from '../states/states.ts';
import { type AddresseeSort, type ListedAddressee, selectAddresseeSlice } from './addressee-list-queries.ts';
import type { SoughtAddressees } from './sought-queries.ts';

const on = '2026-03-02';
let platform: Platform;
/** In Spanish Germany and Côte d’Ivoire stand elsewhere than by their codes. */
let codes: readonly string[];
const query = async (text: string) => (await platform.fresh.pool.query(text)).rows;
beforeAll(async () => {
  platform = await startPlatform();
  codes = inOrderOfNames('es', await allStates(platform.app.database)).map(({ state }) => state.iso3);
  await query(`INSERT INTO representatives (state, name, source_key, external_id, ended_on, begins_on, updated_at)
    SELECT (ARRAY['DEU', 'CIV', 'PER'])[1 + n % 3], 'Ana ' || (n % 7) || CASE WHEN n % 4 = 0 THEN ' Li' ELSE ' Ode' END, 'many', 'X' || n,
      CASE WHEN n % 5 = 0 THEN '2024' END,
      CASE WHEN n % 5 <> 0 AND n % 11 = 0 THEN '2199-01-01'::date WHEN n % 5 <> 0 AND n % 13 = 0 THEN '2020-01-01'::date END,
      now() + make_interval(mins => n % 9) FROM generate_series(1, 90) n`);
  await query(`INSERT INTO channels (representative_id, kind, value)
    SELECT id, 'email', external_id || '@assembly.example' FROM representatives
    WHERE ended_on IS NULL AND source_key = 'many' AND right(external_id, 1) IN ('1', '2', '3', '4')`);
  await query(`UPDATE mailboxes SET paused_at = now(), paused_because = 'bounced' WHERE address LIKE 'x_2@%'`);
});
afterAll(() => platform.stop());

const nothing = {
  q: undefined,
  offices: [],
  states: undefined,
  office: undefined,
  mail: undefined,
  time: undefined,
  on,
};
const slice = (
  sought: Partial<SoughtAddressees>,
  sort: AddresseeSort,
  descending: boolean,
  limit: number,
  from?: ListedAddressee,
  back = false,
) =>
  selectAddresseeSlice(
    platform.app.database,
    { ...nothing, ...sought },
    sort,
    { descending, limit, from: from && { value: from.position, id: from.id, back } },
    codes,
  );

/** The same by what each row says. */
function fits({ states, office, mail, time, q }: Partial<SoughtAddressees>, one: ListedAddressee): boolean {
  const toCome = one.begins_on !== null && one.begins_on > on;
  const stands = one.ended_on !== null ? 'ended' : toCome ? 'to-come' : 'in-office';
  const ways = [one.address === null ? 'without' : 'with', ...(one.paused ? ['paused'] : [])];
  return (
    (!Array.isArray(states) || states.includes(one.state)) &&
    (office === undefined || office === (one.office ?? 'person')) &&
    (mail === undefined || ways.includes(mail)) &&
    (time === undefined || time === stands) &&
    (q === undefined || (one.name ?? '').toLowerCase().includes(q.toLowerCase()))
  );
}

const each = <Value>(...values: readonly Value[]) => [undefined, ...values];
const askings: readonly Partial<SoughtAddressees>[] = each(['DEU'], ['PER', 'CIV'], [] as string[]).flatMap((states) =>
  each('person' as const, 'justice-minister' as const).flatMap((office) =>
    each('with' as const, 'without' as const, 'paused' as const).flatMap((mail) =>
      each('in-office' as const, 'to-come' as const, 'ended' as const).flatMap((time) =>
        (states === undefined && office === undefined ? each('Ana 3', 'li', 'Nobody') : [undefined]).map((q) => ({
          ...{ states, office, mail, time, q },
        })),
      ),
    ),
  ),
);

describe.each(['name', 'state', 'changed'] as const)('in the order %s', (sort) => {
  it.each([false, true])(
    'everybody who fits is there once, from page to page and back, descending %s',
    async (descending) => {
      const all = await slice({}, sort, descending, 10_000);
      expect(all.length).toBeGreaterThan(800);
      for (const asking of askings) {
        const wanted = all.filter((one) => fits(asking, one)).map(({ id }) => id);
        const limit = Math.max(20, Math.ceil(wanted.length / 3));
        const found = [await slice(asking, sort, descending, limit)];
        for (let last = found[0]?.at(-1); last; last = found.at(-1)?.at(-1))
          found.push(await slice(asking, sort, descending, limit, last));
        expect(
          found.flat().map(({ id }) => id),
          JSON.stringify(asking),
        ).toEqual(wanted);
        const [one, two] = found;
        if (two?.[0]) expect(await slice(asking, sort, descending, limit, two[0], true)).toEqual(one);
      }
    },
    120_000,
  );
});

it('states stand in the order of their names in the language of the screen, and people in each by theirs', async () => {
  const all = await slice({ office: 'person' }, 'state', false, 1_000);
  expect([...new Set(all.map(({ state }) => state))]).toEqual(['DEU', 'CIV', 'PER']);
  const german = all.filter(({ state }) => state === 'DEU').map(({ name }) => name);
  expect(german).toEqual(german.toSorted());
});

describe('whether mail reaches somebody', () => {
  const reached = async () =>
    (await query(`SELECT by_mail FROM representatives WHERE external_id = 'X90'`))[0]?.by_mail;
  const of = `representative_id = (SELECT id FROM representatives WHERE external_id = 'X90')`;

  it('follows their addresses, whatever becomes of these', async () => {
    expect(await reached()).toBe(false);
    await query(`INSERT INTO channels (representative_id, kind, value)
      SELECT id, unnest('{phone,email,email}'::text[]), unnest('{1234,one@assembly.example,two@assembly.example}'::text[])
      FROM representatives WHERE external_id = 'X90'`);
    expect(await reached()).toBe(true);
    await query(`UPDATE channels SET ended_at = now() WHERE value = 'one@assembly.example' AND ${of}`);
    expect(await reached()).toBe(true);
    await query(`UPDATE channels SET ended_at = now() WHERE value = 'two@assembly.example' AND ${of}`);
    expect(await reached()).toBe(false);
    await query(`UPDATE channels SET ended_at = NULL WHERE value = 'one@assembly.example' AND ${of}`);
    expect(await reached()).toBe(true);
    await query(`DELETE FROM channels WHERE ${of}`);
    expect(await reached()).toBe(false);
  });

  it('is right where one address ends while another comes', async () => {
    await query(`INSERT INTO channels (representative_id, kind, value)
      SELECT id, 'email', 'one@assembly.example' FROM representatives WHERE external_id = 'X90'`);
    const [ends, comes] = [await platform.fresh.pool.connect(), await platform.fresh.pool.connect()];
    await ends.query(`BEGIN; UPDATE channels SET ended_at = now() WHERE value = 'one@assembly.example' AND ${of}`);
    await comes.query('BEGIN');
    const coming = comes.query(`INSERT INTO channels (representative_id, kind, value)
      SELECT id, 'email', 'two@assembly.example' FROM representatives WHERE external_id = 'X90'`);
    await ends.query('COMMIT');
    await coming;
    await comes.query('COMMIT');
    for (const client of [ends, comes]) client.release();
    expect(await reached()).toBe(true);
  });
});
