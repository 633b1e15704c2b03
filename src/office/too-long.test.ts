import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  firstAdministrator,
  type Office,
  officeRoutes,
  type Somebody,
  startOffice,
} from '../../test/support/office.ts';
import { langs } from '../config/langs.ts';
import { words } from '../locales/words.ts';
import type { OfficeForm } from './office-route.ts';

let office: Office;
let amina: Somebody;
beforeAll(async () => {
  office = await startOffice();
  amina = await firstAdministrator(office, 'amina@justice.example');
});
afterAll(() => office.stop());

const NONE = '00000000-0000-7000-8000-000000000000';
const filled = (path: string, lang = 'en') => path.replace(':lang', lang).replace(/:\w+/g, NONE);
const isForm = (route: { readonly method: string }): route is OfficeForm => route.method === 'POST';
const forms = officeRoutes.filter(isForm);
const typedInto = forms.flatMap((route) =>
  Object.entries(route.form.fields).flatMap(([name, field]) =>
    field.label ? [[route.path, name, field, field.label] as const] : [],
  ),
);

/** What pages of ours put into their forms, or offer to choose from: nobody types it. */
const ours = [
  'to',
  'item',
  'because',
  'form-token',
  'answer',
  'session',
  'kind',
  'role',
  'languages',
  'lang',
  'secret',
  'was',
  ...['was-*', 'keep-*', 'both', 'looked', 'read', 'renewed', 'seen', 'show', 'skip', 'source', 'step', 'sure'],
  ...['language', 'level', 'proof', 'wanted'],
  ...['aim', 'asks', 'back', 'begins-*', 'from', 'langs', 'office', 'place', 'read-place', 'when'],
  ...['licence', 'decorative', 'focus', 'picture'],
  'key',
  'unsent',
  ...['working-copy', 'version', 'fields'],
  'whole',
];

async function everything(): Promise<unknown> {
  const { rows } = await office.sql(`SELECT (SELECT count(*) FROM audit_entries) AS entries,
    (SELECT count(*) FROM mailed_codes) AS codes, (SELECT count(*) FROM sessions) AS sessions`);
  return rows;
}

it('every field that somebody types into says what it is called', () => {
  const unnamed = forms.flatMap(({ path, form: { fields } }) =>
    Object.entries(fields).flatMap(([name, { label }]) => (label || ours.includes(name) ? [] : [`${path} ${name}`])),
  );
  expect(unnamed).toEqual([]);
  expect(typedInto.length).toBeGreaterThan(20);
});

it.each(typedInto)(
  '%s gives back what is too long in %s, says the most, and changes nothing',
  async (path, name, field, label) => {
    const { browser } = amina;
    await browser.get('/office/en/account');
    const before = await everything();
    const long = `“<b>${'x'.repeat(field.units)}`;
    const beside = Object.keys(forms.find((one) => one.path === path)?.form.fields ?? {}).find((one) => one === 'to');
    await browser.post(filled(path), { [name]: long, ...(beside && { to: '/account' }) });
    expect(browser.status).toBe(422);
    expect(browser.page).toContain(`“&lt;b>${'x'.repeat(field.units)}</textarea>`);
    expect(browser.page).toMatch(new RegExp(`aria-describedby="${RegExp.escape(name)}-error"`));
    const { t } = words('en');
    expect(browser.page).toContain(t('site.wrong.long', { most: field.characters, now: long.length }));
    expect(browser.page).toContain(`<label for="${name}">${t(label).replaceAll("'", '&#39;')}</label>`);
    if (beside) expect(browser.page).toContain('name="to" value="/account"');
    expect(browser.page).toContain(`action="${filled(path)}"`);
    expect(await everything()).toEqual(before);
  },
);

it.each(langs)('what came back is shortened and sent, in %s', async (lang) => {
  const { browser } = amina;
  await browser.get(`/office/${lang}/account`);
  const at = `/office/${lang}/account/address`;
  await browser.post(at, { email: 'x'.repeat(2_000) });
  expect([browser.status, browser.page.includes(words(lang).t('site.tooMuch.title'))]).toEqual([422, true]);
  await browser.post(at, { email: 'no address' });
  // The form is taken as ever: with the page's own words of what is wrong, or after a factor afresh.
  expect([200, 422]).toContain(browser.status);
  expect(browser.page).not.toContain(words(lang).t('site.tooMuch.title'));
});
