import type { RecordView } from '../record/record-view.ts';
import { type Treaty, treaties } from '../states/shapes.ts';
import type { StateRecord } from '../states/treaty-record.ts';
import { standingOn } from '../states/treaty-standing.ts';
import { summarySentences } from './summary-sentences.ts';

/** What a state has done and what not beyond the Statute, in a few sentences, and how it stands among its region. */
export function Summary({ record, state }: { record: RecordView; state: StateRecord }) {
  const said = summarySentences(record, state);
  return (
    <>
      {said.length > 0 && <p>{said.join(' ')}</p>}
      <Region record={record} state={state} />
    </>
  );
}

function Region({ record: { view, world, on }, state }: { record: RecordView; state: StateRecord }) {
  const { group } = state;
  if (group === null) return null;
  const members = [...world.treaty.states.values()].filter((one) => one.group === group);
  const count = (one: StateRecord) => treaties.filter((treaty) => hasJoined(one, treaty, on)).length;
  const own = count(state);
  return (
    <p className="q">
      {view.t('states.region', {
        group: view.t(`states.group.${group}`),
        count: members.length,
        parties: members.filter((one) => ['party', 'withdrawing'].includes(standingOn(one, 'rome-statute', on))).length,
        ahead: members.filter((one) => count(one) > own).length,
      })}
    </p>
  );
}

function hasJoined(state: StateRecord, treaty: Treaty, on: string): boolean {
  return ['party', 'withdrawing', 'joining'].includes(standingOn(state, treaty, on));
}
