import type { ReactNode } from 'react';
import { saidDay } from '../../site/said-day.ts';
import type { Participant } from '../docket.ts';
import { personName } from '../names.ts';
import { participantOn } from '../participant-standing.ts';
import { saidOfPeople } from '../people-now.ts';
import type { RecordView } from '../record-view.ts';
import { stageEvent } from '../stage-since.ts';
import { Cleared } from './cleared.tsx';
import { LastKnown } from './last-known.tsx';

interface Props {
  readonly record: RecordView;
  /** Everybody in the case whom the day knew. */
  readonly participants: readonly Participant[];
}

/** What a case has come to on a day, in a sentence or two: of one person the last step and its day, of several how many stand where. */
export function CaseNow({ record, participants }: Props) {
  const [first, ...others] = participants;
  if (!first) return null;
  return (
    <>
      {others.length === 0 ? ofOne(record, first) : ofSeveral(record, participants)}
      <LastKnown record={record} of={first.case} />
    </>
  );
}

function ofOne(record: RecordView, participant: Participant): ReactNode {
  const { view, on } = record;
  const stage = participantOn(participant, on)?.proceedings;
  const event = stageEvent(participant, on);
  if (!stage || !event) return null;
  return view.rich(`record.case.now.${stage}`, {
    who: (
      <>
        <bdi>{personName(view.lang, participant.person)}</bdi>
        <Cleared record={record} participant={participant} />
      </>
    ),
    on: saidDay(view, 'on', event.date),
    since: saidDay(view, 'since', event.date),
    how: event.type === 'summons-issued' ? 'summons' : 'warrant',
  });
}

function ofSeveral({ view, on }: RecordView, participants: readonly Participant[]): string {
  const stages = participants.flatMap((one) => participantOn(one, on)?.proceedings ?? []);
  return view.t('record.case.now.several', { people: saidOfPeople(view, stages) });
}
