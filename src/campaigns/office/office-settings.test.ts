import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST } from '../../../test/support/campaigns.ts';
import { inputsOf } from '../../../test/support/inputs.ts';
import { OfficeBrowser } from '../../../test/support/office-browser.ts';
import { type Site, startSite } from '../../../test/support/site.ts';
import { signedInAs } from '../../../test/support/staff.ts';

const AT = `/office/en/campaigns/${FIRST}/settings`;
let site: Site;
const lina = new OfficeBrowser(() => site.url);
const omar = new OfficeBrowser(() => site.url);
const editor = new OfficeBrowser(() => site.url);
const query = async (text: string) => (await site.running.app.pool.query(text)).rows;
const row = async () => (await query(`SELECT * FROM campaigns WHERE slug = '${FIRST}'`))[0];
const entries = () =>
  query(`SELECT before, after FROM audit_entries WHERE operation = 'campaigns.set' ORDER BY made_at, id`);

beforeAll(async () => {
  site = await startSite({ TIME_ZONE: 'Africa/Nairobi' }, { work: false });
  for (const [browser, name, role] of [
    [lina, 'Lina H.', 'campaigner'],
    [omar, 'Omar T.', 'campaigner'],
    [editor, 'Edith K.', 'editor'],
  ] as const)
    browser.cookies.set('office', (await signedInAs(site.running.app, name, role)).token);
});
afterAll(() => site.stop());

const opens = async (browser: OfficeBrowser) => inputsOf(await browser.get(AT));

describe('days and limits of a campaign', () => {
  it('are set in the zone of the installation, and leave what they were', async () => {
    const before = await row();
    const typed = await opens(lina);
    expect(typed).toMatchObject({ opensOn: '2016-11-30', closesOn: '', letterLimit: '5', position: '' });
    await lina.post(AT, { ...typed, closesOn: '2198-12-31', letterLimit: '3', hashtags: ' #One   #Two ' });
    expect([lina.status, lina.at, lina.page]).toEqual([
      ...[200, `/office/en/campaigns/${FIRST}`, expect.stringContaining('31 December 2198')],
    ]);
    const { closes_at, opens_at, letter_limit, hashtags } = await row();
    expect([closes_at.toISOString(), letter_limit, hashtags]).toEqual([
      ...['2198-12-31T21:00:00.000Z', 3, ['#One', '#Two']],
    ]);
    expect(opens_at).toEqual(before.opens_at);
    expect((await entries()).at(-1)).toEqual({
      before: { closes_on: null, letter_limit: 5, hashtags: before.hashtags },
      after: { closes_on: '2198-12-31', letter_limit: 3, hashtags: ['#One', '#Two'] },
    });
  });

  it('have the video where it stands, or none', async () => {
    const typed = await opens(lina);
    expect(typed).toMatchObject({ youtube: 'FSLAe3jrCSg', tweet: 'ngos4justice/status/794205144267313152' });
    const none = { youtube: '', facebook: '', tweet: '' };
    await lina.post(AT, { ...typed, ...none });
    expect([(await row()).video, (await entries()).at(-1).after]).toEqual([
      ...[null, { video_youtube: null, video_facebook: null, video_tweet: null }],
    ]);
    await lina.post(AT, {
      ...(await opens(lina)),
      youtube: 'abc_-123456',
      facebook: 'a/videos/1',
      tweet: 'a/status/1',
    });
    expect((await row()).video).toEqual({ youtube: 'abc_-123456', facebook: 'a/videos/1', tweet: 'a/status/1' });
    const page = await (await fetch(`${site.url}/en/campaigns/${FIRST}`)).text();
    expect(page).toContain('https://www.youtube.com/watch?v=abc_-123456');
  });

  it('that are sent as they were change nothing, and leave no entry', async () => {
    const [before, count] = [await row(), (await entries()).length];
    await lina.post(AT, await opens(lina));
    expect([lina.status, await row(), (await entries()).length]).toEqual([200, before, count]);
  });

  it.each([
    ['opensOn', '2198-01-01', 'It has opened already'],
    ['opensOn', '', 'Choose a day'],
    ['closesOn', '2016-01-01', 'before the first'],
    ['closesOn', 'soon', 'Choose a day'],
    ['letterLimit', '21', 'whole number'],
    ['letterLimit', '', 'whole number'],
    ['plainForMonths', '', 'whole number'],
    ['position', '0', 'whole number'],
    ['hashtags', '#One two', 'begins with #'],
    ['hashtags', '', 'at least one'],
    ['youtube', '', 'all three or none'],
    ['youtube', 'https://youtube.com/watch?v=FSLAe3jrCSg', 'all three or none'],
    ['facebook', '', 'all three or none'],
    ['tweet', '../../elsewhere?x="', 'all three or none'],
  ])('are refused with %s “%s”, which stays in the form', async (name, wrong, words) => {
    const before = await row();
    await lina.post(AT, { ...(await opens(lina)), [name]: wrong });
    expect([lina.status, lina.page.includes(words), inputsOf(lina)[name], await row()]).toEqual([
      ...[422, true, wrong, before],
    ]);
  });

  it('that somebody else set meanwhile are shown beside what was typed, and taken only once more', async () => {
    const [mine, theirs] = [await opens(lina), await opens(omar)];
    await omar.post(AT, { ...theirs, letterLimit: '7' });
    await lina.post(AT, { ...mine, letterLimit: '9' });
    expect([lina.status, lina.page]).toEqual([409, expect.stringContaining('<mark>7</mark>')]);
    expect([inputsOf(lina).letterLimit, (await row()).letter_limit]).toEqual(['9', 7]);
    await lina.post(AT, inputsOf(lina));
    expect((await row()).letter_limit).toBe(9);
  });

  it('are set by one of two at the very same time', async () => {
    const [mine, theirs] = [await opens(lina), await opens(omar)];
    const count = (await entries()).length;
    await Promise.all([lina.post(AT, { ...mine, position: '1' }), omar.post(AT, { ...theirs, position: '2' })]);
    expect([lina.status, omar.status].sort()).toEqual([200, 409]);
    expect((await entries()).length).toBe(count + 1);
  });

  it('are asked a factor afresh for, and are nobody’s whose role does not say so', async () => {
    await editor.get(AT);
    expect(editor.status).toBe(403);
    await query(`UPDATE sessions SET began_at = now() - interval '1 hour', proved_at = now() - interval '11 minutes'`);
    await lina.get(AT);
    expect(lina.at).toMatch(/^\/office\/en\/prove/);
  });
});
