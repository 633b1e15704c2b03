import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SPEAK } from '../../src/http/fields.ts';
import { rooms } from '../../src/rooms.ts';
import { routesOf } from '../../src/routes.ts';
import { FIRST } from '../support/campaigns.ts';
import { addresseeWithMail } from '../support/representatives.ts';
import { secretPages } from '../support/secret-pages.ts';
import { type Site, startSite } from '../support/site.ts';
import { type Page, Supporter } from '../support/supporter.ts';

type Fields = readonly (readonly [string, string])[];

interface WrongForm {
  readonly path: string;
  readonly fields: Fields;
  /** The form is put into the address. */
  readonly get?: true;
  /** Ids of the fields that are wrong, from above to below. */
  readonly wrong: readonly string[];
}

const campaign = `/campaigns/${FIRST}`;
const LINK = 'See www.act.example';
let site: Site;
let forms: Readonly<Record<string, WrongForm>>;
beforeAll(async () => {
  site = await startSite({}, { work: false });
  const [office, pages] = [
    await addresseeWithMail(site, 'foreign-minister', 'minister@gov.example'),
    await secretPages(site.running.app),
  ];
  const letter: Fields = [
    ['state', 'KEN'],
    ['to', office],
    ['lang', 'en'],
    ['step', 'send'],
  ];
  const sent = new URLSearchParams(pages['check your mail, sent'].split('?')[1]).get('to') ?? '';
  forms = {
    'the country of a letter': {
      path: `${campaign}/write`,
      get: true,
      fields: [['state', 'Taiwan']],
      wrong: ['state'],
    },
    addressees: {
      path: `${campaign}/write`,
      get: true,
      fields: [
        ['state', 'KEN'],
        ['aware', '1'],
        ['choose', '1'],
        ['go', 'write'],
      ],
      wrong: ['to'],
    },
    'other addressees': {
      path: `${campaign}/write`,
      fields: [
        ['state', 'KEN'],
        ['step', 'others'],
        ['q', ''],
        ['go', 'write'],
      ],
      wrong: ['to'],
    },
    letter: {
      path: `${campaign}/write`,
      fields: [...letter, ['why', 'x'.repeat(1_600)], ['email', 'amina@'], ['body', '']],
      wrong: ['why', 'subject', 'body', 'name', 'email'],
    },
    'letter with a link': {
      path: `${campaign}/write`,
      fields: [
        ...letter,
        ['why', LINK],
        ['subject', 'Justice'],
        ['body', 'Please act.'],
        ['name', ''],
        ['email', 'amina@'],
      ],
      wrong: ['why', 'name', 'email'],
    },
    'printed letter': {
      path: `${campaign}/print`,
      fields: [...letter, ['name', 'www.act.example'], ['subject', ''], ['body', 'Please act.']],
      wrong: ['subject', 'name'],
    },
    'the country of who joins': { path: `${campaign}/join`, get: true, fields: [['state', '']], wrong: ['state'] },
    joining: {
      path: `${campaign}/join`,
      fields: [
        ['state', 'FRA'],
        ['name', ''],
        ['email', 'amina@'],
        ['organisation', 'www.act.example'],
        ['kind', 'nobody'],
      ],
      wrong: ['name', 'email', 'kind', 'organisation'],
    },
    'a server to share on': { path: `${campaign}/share`, fields: [['server', 'no server']], wrong: ['server'] },
    'another address': {
      path: `${campaign}/check-your-mail`,
      fields: [
        ['to', sent],
        ['step', 'correct'],
        ['email', 'amina@'],
      ],
      wrong: ['email'],
    },
    'asking for one’s data': { path: '/my-data', fields: [['email', 'amina@']], wrong: ['email'] },
    'deleting one’s data': { path: pages['my data, opened'], fields: [['erase', '1']], wrong: ['sure-yes'] },
    'taking an action back': { path: pages.status, fields: [], wrong: ['sure-yes'] },
    'what an addressee asks': {
      path: pages.addressee,
      fields: [
        ['kind', ''],
        ['address', 'office@'],
        ['words', 'We have moved.'],
      ],
      wrong: ['kind', 'address'],
    },
  };
});
afterAll(() => site?.stop());

const names = [
  'the country of a letter',
  'addressees',
  'other addressees',
  'letter',
  'letter with a link',
  'printed letter',
  'the country of who joins',
  'joining',
  'a server to share on',
  'another address',
  'asking for one’s data',
  'deleting one’s data',
  'taking an action back',
  'what an addressee asks',
];

function sends(lang: string, { path, get, fields }: WrongForm, more: Fields = []): Promise<Page> {
  const supporter = new Supporter(site);
  const all = [...fields, ...more];
  if (!get) return supporter.posts(`/${lang}${path}`, all);
  const query = new URLSearchParams(all.map(([name, value]) => [name, value]));
  return supporter.opens(`/${lang}${path}?${query}`);
}

const summary = ({ text }: Page) =>
  [...(/class="sum".*?<\/ul>/s.exec(text)?.[0].matchAll(/<a href="#([^"]*)">([^<]*)/g) ?? [])].map(
    ([, id = '', said]) => [id, said],
  );
const ids = (page: Page) => summary(page).map(([id]) => id);

it('are of every address whose form can be switched to another language; only whether answers came is never wrong', () => {
  expect(Object.keys(forms)).toEqual(names);
  const of = ({ path, get }: WrongForm) => `${get ? 'GET' : 'POST'} ${path}`;
  const tried = Object.values(forms).map(of);
  const missing = routesOf(rooms).filter((route) => {
    const fields = route.method === 'GET' ? route.query : route.form.fields;
    const address = new RegExp(`^${route.method} ${route.path.replace('/:lang', '').replaceAll(/:\w+/g, '[^/]+')}$`);
    return fields[SPEAK] && !tried.some((one) => address.test(one));
  });
  // The first is the page of what an addressee asks, where letters led to it before.
  expect(missing.map(({ path }) => path)).toEqual(['/:lang/offices/:token', '/:lang/answer/:token']);
});

describe.each(names)('a form with something wrong: %s', (name) => {
  it('says so in the order of its fields, and beside each', async () => {
    const form = forms[name] as WrongForm;
    const page = await sends('en', form);
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Error: ');
    expect(ids(page)).toEqual(form.wrong);
    const main = page.text.slice(page.text.indexOf('</ul>', page.text.indexOf('class="sum"')));
    const places = form.wrong.map((id) => main.indexOf(` id="${id}"`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    for (const id of form.wrong) expect(page.text, id).toMatch(new RegExp(`id="${id}-(error|note)"`));
  });

  it('says so again in another language', async () => {
    const form = forms[name] as WrongForm;
    const before = await sends('en', form);
    const french = [...before.text.matchAll(/<button[^>]*name="speak"[^>]*>/g)]
      .map(([button]) => button)
      .find((button) => button.includes('lang="fr"'));
    expect(french).toContain('value="wrong"');
    expect(french).toContain(`formaction="/fr${form.path}"`);
    const seen: Fields = before.text.includes('name="seen"') ? [['seen', '1']] : [];
    const after = await sends('fr', form, [...seen, ['speak', 'wrong']]);
    expect(after.status).toBe(422);
    expect(after.text).toMatch(/<title>Erreur/);
    expect(ids(after)).toEqual(form.wrong);
    for (const [, said] of summary(after)) expect(summary(before).map(([, one]) => one)).not.toContain(said);
  });
});
