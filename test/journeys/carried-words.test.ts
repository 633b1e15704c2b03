import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretPages } from '../support/secret-pages.ts';
import { type Site, startSite } from '../support/site.ts';
import { Supporter } from '../support/supporter.ts';

let site: Site;
let pages: Awaited<ReturnType<typeof secretPages>>;
beforeAll(async () => {
  site = await startSite({}, { work: false });
  pages = await secretPages(site.running.app);
});
afterAll(() => site.stop());

/** Presses another language where a form stands: what is in it is sent there with `speak`. */
async function switches(path: string, form: string, fields: readonly (readonly [string, string])[]) {
  const supporter = new Supporter(site, { lang: 'en' });
  const before = await supporter.opens(`/en${path}`);
  const buttons = [...before.text.matchAll(/<button[^>]*name="speak"[^>]*>/g)].map(([button]) => button);
  const french = buttons.find((button) => button.includes(`formaction="/fr${path}"`));
  expect(french, 'a button to French').toContain(`form="${form}"`);
  const after = await supporter.posts(`/fr${path}`, [...fields, ['speak', '1']]);
  expect(after.status).toBe(200);
  expect(/<html lang="(..)"/.exec(after.text)?.[1]).toBe('fr');
  expect(/role="alert"/.exec(after.text), 'nothing is called wrong').toBeNull();
  return after.text;
}

/** Whether a box or a radio is ticked. */
function ticked(html: string, name: string, value?: string): boolean {
  const boxes = [...html.matchAll(/<input[^>]*type="(?:checkbox|radio)"[^>]*>/g)].map(([box]) => box);
  const meant = boxes.filter((box) => box.includes(`name="${name}"`) && (!value || box.includes(`value="${value}"`)));
  expect(meant).toHaveLength(1);
  return meant.some((box) => / checked[ />]/.test(box));
}

describe('what was typed or ticked goes along into another language', () => {
  it('an address typed for one’s data, and nothing is mailed', async () => {
    const after = await switches('/my-data', 'data', [['email', 'not yet whole']]);
    expect(after).toContain('value="not yet whole"');
  });

  it('the tick that everything is to be deleted, and nothing is deleted', async () => {
    const path = pages['my data, opened'];
    const after = await switches(path, 'erase', [
      ['erase', '1'],
      ['sure', 'on'],
    ]);
    expect(ticked(after, 'sure')).toBe(true);
    expect(ticked(await switches(path, 'erase', [['erase', '1']]), 'sure')).toBe(false);
    expect((await new Supporter(site).opens(`/en${path}`)).text).toContain('confirmed@mail.example');
  });

  it('what an addressee asks, and nothing is asked', async () => {
    const { app } = site.running;
    const asked = () => app.database.selectFrom('addressee_requests').selectAll().execute();
    const before = await asked();
    const after = await switches(pages.addressee, 'request', [
      ['kind', 'correct-address'],
      ['address', 'office@'],
      ['words', 'We have moved.'],
    ]);
    expect(ticked(after, 'kind', 'correct-address')).toBe(true);
    expect(after).toContain('value="office@"');
    expect(after).toContain('We have moved.</textarea>');
    expect(await asked()).toEqual(before);
  });

  it('whether an answer came, and nothing is written down', async () => {
    const { app } = site.running;
    const path = pages['answer: asked'];
    const field = /name="(answer-[^"]+)"/.exec((await new Supporter(site).opens(`/en${path}`)).text)?.[1] ?? '';
    const after = await switches(path, 'answers', [[field, 'no']]);
    expect(ticked(after, field, 'no')).toBe(true);
    expect(ticked(after, field, 'yes')).toBe(false);
    const { answer } = await app.database
      .selectFrom('letters')
      .select('answer')
      .where('id', '=', field.slice('answer-'.length))
      .executeTakeFirstOrThrow();
    expect(answer).toBe('asked');
  });
});
