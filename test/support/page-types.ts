import { sealLink } from '../../src/sealing/mailed-link.ts';
import { addresseeWithMail } from './representatives.ts';
import type { Site } from './site.ts';
import { Supporter } from './supporter.ts';

const campaign = '/campaigns/united-by-common-bonds';

/** One address of each page type, behind its language; every type that a visitor can meet stands here once. */
export async function pageTypes(site: Site): Promise<Readonly<Record<string, string>>> {
  const minister = await addresseeWithMail(site, 'justice-minister', 'minister@justice.gov.example');
  const supporter = new Supporter(site);
  await supporter.writesTo([minister]);
  const confirm = (await supporter.confirmationLink()).slice(3);
  const other = new Supporter(site);
  await other.writesTo([minister]);
  const status = (await other.confirms()).url.slice(3);
  const [action] = await site.fresh.database
    .selectFrom('actions')
    .select(['supporter_key', 'id'])
    .where('state', '=', 'confirmed')
    .execute();
  const data = sealLink(site.running.app.keys, 'my-data', action?.supporter_key ?? Buffer.alloc(16), action?.id ?? '');
  const ended = sealLink(
    site.running.app.keys,
    'status',
    action?.supporter_key ?? Buffer.alloc(16),
    action?.id ?? '',
    new Date(0),
  );
  return {
    home: '',
    campaign,
    'take action': '/take-action',
    'take action: a country': '/take-action?state=KEN',
    'take action: no letter there': '/take-action?state=PRK',
    share: `${campaign}/share`,
    join: `${campaign}/join`,
    'join, country chosen': `${campaign}/join?state=KEN`,
    'write: country': `${campaign}/write`,
    'write: no such country': `${campaign}/write?state=XXX`,
    'write: warning': `${campaign}/write?state=KEN`,
    'write: closed': `${campaign}/write?state=PRK`,
    'write: to whom': `${campaign}/write?state=KEN&aware=1`,
    'write: nobody chosen': `${campaign}/write?state=KEN&aware=1&go=write`,
    'write: the letter': `${campaign}/write?state=KEN&aware=1&go=write&to=${minister}`,
    'check your mail': `${campaign}/check-your-mail`,
    confirm,
    status,
    'confirm: broken link': '/confirm/broken',
    'status: ended link': `/status/${ended}`,
    'my data': '/my-data',
    'my data, opened': `/my-data/${data}`,
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
    state: '/states/BDI',
    'learn: cases': '/learn/how-a-case-moves',
    'learn: joining': '/learn/joining-and-leaving',
    'learn: complementarity': '/learn/complementarity?on=2012-01-01',
    'open data': '/data',
    changes: '/changes',
    privacy: '/privacy',
    'not found': '/nothing',
  };
}
