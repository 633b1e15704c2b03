import { describe, expect, it } from 'vitest';
import { ADD_ACT, goes, hidden, joins, LIST, rowsOn, seen, startDesk } from '../../test/support/record-desk.ts';

const { lina, omar, query, revisions, onRecord, publicPage } = startDesk();

describe('the list', () => {
  it('finds by name, id, kind and how sure a fact is', async () => {
    const found = async (asking: string) => {
      await lina.get(`${LIST}?${asking}`);
      expect(lina.status).toBe(200);
      return rowsOn(lina);
    };
    expect(await found('q=BDI+withdrawal')).toEqual([
      'treaty-acts.BDI_rome-statute_withdrawal-effective_2017-10-27',
      'treaty-acts.BDI_rome-statute_withdrawal-notified_2016-10-27',
    ]);
    expect(await found('q=burundi+notice')).toEqual(['treaty-acts.BDI_rome-statute_withdrawal-notified_2016-10-27']);
    expect(await found('kind=people&q=lubanga')).toEqual(['people.lubanga']);
    expect((await found('kind=known-through')).length).toBe(2);
    expect(await found('q=nobody+of+this+name')).toEqual([]);
    expect((await found('standing=computed')).every((id) => /entry-into-force|effective/.test(String(id)))).toBe(true);
  });

  it('goes through all of a kind once, forwards and back, by each of its orders', async () => {
    for (const sort of ['name', '-day', 'revision']) {
      const ids: unknown[] = [];
      const path = `${LIST}?kind=people&sort=${sort}`;
      for (let next: string | undefined = path; next; ) {
        await lina.get(next);
        ids.push(...rowsOn(lina));
        next = /<a href="([^"]+)"[^>]*>Next page/.exec(lina.page)?.[1]?.replaceAll('&amp;', '&');
      }
      const [{ n }] = await query(`SELECT count(*)::int AS n FROM facts WHERE file = 'people' AND until IS NULL`);
      expect([ids.length, new Set(ids).size]).toEqual([n, n]);
      const back = /<a href="([^"]+)"[^>]*>Page before/.exec(lina.page)?.[1]?.replaceAll('&amp;', '&') ?? '';
      await lina.get(back);
      const page = rowsOn(lina);
      expect(page).toEqual(ids.slice(-page.length - (ids.length % 50 || 50)).slice(0, page.length));
    }
  });
});

describe('a treaty act', () => {
  it('is added after a look, with what follows from it, and stands before readers', async () => {
    const before = await revisions();
    await lina.get(ADD_ACT);
    await lina.post(ADD_ACT, joins);
    expect([lina.status, await revisions()]).toEqual([200, before]);
    for (const words of ['Nothing has been recorded yet', 'Entry into force', '1 April 2026', '/en/states/FJI'])
      expect(lina.page).toContain(words);
    expect(lina.page).toMatch(/Parties to the agreement on[^<]*<\/a> from \d+ to \d+/);
    await goes(lina, ADD_ACT, joins);
    expect([lina.status, lina.at]).toEqual([200, `${LIST}/treaty-acts/FJI_apic_accession_2026-03-02`]);
    expect(await revisions()).toBe(before + 1);
    expect(await onRecord('treaty-acts', 'FJI/apic/%')).toEqual([
      'FJI/apic/accession/2026-03-02',
      'FJI/apic/entry-into-force/2026-04-01',
    ]);
    for (const words of ['Deposited in March', 'Lina H.', `Recorded in revision ${before + 1}`])
      expect(lina.page).toContain(words);
    const [entry] = await query(`SELECT because, after FROM audit_entries WHERE operation = 'facts.revise'
      AND item = 'states ${before + 1}'`);
    expect(entry).toEqual({ because: 'Deposited in March', after: { rows: 2, files: ['treaty-acts'] } });
    const page = await publicPage('/en/states/FJI');
    expect(page).toContain('2 March 2026');
  });

  it('is corrected: its day, what followed from it, and its history under both days', async () => {
    const path = `${LIST}/treaty-acts/FJI_apic_accession_2026-03-02/edit`;
    await lina.get(path);
    await goes(
      lina,
      path,
      { ...joins, date: '2026-03-12', was: hidden('was', lina) },
      'The notification says the 12th',
    );
    expect([lina.status, lina.at]).toEqual([200, `${LIST}/treaty-acts/FJI_apic_accession_2026-03-12`]);
    expect(await onRecord('treaty-acts', 'FJI/apic/%')).toEqual([
      'FJI/apic/accession/2026-03-12',
      'FJI/apic/entry-into-force/2026-04-11',
    ]);
    for (const words of ['The notification says the 12th', 'Deposited in March', '<del><bdi>2 March 2026'])
      expect(lina.page).toContain(words);
    await lina.get(`${LIST}/treaty-acts/FJI_apic_entry-into-force_2026-04-11`);
    expect(lina.page).toContain('<del><bdi>1 April 2026');
  });

  it('ends, with what followed from it', async () => {
    const path = `${LIST}/treaty-acts/FJI_apic_accession_2026-03-12/end`;
    await lina.get(path);
    await lina.post(path, { step: 'go', looked: hidden('looked', lina), why: ' ' });
    expect([lina.status, lina.page.includes('Write why')]).toEqual([422, true]);
    await lina.post(path, { step: 'go', looked: hidden('looked', lina), why: 'It was Tuvalu' });
    expect([lina.status, lina.at]).toEqual([200, `${LIST}?kind=treaty-acts`]);
    expect(await onRecord('treaty-acts', 'FJI/apic/%')).toEqual([]);
  });

  it('of withdrawal brings its effect, and taken back takes it away', async () => {
    const notice = { iso3: 'FJI', treaty: 'rome-statute', act: 'withdrawal-notified', date: '2026-02-02', ...seen };
    await lina.get(ADD_ACT);
    await goes(lina, ADD_ACT, notice);
    expect(await onRecord('treaty-acts', 'FJI/rome-statute/withdrawal%')).toEqual([
      'FJI/rome-statute/withdrawal-effective/2027-02-02',
      'FJI/rome-statute/withdrawal-notified/2026-02-02',
    ]);
    await lina.get(ADD_ACT);
    await lina.post(ADD_ACT, { ...notice, act: 'withdrawal-rescinded', date: '2026-05-02' });
    expect(lina.page).toContain('Taken out');
    await goes(lina, ADD_ACT, { ...notice, act: 'withdrawal-rescinded', date: '2026-05-02' });
    expect(await onRecord('treaty-acts', 'FJI/rome-statute/withdrawal%')).toEqual([
      'FJI/rome-statute/withdrawal-notified/2026-02-02',
      'FJI/rome-statute/withdrawal-rescinded/2026-05-02',
    ]);
  });

  it.each([
    ['date', '2026-02-30', 'Write a year, a month or a day that exists'],
    ['date', '', 'Write a year, a month or a day that exists'],
    ['date', '2199-01-01', 'This day is to come'],
    ['iso3', 'XXX', 'Choose one from the list'],
    ['iso3', '', 'Choose one from the list'],
    ['treaty', 'magna-carta', 'Choose one from the list'],
    ['source', ' ', 'Fill this in'],
    ['source', '\0', 'Fill this in'],
    ['source', 'y'.repeat(2_001), 'Shorten this to 2,000 characters'],
    ['public_on', 'tomorrow', 'Write a day that exists, such as'],
    ['predecessor', 'scg', 'three capital letters'],
    ['other_date', '2026-03-01', 'give both, or neither'],
    ['act', 'signature', 'open for signature from 10 September 2002 to 30 June 2004'],
    ['act', 'withdrawal-notified', 'this state was not one'],
    ['standing', '', 'Choose one from the list'],
  ])('is not recorded with a %s such as “%.12s”', async (field, wrong, words) => {
    const before = await revisions();
    await lina.get(ADD_ACT);
    await lina.post(ADD_ACT, { ...joins, [field]: wrong });
    expect([lina.status, lina.page.includes(words)]).toEqual([422, true]);
    expect(lina.page).toContain(`href="#${wrong === 'signature' ? 'date' : field}"`);
    if (field !== 'source') expect(lina.page).toContain(`${seen.source}</textarea>`);
    expect(await revisions()).toBe(before);
  });

  it('says what is wrong in the language of whoever types', async () => {
    await lina.get(ADD_ACT.replace('/en/', '/ar/'));
    await lina.post(ADD_ACT.replace('/en/', '/ar/'), { ...joins, date: '2026-02-30' });
    expect([lina.status, lina.page.includes('اكتب سنة أو شهرا أو يوما موجودا')]).toEqual([422, true]);
  });

  it('is on record once', async () => {
    const known = { ...joins, iso3: 'BDI', treaty: 'rome-statute', act: 'withdrawal-notified', date: '2016-10-27' };
    await lina.get(ADD_ACT);
    await lina.post(ADD_ACT, known);
    expect([lina.status, lina.page.includes('This is on record already')]).toEqual([422, true]);
  });

  it('is recorded only as it was looked at', async () => {
    const before = await revisions();
    await lina.get(ADD_ACT);
    await lina.post(ADD_ACT, joins);
    const looked = hidden('looked', lina);
    await lina.post(ADD_ACT, { ...joins, date: '2026-03-05', why: 'Another', step: 'go', looked });
    expect([lina.status, await revisions()]).toEqual([409, before]);
    expect(lina.page).toContain('5 March 2026');
    await lina.post(ADD_ACT, { ...joins, step: 'go', why: '', looked });
    expect([lina.status, lina.page.includes('Write why, in up to')]).toEqual([422, true]);
  });
});

const LAW = `${LIST}/national-law/FJI_complementarity`;
const law = { status: 'enacted', year: '2024', note: 'An act of parliament', ...seen };

describe('a law', () => {
  it('is added or corrected, and is on the page of its state', async () => {
    await lina.get(LAW);
    const there = lina.status === 200;
    const path = there ? `${LAW}/edit` : `${LIST}/add/national-law`;
    await lina.get(path);
    const typed = { iso3: 'FJI', topic: 'complementarity', ...law, was: hidden('was', lina) };
    await goes(lina, path, typed, 'Read in the gazette');
    expect([lina.status, lina.at]).toEqual([200, LAW]);
    expect(await publicPage('/en/states/FJI')).toContain('An act of parliament');
  });

  it('that somebody else corrected meanwhile is told beside what was typed, and nothing typed is lost', async () => {
    for (const browser of [lina, omar]) await browser.get(`${LAW}/edit`);
    const was = hidden('was', lina);
    await goes(omar, `${LAW}/edit`, { ...law, note: 'Adopted in May', was: hidden('was', omar) }, 'The day');
    await lina.post(`${LAW}/edit`, { ...law, note: 'Adopted in June', was });
    expect([lina.status, lina.page.includes('Somebody else changed this meanwhile')]).toEqual([409, true]);
    expect(lina.page).toMatch(/Adopted in <mark>May<\/mark>/);
    expect(lina.page).toContain('Adopted in June</textarea>');
    await goes(lina, `${LAW}/edit`, { ...law, note: 'Adopted in June', was: hidden('was', lina) }, 'Read again');
    expect([lina.status, lina.page.includes('Adopted in June')]).toEqual([200, true]);
  });

  it('is corrected by one of two at once', async () => {
    const before = await revisions();
    const forms = await Promise.all(
      [lina, omar].map(async (browser, at) => {
        await browser.get(`${LAW}/edit`);
        const typed = { ...law, note: `At once ${at}`, was: hidden('was', browser) };
        await browser.post(`${LAW}/edit`, typed);
        return { browser, typed: { ...typed, why: 'At once', step: 'go', looked: hidden('looked', browser) } };
      }),
    );
    await Promise.all(forms.map(({ browser, typed }) => browser.post(`${LAW}/edit`, typed)));
    expect([lina.status, omar.status].sort()).toEqual([200, 409]);
    expect(await revisions()).toBe(before + 1);
  });

  it('that would change nothing is not recorded', async () => {
    const before = await revisions();
    await lina.get(`${LAW}/edit`);
    const [{ fields }] = await query(`SELECT fields FROM facts WHERE file = 'national-law'
      AND key = 'FJI/complementarity' AND until IS NULL`);
    await lina.post(`${LAW}/edit`, { ...fields, was: hidden('was', lina) });
    expect([lina.status, lina.page.includes('nothing would change'), await revisions()]).toEqual([200, true, before]);
  });
});
