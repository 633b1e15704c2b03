import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST } from '../../../test/support/campaigns.ts';
import { inputsOf } from '../../../test/support/inputs.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';
import { operatorAt } from '../../actors/at-the-machine.ts';
import { changePublication } from '../../publications/command.ts';
import { rooms } from '../../rooms.ts';

const OF = `/office/en/campaigns/${FIRST}`;
const AT = `${OF}/asks/ratify/rules`;
let site: Site;
const lina = new OfficeBrowser(() => site.url);
const omar = new OfficeBrowser(() => site.url);
const editor = new OfficeBrowser(() => site.url);
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const database = () => site.running.app.database;
const ask = async (slug: string) => (await query(`SELECT * FROM asks WHERE slug = '${slug}'`))[0];
const versions = (slug: string) =>
  query(
    `SELECT number, rules FROM ask_rules r JOIN asks a ON a.id = r.ask_id WHERE a.slug = '${slug}' ORDER BY number`,
  );
const entries = () =>
  query(`SELECT item, before, after FROM audit_entries WHERE operation = 'campaigns.rule' ORDER BY made_at, id`);

beforeAll(async () => {
  site = await startSite({}, { work: false });
  for (const [browser, name, role] of [
    [lina, 'Lina H.', 'campaigner'],
    [omar, 'Omar T.', 'campaigner'],
    [editor, 'Edith K.', 'editor'],
  ] as const)
    browser.cookies.set('office', (await signedInAs(site.running.app, name, role)).token);
});
afterAll(() => site.stop());

/** What the form sends: what is chosen in its lists, and what it carries. */
async function opens(browser: OfficeBrowser, at = AT): Promise<Record<string, string>> {
  await browser.get(at);
  const lists = browser.page.matchAll(/<select(?:[^>"]|"[^"]*")* name="([^"]+)"(.*?)<\/select>/gs);
  const chosen = [...lists].map(([, name = '', options = '']) => [
    name,
    /<option selected value="([^"]*)"|<option value="([^"]*)" selected/.exec(options)?.slice(1).find(Boolean) ?? '',
  ]);
  return { ...Object.fromEntries(chosen), ...inputsOf(browser) };
}

/** Looks at what a form would do, then sets what was looked at. */
async function sets(browser: OfficeBrowser, form: Readonly<Record<string, string>>, at = AT) {
  await browser.post(at, form);
  const looked = lookedOn(browser);
  return () => browser.post(at, { ...form, step: 'go', looked });
}
const lookedOn = ({ page }: OfficeBrowser) => /name="looked" value="([^"]+)"/.exec(page)?.[1] ?? '';

describe('the rules of an ask', () => {
  it('are looked at with what they would do before they are set', async () => {
    const before = await ask('ratify');
    const form = await opens(lina);
    expect(form).toMatchObject({ when: 'signed-not-ratified', office: before.office ?? '', place: '3', read: '1' });
    await lina.post(AT, { ...form, when: 'not-a-party' });
    expect([lina.status, await ask('ratify')]).toEqual([200, before]);
    for (const said of ['Nothing is changed yet', 'states now', 'Who can be written to there', 'Letters that wait'])
      expect(lina.page).toContain(said);
    expect(lina.page).toMatch(/New \(\d+\):/);
    expect(lina.page).toMatch(/No longer \(\d+\):/);
  });

  it('are set as another version, which stands, with its entry', async () => {
    const form = await opens(lina);
    await (await sets(lina, { ...form, when: 'not-a-party', office: 'justice-minister', place: '1' }))();
    expect([lina.status, lina.at]).toEqual([200, `${OF}/asks/ratify`]);
    expect(await ask('ratify')).toMatchObject({ condition: 'not-a-party', office: 'justice-minister', position: 0 });
    expect((await ask('stay')).position).toBe(1);
    expect((await versions('ratify')).map(({ number, rules }) => [number, rules.when])).toEqual([
      [1, 'signed-not-ratified'],
      [2, 'not-a-party'],
    ]);
    expect((await entries()).at(-1)).toMatchObject({
      item: `${FIRST}/ratify`,
      before: { when: 'signed-not-ratified', place: 3 },
      after: { when: 'not-a-party', office: 'justice-minister', place: 1 },
    });
  });

  it('come back as they were, after a look', async () => {
    await lina.get(`${AT}/versions`);
    expect([lina.status, lina.page]).toEqual([200, expect.stringContaining('Lina H.')]);
    expect(lina.page).toContain(`${AT}?version=1`);
    const form = await opens(lina, `${AT}?version=1`);
    expect(form).toMatchObject({ when: 'signed-not-ratified', back: '1' });
    await (await sets(lina, form))();
    expect((await versions('ratify')).at(-1)).toMatchObject({ number: 3, rules: { when: 'signed-not-ratified' } });
    expect((await entries()).at(-1).after).toMatchObject({ back: 1 });
  });

  it('begin letters with the arguments that are chosen, in their order', async () => {
    const { defaults } = await ask('ratify');
    const form = await opens(lina);
    const [first = '', second = ''] = Object.keys(form).filter((name) => name.startsWith('begins-'));
    await (await sets(lina, { ...form, ...none(form), [first]: '2', [second]: '1' }))();
    expect((await ask('ratify')).defaults).toEqual([second.slice(7), first.slice(7)]);
    expect(defaults).not.toEqual((await ask('ratify')).defaults);
  });

  it('that are as they were make no version', async () => {
    const [before, count] = [await versions('ratify'), (await entries()).length];
    await lina.post(AT, { ...(await opens(lina)), step: 'go' });
    expect([await versions('ratify'), (await entries()).length]).toEqual([before, count]);
  });
});

describe('what was looked at', () => {
  const stay = `${OF}/asks/stay/rules`;
  const looksAgain = async (browser: OfficeBrowser, said: string) => {
    expect([browser.status, browser.page.includes(said)]).toEqual([409, true]);
    expect(browser.page).toContain('name="looked"');
  };

  it('is what is done: nothing is set that nobody looked at', async () => {
    const before = await ask('ratify');
    await lina.post(AT, { ...(await opens(lina)), office: 'speaker-of-parliament', step: 'go' });
    await looksAgain(lina, 'Nothing was changed: since you looked');
    await lina.post(AT, { ...(await opens(lina)), office: 'speaker-of-parliament', step: 'go', looked: 'x 1 2' });
    await looksAgain(lina, 'asked of 1 state');
    expect(await ask('ratify')).toEqual(before);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'another ask',
      async () => (await sets(omar, { ...(await opens(omar, stay)), office: 'foreign-minister' }, stay))(),
    ],
    [
      'the record',
      () =>
        query(`INSERT INTO revisions SELECT (r).* FROM (SELECT jsonb_populate_record(r, jsonb_build_object('id', r.id + 1)) AS r
          FROM revisions r ORDER BY id DESC LIMIT 1) x`),
    ],
    [
      'whether another is made',
      async () =>
        changePublication(
          database(),
          rooms.flatMap(({ publications = [] }) => publications),
          { words: ['withdraw', 'ask', `${FIRST}/weapons`], because: 'a test' },
          await operatorAt(database(), 'Nadia O.'),
        ),
    ],
  ])('is looked at again where %s has changed since', async (_, changes) => {
    const go = await sets(lina, { ...(await opens(lina)), office: 'speaker-of-parliament' });
    const before = await ask('ratify');
    await changes();
    await go();
    await looksAgain(lina, 'since you looked, the record or another ask of this campaign has changed');
    expect(await ask('ratify')).toEqual(before);
    await lina.post(AT, { ...(await opens(lina)), office: 'speaker-of-parliament' });
    const again = lookedOn(lina);
    await lina.post(AT, { ...(await opens(lina)), office: 'speaker-of-parliament', step: 'go', looked: again });
    expect([lina.status, lina.at, (await ask('ratify')).office]).toEqual([
      200,
      `${OF}/asks/ratify`,
      'speaker-of-parliament',
    ]);
    await query(`UPDATE asks SET office = NULL WHERE slug = 'ratify'`);
  });

  it('is asked about afresh, as readers see it at once', async () => {
    await query(`UPDATE sessions SET proved_at = now() - interval '11 minutes', began_at = now() - interval '1 hour'`);
    await lina.get(AT);
    expect(lina.at).toMatch(/^\/office\/en\/prove/);
    await query('UPDATE sessions SET proved_at = now()');
  });
});

describe('two versions', () => {
  it('that are any two stand beside each other', async () => {
    const newest = (await versions('ratify')).length;
    await lina.get(`${AT}/versions?of=${newest}&with=1`);
    expect([lina.status, lina.page.includes(`Version ${newest} beside version 1`)]).toEqual([200, true]);
    await lina.get(`${AT}/versions?of=2&with=2`);
    expect(lina.page).toContain('They say the same.');
    await lina.get(`${AT}/versions?of=2&with=99`);
    expect(lina.page).toContain('name two of them');
  });
});

const none = (form: Record<string, string>) =>
  Object.fromEntries(Object.keys(form).flatMap((name) => (name.startsWith('begins-') ? [[name, '']] : [])));

describe('what can’t be', () => {
  it.each([
    ['ratify', 'when', 'always', 'asked of every state already'],
    ['general', 'when', 'withdrawn', 'has to be asked of every state'],
    ['ratify', 'when', 'sometimes', 'one of those in the list'],
    ['ratify', 'office', 'king', 'one of those in the list'],
    ['ratify', 'aim', 'peace', 'one of those in the list'],
    ['ratify', 'place', '99', 'one of those in the list'],
  ])('of %s, %s “%s”, is said beside its field', async (slug, name, wrong, said) => {
    const at = `${OF}/asks/${slug}/rules`;
    const before = await ask(slug);
    for (const step of ['', 'go']) {
      await lina.post(at, { ...(await opens(lina, at)), [name]: wrong, step });
      expect([lina.status, lina.page.includes(said), await ask(slug)]).toEqual([422, true, before]);
    }
  });

  it('is set by one of two at the very same time, and shown to the other beside theirs', async () => {
    const [mine, theirs] = [await opens(lina), await opens(omar)];
    const count = (await entries()).length;
    const both = [
      await sets(lina, { ...mine, office: 'head-of-government' }),
      await sets(omar, { ...theirs, office: 'speaker-of-parliament' }),
    ];
    await Promise.all(both.map((go) => go()));
    expect([lina.status, omar.status].sort()).toEqual([200, 409]);
    expect((await entries()).length).toBe(count + 1);
    const late = lina.status === 409 ? lina : omar;
    expect(late.page).toContain('<mark>');
  });

  it('is asked about where it is no rule, however old the page', async () => {
    const before = await ask('ratify');
    await lina.get(AT);
    await lina.post(AT, { when: 'xyz', aim: 'global-justice', place: '1', read: '0', step: 'go' });
    expect([lina.status, lina.page]).toEqual([422, expect.stringContaining('Choose one of those in the list')]);
    expect(await ask('ratify')).toEqual(before);
  });

  it('is nobody’s whose role does not say so', async () => {
    const before = await ask('ratify');
    await editor.get(AT);
    expect(editor.status).toBe(403);
    await editor.get(OF);
    await editor.post(AT, { when: 'withdrawn', aim: 'global-justice', place: '1', read: '1', step: 'go' });
    expect([editor.status, await ask('ratify')]).toEqual([403, before]);
  });
});

describe('another ask', () => {
  const added = { slug: 'witnesses', when: 'no-law-on-cooperation', office: 'justice-minister', aim: 'state-support' };

  it('comes behind the others as a draft, and its words are written next', async () => {
    await lina.get(`${OF}/add-ask`);
    await lina.post(`${OF}/add-ask`, added);
    const row = await ask('witnesses');
    expect([lina.status, lina.at]).toEqual([200, `${OF}/words/${row.id}/en`]);
    expect(row).toMatchObject({ condition: 'no-law-on-cooperation', office: 'justice-minister', position: 13 });
    expect((await versions('witnesses')).length).toBe(1);
    await lina.post(`${OF}/words/${row.id}/en`, {
      ...inputsOf(lina),
      ...{ 'say-title': 'Protect witnesses', 'say-because': 'No law of {state} does.', 'say-subject': 'Witnesses' },
      ...{ 'say-opening': 'I write to you as {role}.', 'say-closing': 'Please act.' },
      ...{ 'say-arguments/+/label': 'Safety', 'say-arguments/+/text': 'Witnesses are in danger.' },
    });
    expect([lina.status, lina.page]).toEqual([200, expect.stringContaining('is saved')]);
    expect(await query(`SELECT state FROM publication_languages WHERE publication_id = '${row.id}'`)).toEqual([
      { state: 'draft' },
    ]);
    const page = await (await fetch(`${site.url}/en/campaigns/${FIRST}`)).text();
    expect(page).not.toContain('Protect witnesses');
    const form = await opens(lina, `${OF}/asks/witnesses/rules`);
    await lina.post(`${OF}/asks/witnesses/rules`, { ...form, office: '' });
    expect(lina.page).toContain('Readers don’t see this ask');
  });

  it.each([
    ['slug', 'ratify', 'Another ask of this campaign has this name'],
    ['slug', 'No', 'small Latin letters'],
    ['when', 'always', 'asked of every state already'],
  ])('with the %s “%s” is refused beside its field', async (name, wrong, said) => {
    await lina.get(`${OF}/add-ask`);
    await lina.post(`${OF}/add-ask`, { ...added, slug: 'one-more', [name]: wrong });
    expect([lina.status, lina.page.includes(said), await ask('one-more')]).toEqual([422, true, undefined]);
  });
});
