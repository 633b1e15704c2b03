import { Fragment } from 'preact';
import { Listed } from '../../site/components/listed.tsx';
import { saidDay } from '../../site/said-day.ts';
import type { Event, Participant } from '../docket.ts';
import { personName } from '../names.ts';
import { participantOn } from '../participant-standing.ts';
import type { Proceedings } from '../proceedings.ts';
import type { RecordView } from '../record-view.ts';
import { stageEvent } from '../stage-since.ts';
import { Cleared } from './cleared.tsx';
import { LastKnown } from './last-known.tsx';

interface Props {
  readonly record: RecordView;
  /** Everybody in the case whom the day knew. */
  readonly participants: readonly Participant[];
}

/** What a case has come to on a day: the last step of each of its people and its day, of those together who took it together. */
export function CaseNow({ record, participants }: Props) {
  const [first] = participants;
  if (!first) return null;
  return (
    <>
      {stepsOf(record, participants).map(({ key, ...step }, at) => (
        <Fragment key={key}>
          {at > 0 && ' '}
          <LastStep record={record} {...step} />
        </Fragment>
      ))}
      <LastKnown record={record} of={first.case} />
    </>
  );
}

interface Step {
  readonly stage: Proceedings;
  readonly event: Event;
  readonly who: readonly Participant[];
}

/** The last steps in the order of their days. */
function stepsOf({ on }: RecordView, participants: readonly Participant[]): (Step & { readonly key: string })[] {
  const steps = new Map<string, Step>();
  for (const one of participants) {
    const stage = participantOn(one, on)?.proceedings;
    const event = stageEvent(one, on);
    if (!stage || !event) continue;
    const key = `${stage} ${event.date} ${event.type}`;
    steps.set(key, { stage, event, who: [...(steps.get(key)?.who ?? []), one] });
  }
  return [...steps]
    .map(([key, step]) => ({ key, ...step }))
    .sort((one, other) => one.event.date.localeCompare(other.event.date));
}

function LastStep({ record, stage, event, who }: Step & { record: RecordView }) {
  const { view } = record;
  return view.rich(`record.case.now.${stage}`, {
    who: (
      <Listed
        lang={view.lang}
        of={who.map((one) => (
          <Fragment key={one.person.slug}>
            <bdi>{personName(view.lang, one.person)}</bdi>
            <Cleared record={record} participant={one} />
          </Fragment>
        ))}
      />
    ),
    many: who.length > 1 ? 'yes' : 'no',
    on: saidDay(view, 'on', event.date),
    since: saidDay(view, 'since', event.date),
    how: event.type === 'summons-issued' ? 'summons' : 'warrant',
  });
}
