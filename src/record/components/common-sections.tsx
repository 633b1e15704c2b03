import type { ComponentChildren } from 'preact';
import type { Key } from '../../locales/words.ts';
import { PanelParts } from '../../site/components/panel-parts.tsx';
import type { Correction } from '../corrections.ts';
import type { Event, Participant, Scheduled } from '../docket.ts';
import type { RecordView } from '../record-view.ts';
import { scheduledOn } from '../scheduled.ts';
import { Corrections } from './corrections.tsx';
import { Reparations } from './reparations.tsx';
import { ScheduledList, Timeline } from './timeline.tsx';

interface Props {
  readonly record: RecordView;
  readonly events: readonly Event[];
  /** Of whom each event speaks. */
  readonly about: boolean | 'people';
  readonly participants: readonly Participant[];
  /** What is said where no reparations were ordered. */
  readonly none?: Key;
  /** What other rooms have to add of civil society's advocacy. */
  readonly parts: readonly ComponentChildren[];
  /** Whether something is of what the page is about. */
  readonly isOf: (one: Scheduled | Correction['of']) => boolean;
}

/** What the pages of a case and of a situation share: what happened, what is to come, what victims got, and what civil society does. */
export function CommonSections({ record, events, about, participants, none, parts, isOf }: Props) {
  const { view, world, on } = record;
  const scheduled = scheduledOn(world.docket, on).filter(isOf);
  return (
    <>
      <section className="sec">
        <h2>{view.t('record.timeline')}</h2>
        <Timeline record={record} events={events} about={about} />
      </section>
      {scheduled.length > 0 && (
        <section className="sec">
          <h2>{view.t('record.scheduled')}</h2>
          <ScheduledList record={record} scheduled={scheduled} />
        </section>
      )}
      <section className="sec">
        <h2>{view.t('record.victims')}</h2>
        <Reparations record={record} participants={participants} none={none} />
      </section>
      {parts.some(Boolean) && (
        <section className="sec">
          <h2>{view.t('record.advocacy')}</h2>
          <PanelParts parts={parts} />
        </section>
      )}
      <Corrections record={record} about={({ of }) => isOf(of)} />
    </>
  );
}
