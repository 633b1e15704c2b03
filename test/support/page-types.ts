import { SYSTEM } from '../../src/actors/actors.ts';
import type { App } from '../../src/http/app.ts';
import { showNames } from '../../src/pledges/names/decide-names.ts';
import type { Room } from '../../src/room.ts';
import { rooms as all } from '../../src/rooms.ts';
import { routesOf } from '../../src/routes.ts';
import { FIRST } from './campaigns.ts';
import { judgedOpen, offerName } from './offer-name.ts';
import type { PageType } from './open-page.ts';
import { formsWithErrors, pagesOfRoutes } from './routed-pages.ts';
import { secretPages } from './secret-pages.ts';

const campaign = `/campaigns/${FIRST}`;

/** A site whose background work rests. */
export interface Stage {
  readonly url: string;
  readonly app: App;
  readonly rooms?: readonly Room[];
}

/**
 * Every page that somebody can meet, once. What is special about pages is named here; the rest comes from the routes, so that the page of a
 * new room is among them by itself. With the room `failing` among its rooms, a site's pages for what failed are there too.
 * @throws where only a mailed link opens a page, and none is made for it
 */
export async function pageTypes({ url, app, rooms = all }: Stage): Promise<readonly PageType[]> {
  await judgedOpen(app, 'FRA');
  await showNames(app, [await offerName(app, 'Amina K.', { country: 'FRA' })], SYSTEM);
  const secret = await secretPages(app);
  const { id: minister } = await app.database
    .selectFrom('representatives')
    .select('id')
    .where('state', '=', 'KEN')
    .where('office', '=', 'justice-minister')
    .executeTakeFirstOrThrow();
  const special = Object.entries({ ...named(minister), ...secret }).map(([name, path]) => ({ name, path }));
  const failed = rooms.some(({ name }) => name === 'failing') ? failures : [];
  const known = [...special, ...failed, ...wrongForms(minister, secret)];
  const routes = routesOf(rooms);
  const pages = [...known, ...(await pagesOfRoutes(url, routes, known))];
  return [...pages, ...(await formsWithErrors(url, routes, pages))];
}

function named(minister: string): Readonly<Record<string, string>> {
  return {
    home: '',
    campaign,
    'take action': '/take-action',
    'take action: a country': '/take-action?state=KEN',
    'take action: no letter there': '/take-action?state=PRK',
    names: `${campaign}/names`,
    share: `${campaign}/share`,
    join: `${campaign}/join`,
    'join, country chosen': `${campaign}/join?state=KEN`,
    'write: country': `${campaign}/write`,
    'write: no such country': `${campaign}/write?state=XXX`,
    'write: warning': `${campaign}/write?state=KEN`,
    'write: closed': `${campaign}/write?state=PRK`,
    'write: to whom': `${campaign}/write?state=KEN&aware=1&choose=1`,
    'write: nobody chosen': `${campaign}/write?state=KEN&aware=1&go=write`,
    'write: the letter': `${campaign}/write?state=KEN&aware=1&go=write&to=${minister}`,
    'check your mail': `${campaign}/check-your-mail`,
    'confirm: broken link': '/confirm/broken',
    'my data': '/my-data',
    record: '/record',
    'record: a past day': '/record?on=2016-11-30',
    'record: no such day': '/record?on=2016-02-30',
    situation: '/record/situations/darfur',
    'situation: the most events': '/record/situations/car-i',
    case: '/record/cases/gbagbo-ble-goude',
    participant: '/record/cases/bemba/bemba',
    'participant: not public yet': '/record/cases/sneidel/sneidel?on=2024-01-01',
    person: '/record/people/bemba',
    'person: not public yet': '/record/people/sneidel?on=2024-01-01',
    figures: '/record/figures',
    figure: '/record/figures/warrants-persons',
    'figure: a past day': '/record/figures/convictions-core-standing?on=2016-11-30',
    victims: '/record/victims',
    states: '/states',
    'states: chosen': '/states?group=GRULAC&treaty=apic&standing=&sort=since&on=2012-01-01',
    'states: a region': '/states/map/europe',
    state: '/states/BDI',
    'state: its offices known': '/states/KEN',
    'state: no party': '/states/USA',
    'state: little known': '/states/BTN',
    'learn: cases': '/learn/how-a-case-moves',
    'learn: joining': '/learn/joining-and-leaving',
    'learn: complementarity': '/learn/complementarity?on=2012-01-01',
    'open data': '/data',
    changes: '/changes',
    verification: '/verification',
    privacy: '/privacy',
    'not found': '/nothing',
  };
}

/** Forms that are filled in wrong, or lack what has to be ticked. */
function wrongForms(minister: string, secret: Awaited<ReturnType<typeof secretPages>>): PageType[] {
  const who = { state: 'KEN', name: 'A', email: 'amina@mail,example', why: 'See https://other.example/page' };
  const letter = { aware: '1', to: minister, step: 'send', subject: 'Justice', body: 'Dear Minister, <b>now</b>' };
  return [
    { name: 'join: mistyped', path: `${campaign}/join`, sent: { ...who, kind: 'individual' } },
    { name: 'write: mistyped', path: `${campaign}/write`, sent: { ...who, ...letter } },
    { name: 'write: too long', path: `${campaign}/write`, sent: { ...who, ...letter, why: 'Too long. '.repeat(800) } },
    {
      name: 'letter to print',
      path: `${campaign}/print`,
      sent: { ...who, ...letter, why: 'My uncle never came home.' },
    },
    { name: 'taken back: not sure', path: secret.status, sent: {} },
    { name: 'my data: not sure', path: secret['my data, opened'], sent: { erase: '1' } },
    { name: 'addressee: nothing chosen', path: secret.addressee, sent: {} },
    { name: 'form from elsewhere', path: `${campaign}/join`, sent: who, foreign: true },
  ];
}

const failures: readonly PageType[] = [
  ...[400, 410, 429, 500, 503].map((status) => ({ name: `failed: ${status}`, path: `/failing/${status}` })),
  { name: 'failed: with a form', path: '/failing/503', sent: { why: 'My uncle never came home.' } },
];
