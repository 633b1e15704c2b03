import { Rows } from '../../site/components/rows.tsx';
import { saidDay } from '../../site/said-day.ts';
import { capital } from '../../text/capital.ts';
import { type Charge, knownBy, type Participant } from '../docket.ts';
import type { RecordView } from '../record-view.ts';
import { FactList } from './fact-list.tsx';
import { Source } from './timeline.tsx';

interface Props {
  readonly record: RecordView;
  readonly participant: Participant;
}

/** Each kind of crime with the stages that it had reached by the day, each with its source. */
export function Charges({ record, participant }: Props) {
  const { view } = record;
  return (
    <div>
      <FactList
        facts={[...chargesOn(record, participant)].map(([category, charges]) => [
          view.t(`record.category.${category}`),
          charges.map((charge) => (
            <p key={charge.stage}>
              <Rows of={[capital(said(record, charge)), <Source key="source" view={view} fact={charge} />]} />
            </p>
          )),
        ])}
      />
      <p className="q s">{view.t('record.charges.unchecked')}</p>
    </div>
  );
}

/** Each kind of crime with the last stage that it had reached by the day. */
export function ChargesInBrief({ record, participant }: Props) {
  const { view } = record;
  return (
    <ul className="links">
      {[...chargesOn(record, participant)].map(([category, charges]) => (
        <li key={category}>
          {view.t(`record.category.${category}`)}
          {view.t('site.colon')}
          {charges.slice(-1).map((charge) => said(record, charge))}
        </li>
      ))}
    </ul>
  );
}

/** How far a charge has come and when, on how many counts, and in which form of responsibility. */
function said({ view, world }: RecordView, { stage, event, counts, mode }: Charge): string {
  const date = world.docket.events.find(({ id }) => id === event)?.date ?? '';
  return [
    view.t(`record.charge.${stage}`, { on: saidDay(view, 'on', date) }),
    ...(counts ? [view.t('record.charge.counts', { count: Number(counts) })] : []),
    ...(mode ? [view.t(`record.mode.${mode}`)] : []),
  ].join(view.t('site.comma'));
}

function chargesOn({ world, on }: RecordView, { charges }: Participant): ReadonlyMap<Charge['category'], Charge[]> {
  const known = new Set(knownBy(world.docket.events, on).map(({ id }) => id));
  return Map.groupBy(
    charges.filter(({ event }) => known.has(event)),
    ({ category }) => category,
  );
}
