import type { VNode } from 'preact';
import type { View } from '../../http/view.ts';
import type { PartialDay } from '../../text/partial-day.ts';
import { Folded } from './folded.tsx';

/** A timeline of more than so many entries shows the latest, and folds what was before. */
const LONG = 15;
const LATEST = 10;

export interface TimelineEntry {
  readonly date: PartialDay;
  readonly item: VNode;
}

/** What happened, the earliest first: all of a short timeline; of a long one the latest, after what was before, folded. */
export function TimelineList({ view, entries }: { view: View; entries: readonly TimelineEntry[] }) {
  const earlier = entries.length > LONG ? entries.slice(0, -LATEST) : [];
  return (
    <>
      {earlier.length > 0 && (
        <Folded view={view} title={view.t('record.timeline.earlier', years(view, earlier))} count={earlier.length}>
          <List entries={earlier} />
        </Folded>
      )}
      <List entries={entries.slice(earlier.length)} />
    </>
  );
}

function List({ entries }: { entries: readonly TimelineEntry[] }) {
  return <ol className="timeline">{entries.map(({ item }) => item)}</ol>;
}

function years(view: View, entries: readonly TimelineEntry[]): { first: string; last: string } {
  const all = entries.map(({ date }) => date.slice(0, 4)).sort();
  const [first = '', last = ''] = [all[0], all.at(-1)];
  return { first: view.partialDay(first), last: view.partialDay(last) };
}
