import { saidDay } from '../site/said-day.ts';
import { firstDay, type PartialDay } from '../text/partial-day.ts';
import { type Docket, knownBy, knownThroughOf } from './docket.ts';
import type { EventType } from './event-types.ts';
import { caseName } from './names.ts';
import { participantOn } from './participant-standing.ts';
import { saidOfPeople } from './people-now.ts';
import type { RecordView } from './record-view.ts';
import { type SituationStanding, situationStanding } from './situation-standing.ts';

/** With which event a situation came to where it stands. */
const since: Readonly<Record<Exclude<SituationStanding, 'before'>, readonly EventType[]>> = {
  examination: ['preliminary-examination-opened'],
  examined: ['preliminary-examination-closed-no-investigation', 'preliminary-examination-closed-investigation'],
  investigation: ['investigation-opened'],
  ended: ['investigation-closed'],
};

/** What stands in a situation on a day, in a sentence or two: of the situation, then of the people in its cases. */
export function situationNow(record: RecordView, slug: string): string {
  const sentences = [standsSo(record, slug), peopleNow(record, slug)].filter(Boolean).join('. ');
  return `${sentences}.${lastKnown(record, slug)}`;
}

function standsSo({ view, world: { docket }, on }: RecordView, slug: string): string {
  const standing = situationStanding(docket, slug, on);
  if (standing === 'before') return view.t('record.situation.before');
  const day = dayOf(docket, slug, on, since[standing]);
  return day
    ? view.t(`record.since.${standing}`, {
        since: saidDay(view, 'since', day),
        until: saidDay(view, 'until', day),
        on: saidDay(view, 'on', day),
      })
    : view.t(`record.situation.${standing}`);
}

function dayOf(docket: Docket, slug: string, on: string, types: readonly EventType[]): PartialDay | undefined {
  return knownBy(docket.eventsOf.get(slug) ?? [], on).findLast(({ type }) => types.includes(type))?.date;
}

/** Somebody counts in each of their cases. */
function peopleNow({ view, world, on }: RecordView, slug: string): string {
  const here = world.docket.participants.flatMap((one) => {
    const standing = one.case.situation === slug && inOwnCase(one.leftOn, on) && participantOn(one, on);
    return standing ? [{ of: one.case.slug, stage: standing.proceedings }] : [];
  });
  if (here.length === 0)
    return situationStanding(world.docket, slug, on) === 'investigation' ? view.t('record.now.none') : '';
  const cases = new Set(here.map(({ of }) => of)).size;
  return view.t('record.now', {
    cases,
    people: saidOfPeople(
      view,
      here.map(({ stage }) => stage),
    ),
  });
}

/** Who left a case for one of their own is told there. */
const inOwnCase = (leftOn: PartialDay | null, on: string) => leftOn === null || on < firstDay(leftOn);

/** Of a case of which more is known than of the whole, the day of its own is told beside. */
function lastKnown({ view, world: { docket }, on }: RecordView, slug: string): string {
  const through = knownThroughOf(docket, { situation: slug });
  if (on <= through) return '';
  const later = [...docket.cases.values()].flatMap((of) => {
    const day = knownThroughOf(docket, { case: of.slug, situation: slug });
    const ownDay = of.situation === slug && through < day && day < on;
    return ownDay ? [view.t('record.lastKnown.case', { case: caseName(view.lang, of), day: view.day(day) })] : [];
  });
  return ['', view.t('record.lastKnown', { day: view.day(through) }), ...later].join(' ');
}
