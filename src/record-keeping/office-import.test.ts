import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goes, hidden, joins, LIST, startDesk } from '../../test/support/record-desk.ts';
import { root } from '../config/root.ts';
import { MOST_CHARACTERS } from './typed-tables.ts';

const { lina, omar, rosa, query, revisions, onRecord } = startDesk();
const STATES = `${LIST}/import/states`;
const COURT = `${LIST}/import/court`;
const HEAD = 'iso3,treaty,act,date,predecessor,source,standing';
const acts = (...lines: readonly string[]) => ({ 'treaty-acts': [HEAD, ...lines].join('\n') });
const accession = 'FJI,apic,accession,2026-03-02,,"UN, C.N.1",seen';
const inForce = 'FJI,apic,entry-into-force,2026-04-01,,Computed: by the rule,computed';

describe('tables of a folder', () => {
  it('are looked at, then become one revision, with its reason', async () => {
    const before = await revisions();
    await lina.get(STATES);
    expect(lina.status).toBe(200);
    await lina.post(STATES, acts(accession, inForce));
    expect([lina.status, await revisions()]).toEqual([200, before]);
    for (const words of [
      'Nothing has been recorded yet',
      'Accession · Agreement on privileges',
      'from 7',
      '/en/states/FJI',
    ])
      expect(lina.page).toContain(words);
    await goes(lina, STATES, acts(accession, inForce), 'The list of March');
    expect([lina.status, lina.page.includes(`Recorded as revision ${before + 1}.`)]).toEqual([200, true]);
    expect(await onRecord('treaty-acts', 'FJI/apic/%')).toHaveLength(2);
    await goes(lina, STATES, acts(accession, inForce), 'Again');
    expect(await revisions()).toBe(before + 1);
    const [entry] = await query(`SELECT because FROM audit_entries WHERE item = 'states ${before + 1}'`);
    expect(entry).toEqual({ because: 'The list of March' });
  });

  it('correct a row’s source alone, and what follows from it keeps its own', async () => {
    const path = `${LIST}/treaty-acts/FJI_apic_accession_2026-03-02/edit`;
    await lina.get(path);
    await goes(lina, path, { ...joins, source: 'Read again', was: hidden('was', lina) });
    const [{ fields }] = await query(`SELECT fields FROM facts WHERE key = 'FJI/apic/entry-into-force/2026-04-01'
      AND until IS NULL`);
    expect(fields.source).toBe('Computed: by the rule');
  });

  it('of several kinds become one revision together, each row held to the others', async () => {
    const before = await revisions();
    const tables = {
      people: 'slug,name,name_ar,born,nationality,note\nzoe,Zoë Example,,,,',
      participants: 'case,person,joined_on,left_on\nlubanga,zoe,,',
    };
    await lina.get(COURT);
    await lina.post(COURT, { participants: tables.participants });
    expect([lina.status, lina.page.includes('zoe is not in people.csv')]).toEqual([422, true]);
    await goes(lina, COURT, tables, 'Named by the judges');
    expect(await revisions()).toBe(before + 1);
    expect(await onRecord('participants', 'lubanga/zoe')).toEqual(['lubanga/zoe']);
  });

  it('end what they lack only where they are said to be whole', async () => {
    const table = readFileSync(join(root, 'content/states/non-compliance.csv'), 'utf8').trimEnd().split('\n');
    const shorter = { 'non-compliance': table.slice(0, -1).join('\n') };
    await lina.get(STATES);
    await lina.post(STATES, shorter);
    expect(lina.page).not.toContain('Record it as one revision');
    await lina.post(STATES, { ...shorter, whole: '1' });
    expect([lina.status, lina.page.includes('Taken out'), hidden('whole', lina)]).toEqual([200, true, '1']);
  });

  it.each([
    ['a wrong day', acts(accession.replace('2026-03-02', '2026-02-30')), 'Treaty acts, line 2'],
    ['an unknown state', acts(accession.replace('FJI', 'XXX'), inForce.replace('FJI', 'XXX')), 'Choose a state'],
    ['no source', acts(accession.replace('"UN, C.N.1"', '')), 'source: is missing'],
    ['no entry into force', acts(accession.replaceAll('FJI', 'TUV')), 'can’t be worked out'],
    ['a row twice', acts(accession, accession), 'says the same as line 2'],
    ['an unknown column', { 'treaty-acts': `${HEAD},colour\n${accession},red` }, 'Unrecognized key'],
    ['a picture', { 'treaty-acts': 'PK\u0003\u0004zip' }, 'This is no table'],
    ['heads alone', acts(), 'This is no table'],
    ['nothing', {}, 'Paste one table at least'],
  ] as const)('with %s are not taken, and come back as they were given', async (_, tables, words) => {
    const before = await revisions();
    await lina.get(STATES);
    await lina.post(STATES, { ...tables, step: 'go', why: 'Go', looked: 'x' });
    expect([lina.status, lina.page.includes(words)]).toEqual([422, true]);
    if ('treaty-acts' in tables && !words.includes('no table')) expect(lina.page).toContain(HEAD.slice(0, 20));
    expect(await revisions()).toBe(before);
  });

  it('that are longer than a field are told so', async () => {
    await lina.get(STATES);
    await lina.post(STATES, { 'treaty-acts': 'x'.repeat(MOST_CHARACTERS + 1) });
    expect(lina.status).toBe(422);
  });

  it('are recorded once by two at once, and only as they were looked at', async () => {
    const table = acts(accession.replace('FJI', 'TUV'), inForce.replace('FJI', 'TUV'));
    const before = await revisions();
    for (const browser of [lina, omar]) {
      await browser.get(STATES);
      await browser.post(STATES, table);
    }
    const go = (browser: typeof lina, more = {}) =>
      browser.post(STATES, { ...table, ...more, step: 'go', why: 'Go', looked: hidden('looked', browser) });
    await go(lina, { whole: '1' });
    expect([lina.status, await revisions()]).toEqual([409, before]);
    await lina.post(STATES, table);
    await Promise.all([go(lina), go(omar)]);
    expect([lina.status, omar.status].sort()).toEqual([200, 409]);
    expect(await revisions()).toBe(before + 1);
  });

  it('ask for a factor afresh, and keep what was given until then', async () => {
    const table = acts(accession.replace('FJI', 'KIR'), inForce.replace('FJI', 'KIR'));
    await omar.get(STATES);
    await omar.post(STATES, table);
    await query(`UPDATE sessions SET began_at = now() - interval '1 hour', proved_at = now() - interval '11 minutes'`);
    const before = await revisions();
    await omar.post(STATES, { ...table, step: 'go', why: 'Go', looked: hidden('looked', omar) });
    expect([omar.status, omar.page.includes('Ten minutes have passed'), await revisions()]).toEqual([
      403,
      true,
      before,
    ]);
    await query('UPDATE sessions SET proved_at = now()');
    await omar.post(STATES, { ...table, step: 'go', why: 'Go', looked: hidden('looked', omar) });
    expect([omar.status, await revisions()]).toEqual([200, before + 1]);
  });

  it('are nobody’s to import who does not keep the record', async () => {
    await rosa.get(LIST);
    await rosa.post(STATES, acts(accession));
    expect(rosa.status).toBe(403);
  });
});
