import { isLang, type Lang } from '../../config/langs.ts';
import { chosen, type Fields } from '../../http/fields.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import type { Preview } from '../../publications/audience.ts';
import { beginningOf, dayIn } from '../../text/time-zone.ts';
import { campaignAddresses } from '../addresses.ts';
import { itemsOf } from './worded-item.ts';

/** In which language, as on which day, as what, at which path of the site, and how wide. */
export const previewQuery: Fields = {
  of: chosen(2),
  on: chosen(10),
  state: chosen(10),
  at: chosen(300),
  width: chosen(4),
};

export const previewStates = ['open', 'closed'] as const;

/** What is chosen of a preview. */
export interface Chosen {
  readonly of: Lang;
  readonly on: string;
  readonly state: Preview['state'];
  readonly at: string;
  readonly width: string;
}

/** As the address says; where it says nothing, the campaign's page of today, open. */
export function chosenIn({ query, lang, view, params }: StaffRequest): Chosen {
  const given = query.get('of') ?? '';
  const of = isLang(given) ? given : lang;
  const on = query.get('on') ?? '';
  const state = query.get('state') ?? 'open';
  const at = query.get('at') ?? '';
  return {
    of,
    on: isDay(on) ? on : view.today(),
    state: previewStates.find((one) => one === state),
    at: at.startsWith('/') && !at.startsWith('//') ? at : campaignAddresses.campaign(of, params.slug ?? ''),
    width: query.get('width') === '360' ? '360' : '1280',
  };
}

function isDay(given: string): boolean {
  return /^20\d\d-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given));
}

/** Who looks, at which moment of the day: now, where it is today, else its noon. */
export async function previewFor(request: StaffRequest, { on, state }: Chosen): Promise<Preview> {
  const { timeZone } = request.view;
  const now = new Date();
  const noon = new Date(beginningOf(timeZone, on).getTime() + 12 * 3_600_000);
  const items = new Set((await itemsOf(request)).map(({ id }) => id));
  return { kind: 'preview', at: dayIn(timeZone, now) === on ? now : noon, items, state };
}
