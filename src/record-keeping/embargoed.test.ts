import { describe, expect, it } from 'vitest';
import { ADD_ACT, goes, hidden, joins, LIST, startDesk } from '../../test/support/record-desk.ts';

const { lina, rosa, moses, chloe, query, revisions, onRecord, publicPage } = startDesk();

const LAW = `${LIST}/national-law/AFG_complementarity`;

describe('the record of the Court', () => {
  const event = {
    ...{ situation: 'drc', case: 'lubanga', person: 'lubanga', type: 'released', date: '2026-06-01' },
    ...{ source: 'https://icc.example/released', standing: 'seen' },
  };
  const ADD = `${LIST}/add/events`;

  it('takes an event, under an id of its own', async () => {
    await lina.get(ADD);
    await goes(lina, ADD, { ...event, note: '' });
    expect([lina.status, lina.at]).toEqual([200, `${LIST}/events/lubanga-released-2`]);
    expect(await onRecord('events', 'lubanga-released%')).toContain('lubanga-released-2');
  });

  it.each([
    ['source', 'a book', 'Write one whole web address'],
    ['case', 'katanga', 'not in the case'],
    ['case', '', 'Choose the case too'],
    ['type', 'referral', 'leave the case empty'],
    ['date', '2026-07-20', 'The record is known through'],
    ['public_on', '2026-05-01', 'public before it happened'],
    ['situation', 'uganda', 'belongs to another situation'],
    ['person', 'nobody', 'Choose one from the list'],
  ])('takes none with a %s such as “%s”', async (field, wrong, words) => {
    const before = await revisions();
    await lina.get(ADD);
    await lina.post(ADD, { ...event, [field]: wrong });
    expect([lina.status, lina.page.includes(words), await revisions()]).toEqual([422, true, before]);
  });

  it('takes a person, who is then added to a case', async () => {
    await lina.get(`${LIST}/add/people`);
    await goes(lina, `${LIST}/add/people`, { name: 'Zoë Example', born: '1970' }, 'Named by the judges');
    expect(lina.at).toBe(`${LIST}/people/zoe-example`);
    const joined = { case: 'lubanga', person: 'zoe-example' };
    await lina.get(`${LIST}/add/participants`);
    await goes(lina, `${LIST}/add/participants`, joined);
    expect(lina.at).toBe(`${LIST}/participants/lubanga_zoe-example`);
    const before = await revisions();
    const contradicts = () => [lina.status, lina.page.includes('The record contradicts itself so')];
    const end = `${LIST}/people/zoe-example/end`;
    await lina.get(end);
    expect(contradicts()).toEqual([200, true]);
    const looked = /name="looked" value="([^"]+)"/.exec(lina.page)?.[1] ?? '';
    await lina.post(end, { why: 'Named twice', step: 'go', looked });
    expect([...contradicts(), await revisions()]).toEqual([422, true, before]);
  });
});

describe('what is not public yet', () => {
  const LATER = '2199-05-04';
  const path = `${LIST}/treaty-acts/FJI_apic_accession_2026-03-02`;

  it('is added by whoever keeps the record, and shown to nobody else: on no page, list or history', async () => {
    await lina.get(ADD_ACT);
    await lina.post(ADD_ACT, { ...joins, public_on: LATER });
    expect(lina.page).toContain('As of 4 May 2199');
    await goes(lina, ADD_ACT, { ...joins, public_on: LATER });
    expect([lina.status, lina.page.includes('Not public before 4 May 2199')]).toEqual([200, true]);
    await lina.get(`${LIST}?public=not-yet`);
    expect([...lina.page.matchAll(/id="row-/g)]).toHaveLength(2);
    for (const asking of ['?public=not-yet', '?q=accession+FJI', '?q=FJI&as=csv']) {
      await rosa.get(LIST + asking);
      expect(rosa.status).toBe(200);
      for (const trace of ['FJI_apic', 'FJI/apic', '2026-03-02', '2199']) expect(rosa.page).not.toContain(trace);
    }
    for (const one of [path, `${LIST}/treaty-acts/FJI_apic_entry-into-force_2026-04-01`]) {
      await rosa.get(one);
      expect(rosa.status).toBe(404);
    }
    expect(await publicPage('/en/states/FJI')).not.toContain('2 March 2026');
  });

  it('is told by the notes of its revision to whoever keeps the record, and to nobody else', async () => {
    const [news] = await query(`SELECT id FROM drafts WHERE kind = 'newsroom' ORDER BY revision DESC LIMIT 1`);
    await rosa.get(`/office/en/news/${news.id}`);
    expect([rosa.status, rosa.page.includes('FJI'), rosa.page.includes('not public yet')]).toEqual([200, false, true]);
    const changed = ['FJI', 'AFG'].map((state) => ({ campaign: 'united-by-common-bonds', state, is: 'general' }));
    const [asks] = await query(`INSERT INTO drafts (revision, kind, content)
      SELECT max(id), 'asks', '${JSON.stringify({ changed })}' FROM revisions RETURNING id`);
    await chloe.get(`/office/en/changed-asks/${asks.id}`);
    expect([chloe.status, chloe.page.includes('FJI'), chloe.page.includes('AFG')]).toEqual([200, false, true]);
  });

  it('is shown to all once it is public, without what was held back before', async () => {
    await lina.get(`${path}/edit`);
    await goes(lina, `${path}/edit`, { ...joins, public_on: '', was: hidden('was', lina) }, 'It is out');
    expect(lina.page).toContain('4 May 2199');
    await rosa.get(path);
    expect([rosa.status, rosa.page.includes('It is out'), rosa.page.includes('2199')]).toEqual([200, true, false]);
    expect(rosa.page).not.toContain('/edit');
  });
});

it('is read by an editor and changed by none; a moderator has no way to it', async () => {
  await rosa.get(`${LAW}`);
  expect([rosa.status, rosa.page.includes('>Correct<')]).toEqual([200, false]);
  const before = await revisions();
  for (const path of [ADD_ACT, `${LAW}/edit`, `${LAW}/end`]) {
    await rosa.get(LIST);
    await rosa.post(path, { ...joins, step: 'go', why: 'No' });
    expect(rosa.status).toBe(403);
  }
  expect(await revisions()).toBe(before);
  await moses.get(LIST);
  expect(moses.status).toBe(403);
});

it.each(['no-kind/AFG', 'people/nobody', 'treaty-acts/%00', 'people/nobody/edit', 'add/no-kind'])(
  'there is nothing at %s',
  async (path) => {
    await lina.get(`${LIST}/${path}`);
    expect(lina.status).toBe(404);
  },
);
