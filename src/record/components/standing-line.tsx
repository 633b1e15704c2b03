import { Rows } from '../../site/components/rows.tsx';
import type { Participant } from '../docket.ts';
import { caseName } from '../names.ts';
import { type ParticipantStanding, participantOn, personWord, wordBeside } from '../participant-standing.ts';
import type { RecordView } from '../record-view.ts';
import { LastKnown } from './last-known.tsx';

interface Props {
  readonly record: RecordView;
  readonly participant: Participant;
}

/** Where somebody stands in a case, in one line. */
export function StandingLine({ record, participant }: Props) {
  const standing = participantOn(participant, record.on);
  if (!standing) return null;
  return (
    <p>
      {capital(standsSo(record, standing).join(' · '))}
      <LastKnown record={record} of={participant.case} />
    </p>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The stage that somebody has come to in each of their cases, named where there are several; of one case, the whole line. */
export function StandsNow({ record, participants }: { record: RecordView; participants: readonly Participant[] }) {
  const { view, on } = record;
  const several = participants.length > 1;
  const words = participants.flatMap((one) => {
    const standing = participantOn(one, on);
    if (!standing) return [];
    if (!several) return standsSo(record, standing);
    const stage = view.t(`record.proceedings.${standing.proceedings}`);
    return [`${caseName(view.lang, one.case)}${view.t('site.colon')}${stage}`];
  });
  return (
    <>
      {several ? <Rows of={words.map(capital)} /> : capital(words.join(' · '))}
      {participants[0] && <LastKnown record={record} of={participants[0].case} />}
    </>
  );
}

function standsSo({ view }: RecordView, standing: ParticipantStanding): string[] {
  const { proceedings, liberty } = standing;
  const word = wordBeside(standing);
  return [
    ...(word ? [view.t(`record.person.${word}`)] : []),
    view.t(`record.proceedings.${proceedings}`),
    ...(proceedings === 'dead-not-ended' || proceedings === 'ended-by-death'
      ? []
      : [view.t(`record.liberty.${liberty}`)]),
  ];
}

/**
 * What the stage of a case means for whoever stands in it: presumed innocent, found guilty, or neither; said once where it is the same
 * for all.
 */
export function StageWords({ record, participants }: { record: RecordView; participants: readonly Participant[] }) {
  return stageWords(record, participants).map((words) => (
    <p key={words} className="q s">
      {words}
    </p>
  ));
}

/** The different things that are so of these people, each once. */
export function stageWords({ view, on }: RecordView, participants: readonly Participant[]): string[] {
  const words = participants.flatMap((one) => {
    const standing = participantOn(one, on);
    return standing ? [view.t(`record.words.${personWord(standing)}`)] : [];
  });
  return [...new Set(words)];
}
