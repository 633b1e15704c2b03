import { Downloads } from '../../record/components/downloads.tsx';
import { YearTable } from '../../record/components/year-table.tsx';
import type { RecordView } from '../../record/record-view.ts';
import { SteppedLine } from '../../site/charts/stepped-line.tsx';
import { actSentence } from '../../states/act-sentence.ts';
import { stateAddresses } from '../../states/addresses.ts';
import type { TreatyRecord } from '../../states/treaty-record.ts';
import { chartOf } from '../figure-chart.ts';

interface Note {
  readonly on: string;
  readonly said: string;
  readonly href?: string;
}

/** How membership grew until the day of the page, with what happened on the way: in the drawing by numbers, beneath it in words. */
export function MembershipGrowth({ record }: { record: RecordView }) {
  const { view, linkDay } = record;
  const chart = chartOf(record, 'states-parties');
  const notes = notesOf(record);
  return (
    <>
      <SteppedLine {...chart} noted={notes.map(({ on }) => on)} />
      <ol className="s" aria-label={view.t('states.growth.notes')}>
        {notes.map(({ on, said, href }) => (
          <li key={on}>
            <time dateTime={on}>{view.day(on)}</time>
            {view.t('site.colon')}
            {href ? <a href={href}>{said}</a> : said}
          </li>
        ))}
      </ol>
      <Downloads view={view} name="figure-states-parties" on={linkDay} />
      <YearTable view={view} chart={chart} />
    </>
  );
}

/** The first signature was on the day of adoption; the first entry into force was the Statute's own; then each withdrawal. */
function notesOf({ view, world, on, linkDay }: RecordView): Note[] {
  const adopted = firstDay(world.treaty, 'signature');
  const inForce = firstDay(world.treaty, 'entry-into-force');
  const left = [...world.treaty.states.values()].flatMap((state) =>
    state.acts
      .filter(({ treaty, type }) => treaty === 'rome-statute' && type === 'withdrawal-effective')
      .map((act) => ({
        on: act.date,
        said: actSentence(view, state, act),
        href: stateAddresses.state(view.lang, state.iso3, linkDay),
      })),
  );
  return [
    ...(adopted ? [{ on: adopted, said: view.t('states.growth.adopted') }] : []),
    ...(inForce ? [{ on: inForce, said: view.t('states.growth.inForce') }] : []),
    ...left,
  ]
    .filter((note) => note.on.length === 10 && note.on <= on)
    .sort((one, other) => one.on.localeCompare(other.on));
}

function firstDay({ states }: TreatyRecord, type: 'signature' | 'entry-into-force'): string | undefined {
  return [...states.values()]
    .flatMap(({ acts }) => acts.filter((act) => act.treaty === 'rome-statute' && act.type === type))
    .map(({ date }) => date)
    .sort()[0];
}
