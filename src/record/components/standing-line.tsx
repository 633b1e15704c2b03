import { Rows } from '../../site/components/rows.tsx';
import { capital } from '../../text/capital.ts';
import type { Participant } from '../docket.ts';
import { caseName } from '../names.ts';
import { type ParticipantStanding, participantOn, personWord } from '../participant-standing.ts';
import type { RecordView } from '../record-view.ts';
import { CaseNow } from './case-now.tsx';
import { sayLastKnown } from './last-known.tsx';

interface Props {
  readonly record: RecordView;
  readonly participant: Participant;
  /** How far the case is known is said here, and nowhere else on the page. */
  readonly known?: boolean;
}

/** Where somebody stands in a case: the stage that the proceedings have come to, and whether they are free. */
export function StandingLine({ record, participant, known }: Props) {
  const standing = participantOn(participant, record.on);
  if (!standing) return null;
  const said = known && sayLastKnown(record, participant.case);
  return (
    <p>
      <Rows of={[...standsSo(record, standing), said && <small key="known">{said}</small>]} />
    </p>
  );
}

/** The last step that somebody's case has come to, in a sentence; of several cases the stage of each, in a row with its name. */
export function StandsNow({ record, participants }: { record: RecordView; participants: readonly Participant[] }) {
  const { view, on } = record;
  if (participants.length < 2) return <CaseNow record={record} participants={participants} />;
  const rows = participants.flatMap((one) => {
    const standing = participantOn(one, on);
    if (!standing) return [];
    return [
      `${caseName(view.lang, one.case)}${view.t('site.colon')}${view.t(`record.proceedings.${standing.proceedings}`)}`,
    ];
  });
  return <Rows of={rows.map(capital)} />;
}

function standsSo({ view }: RecordView, { proceedings, liberty }: ParticipantStanding): string[] {
  const dead = proceedings === 'dead-not-ended' || proceedings === 'ended-by-death';
  return [view.t(`record.proceedings.${proceedings}`), ...(dead ? [] : [view.t(`record.liberty.${liberty}`)])];
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
