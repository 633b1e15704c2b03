import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdLetter } from '../../../test/support/hold-letter.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import { undoTimeIsOver } from '../../../test/support/undo-time.ts';
import { startedOn } from '../../../test/support/whole-reads.ts';
import { words } from '../../locales/words.ts';
import { noteHeldLanguages } from './held-languages.ts';
import { selectHeldSlice, selectLook } from './held-queries.ts';
import { LONGEST_REASON } from './ready-reasons.ts';

const LIST = '/office/en/held-letters';
let site: Site;
const omar = new OfficeBrowser(() => site.url);
const lina = new OfficeBrowser(() => site.url);
beforeAll(async () => {
  site = await startSite({}, { work: false });
  for (const [browser, name] of [
    [omar, 'Omar T.'],
    [lina, 'Lina H.'],
  ] as const)
    browser.cookies.set('office', (await signedInAs(site.running.app, name, 'moderator')).token);
});
afterAll(() => site.stop());
beforeEach(async () => {
  await query(
    `UPDATE letters SET state = 'withdrawn', text_sealed = NULL, due_at = NULL, claim = NULL WHERE state IN ('held', 'waiting')`,
  );
});

const query = async (sql: string, values: unknown[] = []) => (await site.fresh.pool.query(sql, values)).rows;
const held = (how: Parameters<typeof holdLetter>[1] = {}) => holdLetter(site.running.app, how);
const stateOf = async (id: string) => (await query('SELECT state FROM letters WHERE id = $1', [id]))[0]?.state;
const textOf = ({ page }: OfficeBrowser) =>
  page
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#x27;', '’')
    .replaceAll('&amp;', '&');
const letterPage = (id: string, then = '') => `${LIST}/${id}${then}`;

async function does(browser: OfficeBrowser, id: string, what: string, fields: Readonly<Record<string, string>> = {}) {
  await browser.get(LIST);
  await browser.get(letterPage(id));
  return browser.post(letterPage(id, `/${what}`), fields);
}

describe('a held letter', () => {
  it('is shown as text, in its own language and direction, with why it is held and what was found', async () => {
    const id = await held({
      lang: 'ar',
      subject: '<script>alert(1)</script>',
      body: 'معالي الوزير،\n\n<b>عاجل</b>',
    });
    await omar.get(letterPage(id));
    expect(omar.page).toMatch(/<article[^>]* lang="ar" dir="rtl"[^>]*>.*&lt;b>عاجل&lt;\/b>/s);
    expect(omar.page).not.toContain('<script>alert');
    expect(textOf(omar)).toContain('Something in it looks like the address of a site');
    expect(omar.page).not.toContain('@mail.example');
  });

  it('says what looks like an address, or in which words it may threaten', async () => {
    await omar.get(letterPage(await held({ body: 'Minister,\n\nread (www.evil.example) now.' })));
    expect(omar.page).toMatch(/<mark><bdi>\(www\.evil\.example\)<\/bdi><\/mark>/);
    const id = await held({ because: 'threat', body: 'Minister, we know where you live.' });
    await omar.get(letterPage(id));
    expect(omar.page).toMatch(/<mark><bdi>[a-z ]*know where you live<\/bdi><\/mark>/);
  });

  it('that is taken says by whom and until when, and lets nobody else decide', async () => {
    const id = await held();
    await does(omar, id, 'take');
    expect(textOf(omar)).toContain('You have it until');
    await lina.get(letterPage(id));
    expect(textOf(lina)).toContain('Omar T. has it until');
    expect(lina.page).not.toContain(letterPage(id, '/release'));
    for (const [what, fields] of [
      ['release', {}],
      ['refuse', { reason: 'No.' }],
      ['take', {}],
    ] as const) {
      await does(lina, id, what, fields);
      expect([lina.status, textOf(lina).includes('Omar T. has it until'), await stateOf(id)]).toEqual([
        409,
        true,
        'held',
      ]);
    }
    await does(omar, id, 'give-back');
    await does(lina, id, 'release');
    expect(await stateOf(id)).toBe('waiting');
  });

  it('tells whoever comes second what was decided, and by whom', async () => {
    const id = await held();
    await lina.get(letterPage(id));
    await does(omar, id, 'release');
    await lina.post(letterPage(id, '/refuse'), { reason: 'It is late.' });
    expect(lina.status).toBe(409);
    expect(textOf(lina)).toContain('Nothing was changed: somebody else was quicker.');
    expect(textOf(lina)).toContain('Omar T. released it');
    expect(await stateOf(id)).toBe('waiting');
  });

  it('that was decided can be taken back for a while, and says so', async () => {
    const id = await held();
    await does(omar, id, 'release');
    expect(textOf(omar)).toMatch(/Omar T\. released it.*It does not leave before/);
    await does(lina, id, 'undo');
    expect([lina.at, await stateOf(id)]).toEqual([letterPage(id), 'held']);
    expect(textOf(lina)).toContain('Decision on a letter taken back');
    await does(omar, id, 'refuse', { reason: 'It holds a link.' });
    await undoTimeIsOver(site.fresh.pool);
    await query(`UPDATE graphile_worker._private_jobs SET attempts = 1 WHERE key = $1`, [`mail-refusal ${id}`]);
    await does(omar, id, 'undo');
    expect([omar.status, await stateOf(id)]).toEqual([409, 'refused']);
    expect(textOf(omar)).toContain('The mail to its writer is on its way');
    expect(textOf(omar)).toContain('It holds a link.');
  });

  it('whose writer took it back, whose campaign ended, whose addressee’s address ended says so', async () => {
    const [taken = '', open = ''] = [await held(), await held()];
    await noteHeldLanguages(site.running.app);
    await query(`UPDATE letters SET state = 'withdrawn', text_sealed = NULL WHERE id = $1`, [taken]);
    await query('UPDATE channels SET ended_at = now()');
    await omar.get(letterPage(taken));
    expect(textOf(omar)).toContain('Its writer has taken it back.');
    expect(omar.page).not.toContain('class="paper"');
    await omar.get(letterPage(open));
    expect(textOf(omar)).toContain('The address that it was written to is no longer used.');
    await query('UPDATE channels SET ended_at = NULL');
  });

  it.each(['no-id', '019a0000-0000-7000-8000-000000000001'])('that is none is not found: %s', async (id) => {
    await omar.get(letterPage(id));
    expect(omar.status).toBe(404);
    for (const what of ['take', 'give-back', 'release', 'undo']) {
      await omar.get(LIST);
      await omar.post(letterPage(id, `/${what}`), {});
      expect(omar.status, what).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('a reason', () => {
  it('begins in the language of the letter’s writer, with the one that is chosen', async () => {
    const id = await held({ lang: 'ar', letterLang: 'fr' });
    const { t } = words('ar');
    await omar.get(letterPage(id));
    expect(omar.page).toMatch(/<textarea[^>]* lang="ar" dir="rtl"/);
    expect(omar.page).toContain(t('letters.reason.link'));
    await omar.get(letterPage(id, '?use=insult'));
    expect(omar.page).toContain(t('letters.reason.insult'));
    await omar.get(letterPage(id, '?use=constructor'));
    expect(omar.page).toContain(t('letters.reason.link'));
  });

  it.each([
    [' \u200b ', 'Say why: the writer is mailed it.'],
    ['x'.repeat(LONGEST_REASON + 1), 'The reason is too long'],
  ])('that says nothing or too much is told, and what was typed stays', async (reason, wrong) => {
    const id = await held();
    await does(omar, id, 'refuse', { reason });
    expect([omar.status, await stateOf(id)]).toEqual([422, 'held']);
    expect(textOf(omar)).toContain(wrong);
    expect(omar.page).toContain('<a href="#reason">');
    expect(omar.page).toContain(`${reason}</textarea>`);
  });
});

describe('the list of held letters', () => {
  it('is a file without anything of the letters’ words or their writers', async () => {
    const id = await held({
      name: 'Secret Name',
      subject: 'Secret subject',
      body: 'Secret body',
      country: 'FRA',
      lang: 'fr',
    });
    await omar.get(`${LIST}?as=csv`);
    const [row] = parse<Record<string, string>>(omar.page, { columns: true, bom: true });
    expect(row).toMatchObject({ id, campaign: 'united-by-common-bonds', state: 'FRA', language: 'fr', why: 'link' });
    expect(Object.keys(row ?? {})).toEqual(['id', 'campaign', 'ask', 'state', 'language', 'why', 'since']);
    expect(omar.page).not.toContain('Secret');
  });

  it('offers the asks and states of which there are letters, and shows what fits', async () => {
    const [kenya = '', france = ''] = [await held(), await held({ country: 'FRA', subject: 'Justice, madame' })];
    await omar.get(LIST);
    expect(omar.page).toContain('<option value="FRA">France</option>');
    expect(omar.page).not.toContain('<option value="ITA"');
    await omar.get(`${LIST}?state=FRA`);
    expect([omar.page.includes(`row-${france}`), omar.page.includes(`row-${kenya}`)]).toEqual([true, false]);
    const look = await selectLook(site.running.app.database, kenya);
    await omar.get(`${LIST}?ask=${look?.ask_id}`);
    expect(omar.page).toContain(`<option selected value="${look?.ask_id}">`);
    await omar.get(`${LIST}?ask=1`);
    expect([omar.status, textOf(omar).includes('Choose one of those offered.')]).toEqual([422, true]);
  });

  it('decides several at once, each with a reason in its writer’s language', async () => {
    const [one = '', other = '', third = ''] = [await held(), await held({ lang: 'ar' }), await held()];
    await does(lina, third, 'take');
    const several = `${LIST}/several/refuse`;
    const chosen = [one, other, third].map((id) => ['item', id] as const);
    await omar.get(`${several}?${new URLSearchParams(chosen.map(([name, value]) => [name, value]))}&use=insult`);
    expect(omar.page).toContain('<h1>Refuse 3 letters</h1>');
    expect(omar.page).toContain(words('ar').t('letters.reason.insult'));
    await omar.postAll(several, [...chosen, ['reason-en', 'It is rude.'], ['reason-ar', ' '], ['to', '/held-letters']]);
    expect([omar.status, omar.page.includes('It is rude.</textarea>'), await stateOf(one)]).toEqual([
      422,
      true,
      'held',
    ]);
    await omar.postAll(several, [
      ...chosen,
      ['reason-en', 'It is rude.'],
      ['reason-ar', 'مسيئة'],
      ['to', '/held-letters'],
    ]);
    expect(textOf(omar)).toContain('2 letters were refused. One was left as it is');
    expect(await Promise.all([one, other, third].map(stateOf))).toEqual(['refused', 'refused', 'held']);
    const reasons = await query('SELECT reason FROM reviews WHERE letter_id = ANY ($1) ORDER BY reason', [
      [one, other],
    ]);
    expect(reasons).toEqual([{ reason: 'It is rude.' }, { reason: 'مسيئة' }]);
  });

  it('leads from a letter to others with the same words, to be decided together', async () => {
    const body = (name: string) => `Minister,\n\nRead www.evil.example, all of it.\n\nYours,\n${name}`;
    const ids = [
      await held({ name: 'Amina K.', body: body('Amina K.') }),
      await held({ name: 'Joseph O.', body: body('Joseph O.') }),
    ];
    await held({ name: 'Lea F.', body: 'Minister,\n\nRead www.other.example' });
    await omar.get(letterPage(ids[0] ?? ''));
    expect(textOf(omar)).toContain('Another letter has the same words');
    const items = [...omar.page.matchAll(/<input[^>]* name="item"[^>]*>/g)].map(
      ([tag]) => /value="([^"]+)"/.exec(tag)?.[1],
    );
    expect(items.toSorted()).toEqual(ids.toSorted());
    await omar.get(`${LIST}/several/release?${new URLSearchParams(ids.map((id) => ['item', id]))}&to=%2Fheld-letters`);
    await omar.postAll(`${LIST}/several/release`, [...ids.map((id) => ['item', id] as const), ['to', '/held-letters']]);
    expect(textOf(omar)).toContain('2 letters were released.');
    expect(await Promise.all(ids.map(stateOf))).toEqual(['waiting', 'waiting']);
  });

  it('finds its rows by an index', async () => {
    await held();
    const one = await startedOn(site.fresh);
    // Of the few rows of a test all are read at once, where that is allowed.
    await sql`SET enable_seqscan = off`.execute(one.database);
    const [row] = await selectHeldSlice(one.database, {}, { descending: false, limit: 1 });
    const from = { value: row?.position ?? '', id: row?.id ?? '', back: false };
    await selectHeldSlice(one.database, { lang: 'en', why: 'link' }, { descending: true, limit: 51, from });
    await selectLook(one.database, row?.id ?? '');
    expect(await one.wholeReads('letters')).toBe(0);
    await one.end();
  });
});
