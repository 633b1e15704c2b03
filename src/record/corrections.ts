import type { Verification } from '../facts/shapes.ts';
import type { View } from '../http/view.ts';
import { typeset } from '../locales/typeset.ts';
import { saidDay } from '../site/said-day.ts';
import { stateAddresses } from '../states/addresses.ts';
import { listedName } from '../states/state-names.ts';
import type { ActCorrection } from '../states/treaty-record.ts';
import { type Day, firstDay } from '../text/partial-day.ts';
import { recordAddresses } from './addresses.ts';
import type { RecordCorrection } from './docket.ts';
import { subjectName } from './names.ts';
import type { World } from './record.ts';

type Teller = Pick<View, 'lang' | 't' | 'day' | 'partialDay'>;

/** What was recorded otherwise before, as a person reads it. */
export interface Correction {
  readonly id: string;
  readonly on: Day;
  /** Whom and what it concerns: `Peru: Ratification, Agreement on …`. */
  readonly text: string;
  readonly href: string;
  readonly was: string;
  readonly now: string;
  readonly why: string;
  readonly source: string;
  /** How sure what stands now is; of what is gone, that it was seen to be wrong. */
  readonly standing: Verification;
  /** Before this day nothing of it was public. */
  readonly since: Day;
  readonly of: {
    readonly situation?: string;
    readonly case?: string | null;
    readonly person?: string | null;
    readonly state?: string;
  };
  readonly figures: readonly string[];
}

/** All that was corrected, what was corrected last first. */
export function correctionsOf(view: Teller, { docket, treaty }: World): Correction[] {
  return [
    ...docket.corrections.map((row) => ofRecord(view, docket, row)),
    ...treaty.corrections.map((row) => ofState(view, treaty, row)),
  ].sort((one, other) => other.on.localeCompare(one.on));
}

function ofRecord(view: Teller, docket: World['docket'], row: RecordCorrection): Correction {
  const what = row.type ? view.t(`record.event.${row.type}`) : view.t('record.corrections.born');
  const { situation, case: inCase, person } = row;
  const event = docket.events.find(({ id }) => id === row.event);
  return {
    ...correctionItem(view, row, `${subjectName(view.lang, docket, row)}${view.t('site.colon')}${what}`),
    standing: event?.standing ?? 'seen',
    href: inCase ? recordAddresses.case(view.lang, inCase) : recordAddresses.situation(view.lang, situation),
    of: { situation, case: inCase, person },
  };
}

function ofState(view: Teller, { states }: World['treaty'], row: ActCorrection): Correction {
  const state = states.get(row.iso3);
  const act = state?.acts.find(({ treaty, type }) => treaty === row.treaty && type === row.act);
  const what = [view.t(`states.act.${row.act}`), view.t(`states.treaty.${row.treaty}`)].join(view.t('site.comma'));
  return {
    ...correctionItem(view, row, `${state ? listedName(view.lang, state) : row.iso3}${view.t('site.colon')}${what}`),
    standing: act?.standing ?? 'seen',
    href: stateAddresses.state(view.lang, row.iso3),
    of: { state: row.iso3 },
  };
}

type Row = (RecordCorrection | ActCorrection) & { readonly date_is?: '' | 'by' };

function correctionItem(view: Teller, row: Row, text: string) {
  const { id, corrected_on: on, figures, source, was, now, date_is } = row;
  const days = [was, now].filter((day) => day !== null).map(firstDay);
  const said = (day: string | null, isBy: boolean) => {
    if (day === null) return view.t(row.corrected === 'born' ? 'record.corrections.open' : 'record.corrections.none');
    if (row.corrected === 'counts-from')
      return view.t('record.corrections.from', { since: saidDay(view, 'since', day) });
    return isBy ? saidDay(view, 'by', day) : view.partialDay(day);
  };
  return {
    id,
    on,
    text,
    was: said(was, false),
    now: said(now, date_is === 'by'),
    why: typeset(view.lang, view.lang === 'en' ? row.why : row[`why_${view.lang}`]),
    source,
    since: days.sort()[0] ?? on,
    figures,
  };
}
