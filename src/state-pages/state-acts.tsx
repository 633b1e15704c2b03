import type { ComponentChildren } from 'preact';
import type { View } from '../http/view.ts';
import { TimelineList } from '../record/components/timeline-list.tsx';
import type { RecordView } from '../record/record-view.ts';
import { actDay, sinceDay, standingWords } from '../states/act-day.ts';
import { treatiesOn } from '../states/adopted.ts';
import { howKnown } from '../states/coverage.ts';
import type { Treaty } from '../states/shapes.ts';
import { type ShownStanding, shownStanding } from '../states/shown-standing.ts';
import { SourceText } from '../states/source-text.tsx';
import { predecessorName } from '../states/state-names.ts';
import type { StateRecord, TreatyAct, TreatyRecord } from '../states/treaty-record.ts';
import { standingAct, standingOn } from '../states/treaty-standing.ts';

/** Standings that say nothing of the state itself. */
const silent = ['parties-only', 'unknown'] as const;

/**
 * Where a state stands with each treaty, since when, and where that was read; what it had not joined when last checked is folded, and so
 * is what says nothing of it.
 */
export function Treaties({ record, state }: { record: RecordView; state: StateRecord }) {
  const { view, world, on } = record;
  const all = treatiesOn(on).map((treaty) => ({ treaty, shown: shownStanding(world.treaty, state, treaty, on) }));
  const lacked = all.filter(({ treaty, shown }) => treaty !== 'rome-statute' && shown === 'last-known-none');
  const plain = all.filter((one) => !lacked.includes(one) && !silent.some((other) => other === one.shown));
  const rows = (of: typeof all) => (
    <dl className="facts">
      {of.map((one) => (
        <Standing key={one.treaty} record={record} state={state} {...one} />
      ))}
    </dl>
  );
  return (
    <div>
      {rows(plain)}
      {lacked.length > 0 && (
        <details className="folded">
          <summary>{view.t('states.alike.last-known-none', { count: lacked.length })}</summary>
          {rows(lacked)}
        </details>
      )}
      {silent.map((one) => (
        <Alike key={one} view={view} standing={one} treaties={all.filter(({ shown }) => shown === one)} />
      ))}
    </div>
  );
}

interface AlikeProps {
  readonly view: View;
  readonly standing: (typeof silent)[number];
  readonly treaties: readonly { readonly treaty: Treaty }[];
}

/** Treaties of which all say the same, folded under it. */
function Alike({ view, standing, treaties }: AlikeProps) {
  if (treaties.length === 0) return null;
  return (
    <details className="folded">
      <summary>{view.t(`states.alike.${standing}`, { count: treaties.length })}</summary>
      <ul className="links">
        {treaties.map(({ treaty }) => (
          <li key={treaty}>{view.t(`states.treaty.${treaty}`)}</li>
        ))}
      </ul>
    </details>
  );
}

interface StandingProps {
  readonly record: RecordView;
  readonly state: StateRecord;
  readonly treaty: Treaty;
  readonly shown: ShownStanding;
}

function Standing({ record: { view, world, on }, state, treaty, shown }: StandingProps) {
  const since = standingAct(state, treaty, on);
  return (
    <div>
      <dt>{view.t(`states.treaty.${treaty}`)}</dt>
      <dd>
        {standingWords(view, world.treaty, treaty, shown)}
        {shown === 'last-known-none' && <HowKnown view={view} treaty={world.treaty} of={treaty} />}
        {since && (
          <>
            <br />
            {sinceDay(view, since)}
            <br />
            <SourceText view={view} treaty={world.treaty} fact={since} />
          </>
        )}
      </dd>
    </div>
  );
}

/** How we know that a treaty's list was whole when it was last checked. */
function HowKnown({ view, treaty, of }: { view: View; treaty: TreatyRecord; of: Treaty }) {
  const { text, lang } = howKnown(view.lang, treaty, of);
  if (text === '') return null;
  return (
    <>
      <br />
      <small lang={lang}>{text}</small>
    </>
  );
}

/** Every act of a state up to a day, and what follows from them; undefined where none is known. */
export function historyOf({ view, world, on }: RecordView, state: StateRecord): ComponentChildren {
  const acts = [...state.acts.filter((act) => act.knownOn <= on), ...dueActs(state, on)];
  if (acts.length === 0) return undefined;
  const entries = acts.map((act) => ({
    date: act.date,
    item: (
      <li key={act.id} id={act.id}>
        <time dateTime={act.date}>{actDay(view, act)}</time>
        <div>
          <b>{view.t(`states.act.${act.type}`)}</b>
          {act.knownOn > on && <> ({view.t('states.due')})</>}
          <br />
          {view.t(`states.treaty.${act.treaty}`)}
          <br />
          {act.predecessor && (
            <>
              {view.t('states.predecessor', { state: predecessorName(view, act.predecessor) })}
              <br />
            </>
          )}
          <SourceText view={view} treaty={world.treaty} fact={act} />
          <OtherDay view={view} treaty={world.treaty} act={act} />
        </div>
      </li>
    ),
  }));
  return (
    <div>
      <TimelineList view={view} entries={entries} />
      {acts.some(({ type }) => type === 'withdrawal-notified') && <p className="q s">{view.t('states.bound')}</p>}
    </div>
  );
}

/** What follows from acts up to a day, and is still to come. */
function dueActs(state: StateRecord, on: string): TreatyAct[] {
  const due = { withdrawing: 'withdrawal-effective', joining: 'entry-into-force' } as const;
  return state.acts.filter(({ knownOn, treaty, type }) => {
    const standing = standingOn(state, treaty, on);
    return knownOn > on && (standing === 'withdrawing' || standing === 'joining') && type === due[standing];
  });
}

/** A day that another source has, and the day on which the depositary had what counts from an earlier one. */
function OtherDay({ view, treaty, act }: { view: View; treaty: TreatyRecord; act: TreatyAct }) {
  return (
    <>
      {act.public_on && (
        <>
          {' '}
          <small>{view.t('states.received', { day: view.day(act.public_on) })}</small>
        </>
      )}
      {act.other_date && (
        <>
          {' '}
          <small>{view.t('states.otherDay', { day: view.day(act.other_date) })}</small>{' '}
          <SourceText view={view} treaty={treaty} fact={{ source: act.other_source, standing: 'seen' }} />
        </>
      )}
    </>
  );
}
