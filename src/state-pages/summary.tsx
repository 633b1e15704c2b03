import type { View } from '../http/view.ts';
import type { RecordView } from '../record/record-view.ts';
import { lawsOn } from '../states/laws.ts';
import { type Treaty, treaties } from '../states/shapes.ts';
import { type ShownStanding, shownStanding } from '../states/shown-standing.ts';
import type { StateRecord } from '../states/treaty-record.ts';
import { standingOn } from '../states/treaty-standing.ts';

const joined: readonly ShownStanding[] = ['party', 'withdrawing', 'joining'];
const missing: readonly ShownStanding[] = ['none', 'last-known-none', 'signed', 'unsigned', 'withdrawn'];

/** What a state has done and what not, in a few sentences, and how it stands among its region. */
export function Summary({ record, state }: { record: RecordView; state: StateRecord }) {
  const { view, world, on } = record;
  const standing = shownStanding(world.treaty, state, 'rome-statute', on);
  const of = (wanted: readonly ShownStanding[]) =>
    treaties.filter(
      (treaty) => treaty !== 'rome-statute' && wanted.includes(shownStanding(world.treaty, state, treaty, on)),
    );
  const said = [
    view.t('states.summary.statute', { standing: standing === 'last-known-none' ? 'none' : standing }),
    ...listed(view, 'states.summary.joined', of(joined)),
    ...listed(view, 'states.summary.missing', of(missing)),
    ...listed(view, 'states.summary.unknown', of(['unknown'])),
    ...lawsOn(world.treaty, state, on).map(({ topic, status }) => view.t(`states.summary.law.${topic}`, { status })),
  ];
  return (
    <>
      <p>{said.filter(Boolean).join(' ')}</p>
      <Region record={record} state={state} />
    </>
  );
}

type Key = 'states.summary.joined' | 'states.summary.missing' | 'states.summary.unknown';

function listed(view: View, key: Key, some: readonly Treaty[]): string[] {
  if (some.length === 0) return [];
  const names = some.map((treaty) => view.t(`states.treaty.${treaty}`));
  return [view.t(key, { count: some.length, treaties: new Intl.ListFormat(view.lang).format(names) })];
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
