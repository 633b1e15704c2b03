import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeBrowser } from '../../test/support/office-browser.ts';
import { type Site, startSite } from '../../test/support/site.ts';
import { signedInAs } from '../../test/support/staff.ts';

const LIST = '/office/en/risks';
const KENYA = `${LIST}/KEN`;
let site: Site;
const lina = new OfficeBrowser(() => site.url);
const omar = new OfficeBrowser(() => site.url);
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const codesOn = ({ page }: OfficeBrowser) => [...page.matchAll(/<a id="row-([A-Z]{3})"/g)].map(([, code]) => code);
const was = ({ page }: OfficeBrowser) => /name="was" value="([^"]+)"/.exec(page)?.[1] ?? '';
const filled = (browser: OfficeBrowser, fields: Readonly<Record<string, string>> = {}) => ({
  ...{ level: 'closed', because: 'Writers were arrested', source: '', on: '2026-03-02', was: was(browser) },
  ...fields,
});
const stored = () =>
  query(`SELECT s.risk, s.risk_source, s.risk_judged_on::text AS day, (SELECT count(*)::int FROM risk_judgements
  WHERE state = s.iso3) AS judgements FROM states s WHERE iso3 = 'KEN'`);

beforeAll(async () => {
  site = await startSite({}, { work: false });
  for (const [browser, name] of [
    [lina, 'Lina H.'],
    [omar, 'Omar T.'],
  ] as const)
    browser.cookies.set('office', (await signedInAs(site.running.app, name, 'campaigner')).token);
});
afterAll(() => site.stop());

describe('the risk of a state', () => {
  it('is judged with reason and day, which stand on its page with who judged', async () => {
    await lina.get(KENYA);
    expect(lina.page).toContain('Nobody has judged this state yet.');
    await lina.post(KENYA, filled(lina, { because: 'Writers were arrested <b>', source: 'A report' }));
    expect([lina.at, lina.status]).toEqual([KENYA, 200]);
    expect(await stored()).toEqual([{ risk: 'closed', risk_source: 'A report', day: '2026-03-02', judgements: 1 }]);
    for (const words of ['No letter is offered', 'arrested &lt;b>', 'As of 2 March 2026', 'Lina H.', 'A report'])
      expect(lina.page).toContain(words);
    const [entry] = await query(
      `SELECT because, before, after FROM audit_entries WHERE operation = 'states.judge-risk'`,
    );
    expect(entry).toEqual({
      because: 'Writers were arrested <b>',
      before: { level: 'warn', source: null, on: null },
      after: { level: 'closed', source: 'A report', on: '2026-03-02' },
    });
  });

  it('that somebody else judged meanwhile is told, keeps what was typed, and is taken only once more', async () => {
    await lina.get(KENYA);
    await omar.get(KENYA);
    await omar.post(KENYA, filled(omar, { level: 'warn', because: 'They are free again' }));
    await lina.post(KENYA, filled(lina, { because: 'I heard the same' }));
    expect([lina.status, lina.page.includes('Somebody else has judged this meanwhile')]).toEqual([409, true]);
    expect(lina.page).toContain('I heard the same</textarea>');
    expect((await stored())[0]).toMatchObject({ risk: 'warn', judgements: 2 });
    await lina.post(KENYA, filled(lina, { because: 'I heard the same' }));
    expect((await stored())[0]).toMatchObject({ risk: 'closed', judgements: 3 });
  });

  it('is judged by one of two at once', async () => {
    for (const browser of [lina, omar]) await browser.get(KENYA);
    const [before] = await stored();
    await Promise.all([lina, omar].map((browser) => browser.post(KENYA, filled(browser, { because: 'At once' }))));
    expect([lina.status, omar.status].sort()).toEqual([200, 409]);
    expect((await stored())[0]?.judgements).toBe(before?.judgements + 1);
  });

  it.each([
    ['level', 'safe', 'Choose one of the three'],
    ['because', ' ', 'Write why, in up to'],
    ['because', 'y'.repeat(1_001), 'Write why, in up to'],
    ['source', 'y'.repeat(501), 'Name the source'],
    ['on', '2199-01-01', 'Give a day that is not later than today'],
    ['on', '2026-02-30', 'Give a day that is not later than today'],
    ['on', '', 'Give a day that is not later than today'],
  ])('is not judged with a %s such as “%.12s”', async (field, wrong, words) => {
    const before = await stored();
    await lina.get(KENYA);
    await lina.post(KENYA, filled(lina, { [field]: wrong }));
    expect([lina.status, lina.page.includes(words)]).toEqual([422, true]);
    expect(lina.page).toContain(`href="#${field}"`);
    expect(await stored()).toEqual(before);
  });

  it('is open only with a source', async () => {
    await lina.get(KENYA);
    await lina.post(KENYA, filled(lina, { level: 'open' }));
    expect([lina.status, lina.page.includes('“open” needs one')]).toEqual([422, true]);
    expect(lina.page).toContain('Writers were arrested</textarea>');
  });

  it('is nobody’s of a code that is no state’s', async () => {
    await lina.get(`${LIST}/XXX`);
    expect(lina.status).toBe(404);
  });
});

describe('the list of risks', () => {
  it.each([
    ['q=kenia', ['KEN']],
    ['q=Atlantis', []],
    ['judged=yes', ['KEN']],
    ['risk=closed&judged=no&q=PRK', ['PRK']],
    ['risk=open', []],
  ])('finds by %s', async (asking, codes) => {
    await lina.get(`${LIST}?${asking}`);
    expect([lina.status, codesOn(lina)]).toEqual([200, codes]);
  });

  it.each(['state', '-state', 'judged', '-judged'])('goes through all once in the order %s', async (sort) => {
    const codes: unknown[] = [];
    for (let next: string | undefined = `${LIST}?sort=${sort}`; next; ) {
      await lina.get(next);
      codes.push(...codesOn(lina));
      next = /<a href="([^"]+)"[^>]*>Next page/.exec(lina.page)?.[1]?.replaceAll('&amp;', '&');
    }
    const [{ n }] = await query('SELECT count(*)::int AS n FROM states');
    expect([codes.length, new Set(codes).size]).toEqual([n, n]);
    expect(codes[sort === 'judged' ? n - 1 : 0]).toBe(
      sort.endsWith('judged') ? 'KEN' : sort === 'state' ? 'AFG' : 'ZWE',
    );
    if (sort === 'state') expect(codes.slice(0, 4)).toEqual(['AFG', 'ALB', 'DZA', 'AND']);
  });

  it('is in the order of names in the reader’s language', async () => {
    await lina.get(LIST.replace('/en/', '/es/'));
    expect(codesOn(lina).slice(0, 4)).toEqual(['AFG', 'ALB', 'DEU', 'AND']);
  });

  it('is a file by the same filters', async () => {
    await lina.get(`${LIST}?as=csv&judged=yes`);
    expect(parse(lina.page, { columns: true, bom: true })).toMatchObject([{ iso3: 'KEN', judged_on: '2026-03-02' }]);
  });
});
