import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { signedInAs } from '../../test/support/staff.ts';
import { operatorAt } from '../actors/at-the-machine.ts';
import { readCsv } from './csv.ts';
import { importRepresentatives } from './import-representatives.ts';

const ADD = '/office/en/addressees/add';
let site: Site;
const lina = new OfficeBrowser(() => site.url);
const omar = new OfficeBrowser(() => site.url);
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const pageOf = async (name: string) =>
  `/office/en/addressees/${(await query(`SELECT id FROM representatives WHERE name = '${name}'`))[0].id}`;
const inputsOf = ({ page }: OfficeBrowser) =>
  Object.fromEntries(
    [...page.matchAll(/<input(?:[^>"]|"[^"]*")* name="([^"]+)"(?:[^>"]|"[^"]*")*>/g)].map(([input, name = '']) => [
      name,
      / value="([^"]*)"/.exec(input)?.[1] ?? '',
    ]),
  );
const list = 'id,name,role,email,phone,started_on\nK1,Amina Kiprop,Senator,amina@assembly.example,+254 20 1,2024';
async function importsList() {
  const { database } = site.running.app;
  const by = await operatorAt(database, 'Who sets up the test');
  return importRepresentatives(database, readCsv(list, '2026-03-02'), {
    ...{ state: 'KEN', kind: 'csv', day: '2026-03-02', source: 'Roll', skipBad: false, dryRun: false, by },
  });
}

beforeAll(async () => {
  site = await startSite({}, { work: false });
  await importsList();
  for (const [browser, name] of [
    [lina, 'Lina H.'],
    [omar, 'Omar T.'],
  ] as const)
    browser.cookies.set('office', (await signedInAs(site.running.app, name, 'campaigner')).token);
});
afterAll(() => site.stop());

describe('whoever is known', () => {
  it('is changed with what waits for them, keeps all else, and the same list changes nothing back', async () => {
    const page = await pageOf('Amina Kiprop');
    const [before] = await query(`SELECT id FROM channels WHERE value = 'amina@assembly.example'`);
    await lina.get(`${page}/edit`);
    const typed = { ...inputsOf(lina), email: 'kiprop@senate.example', role: 'Speaker', as_of: '2026-04-01' };
    await lina.post(`${page}/edit`, typed);
    expect([lina.at, lina.status]).toEqual([page, 200]);
    expect(await query(`SELECT value FROM channels WHERE id = '${before.id}'`)).toEqual([
      { value: 'kiprop@senate.example' },
    ]);
    expect(lina.page).toContain('+254 20 1');
    expect(lina.page).toContain('Addressee changed');
    const report = await importsList();
    expect([report.unchanged, report.changed.length]).toEqual([1, 0]);
    const [entry] = await query(`SELECT after FROM audit_entries WHERE operation = 'representatives.change'`);
    expect(entry.after).toEqual({ changed: ['role', 'email', 'as_of'] });
  });

  it('that somebody else changed meanwhile shows both, keeps what was typed, and takes it only once more', async () => {
    const page = await pageOf('Amina Kiprop');
    await lina.get(`${page}/edit`);
    await omar.get(`${page}/edit`);
    await omar.post(`${page}/edit`, { ...inputsOf(omar), role: 'Deputy Speaker' });
    await lina.post(`${page}/edit`, { ...inputsOf(lina), role: 'First Speaker <b>' });
    expect(lina.status).toBe(409);
    expect(lina.page).toContain('<mark>Deputy</mark> Speaker');
    expect(inputsOf(lina).role).toBe('First Speaker &lt;b>');
    expect(await query('SELECT role FROM mandates')).toEqual([{ role: 'Deputy Speaker' }]);
    await lina.post(`${page}/edit`, { ...inputsOf(lina), role: 'First Speaker' });
    expect([lina.status, await query('SELECT role FROM mandates')]).toEqual([200, [{ role: 'First Speaker' }]]);
  });

  it.each([
    ['email', 'two@a.example three@a.example', 'Write one e-mail address'],
    ['email', 'desk', 'Write one e-mail address'],
    ['name', ' ', 'Write a name'],
    ['started_on', '2024-13', 'Write the first day'],
    ['ended_on', '2020', 'ends before it begins'],
    ['as_of', '2026-02-30', 'Write the day of the source'],
  ])('takes no %s such as “%s”, and keeps it in the form', async (field, wrong, words) => {
    const page = await pageOf('Amina Kiprop');
    const before = await query('SELECT * FROM representatives ORDER BY id');
    await lina.get(`${page}/edit`);
    await lina.post(`${page}/edit`, { ...inputsOf(lina), [field]: wrong });
    expect([lina.status, lina.page.includes(words)]).toEqual([422, true]);
    expect(inputsOf(lina)[field]).toBe(wrong.trim());
    expect(await query('SELECT * FROM representatives ORDER BY id')).toEqual(before);
  });

  it('has left once the last day has passed: nobody is reached there any more', async () => {
    const page = await pageOf('Amina Kiprop');
    await lina.get(`${page}/edit`);
    await lina.post(`${page}/edit`, { ...inputsOf(lina), ended_on: '2025-01' });
    expect(lina.page).toContain('Left: January 2025');
    expect(
      await query(`SELECT count(*)::int AS n FROM channels c JOIN representatives r ON r.id = representative_id
      WHERE r.name = 'Amina Kiprop' AND c.ended_at IS NULL`),
    ).toEqual([{ n: 0 }]);
  });
});

describe('somebody new', () => {
  it('is added once, though the form is sent twice', async () => {
    await lina.get(ADD);
    const typed = { ...inputsOf(lina), state: 'Kenia', name: 'Njeri Wanjiru', email: 'njeri@assembly.example' };
    await lina.post(ADD, typed);
    const there = lina.at;
    expect(lina.page).toContain('njeri@assembly.example');
    await lina.get(ADD);
    await lina.post(ADD, typed);
    expect(lina.at).toBe(there);
    expect(await query(`SELECT state, source_key FROM representatives WHERE name = 'Njeri Wanjiru'`)).toEqual([
      { state: 'KEN', source_key: 'by hand' },
    ]);
  });

  it('needs a state that there is, and a name', async () => {
    await lina.get(ADD);
    await lina.post(ADD, { ...inputsOf(lina), state: 'Atlantis', body: 'Assembly' });
    expect([lina.status, lina.page.includes('Write which state'), lina.page.includes('Write a name')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(inputsOf(lina).body).toBe('Assembly');
  });
});
