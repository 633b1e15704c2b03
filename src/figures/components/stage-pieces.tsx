import type { View } from '../../http/view.ts';
import { PiecesOf } from '../../maps/mosaic-overview.tsx';
import type { Fill } from '../../maps/patterns.tsx';
import { recordAddresses } from '../../record/addresses.ts';
import { groupOf, type StageGroupName } from '../../record/people-now.ts';
import type { RecordView } from '../../record/record-view.ts';
import { type StageGroup, stagesTogether } from '../cases-by-stage.ts';
import { groupAnchor, groupTitle } from '../figure-words.ts';

/** Who is missing from the Court is a gap, whose case goes on half a piece, of whom it judged guilty a whole one. */
const fills: Readonly<Record<StageGroupName, Fill>> = {
  sought: 'empty',
  'before-trial': 'lines',
  'on-trial': 'lines',
  convicted: 'full',
  acquitted: 'dots',
  ended: 'zigzag',
  dead: 'cross',
};

/**
 * A piece for everybody in a case, by where they stand; each stage leads to its people by name. Stages that a sentence counts together
 * stand under its number.
 */
export function StagePieces({ record, here }: { record: RecordView; here?: boolean }) {
  const { view, linkDay } = record;
  const page = here ? '' : recordAddresses.people(view.lang, linkDay);
  return (
    <ul className="pieces">
      {stagesTogether(record).map(({ name, stages, count }) =>
        stages.length > 1 && name !== 'dead' ? (
          <li key={name} className="together">
            <span>
              {view.t(`record.people.group.${name}`)} <b>{view.number(count)}</b>
            </span>
            <ul className="pieces">
              {stages.map((group) => (
                <Stage key={group.figure} view={view} group={group} page={page} />
              ))}
            </ul>
          </li>
        ) : (
          stages.map((group) => <Stage key={group.figure} view={view} group={group} page={page} />)
        ),
      )}
    </ul>
  );
}

function Stage({ view, group, page }: { view: View; group: StageGroup; page: string }) {
  return (
    <li>
      <span>
        <a href={`${page}#${groupAnchor(group)}`}>{groupTitle(view, group)}</a>{' '}
        <b>{view.number(group.participants.length)}</b>
      </span>
      <PiecesOf fill={fills[groupOf(group.stage)]} count={group.participants.length} />
    </li>
  );
}
