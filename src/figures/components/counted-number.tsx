import { recordAddresses } from '../../record/addresses.ts';
import type { RecordView } from '../../record/record-view.ts';
import { type FigureId, numberOn } from '../figures.ts';

interface Props {
  readonly record: RecordView;
  readonly id: FigureId;
}

/** A figure's number in the column of numbers: a link to the list behind it. */
export function CountedNumber({ record: { view, world, on }, id }: Props) {
  return (
    <dd className="num">
      <a href={recordAddresses.figure(view.lang, id, on)}>{view.number(numberOn(world, id, on).value)}</a>
    </dd>
  );
}

/** Of which day it is and whether there may be more, where what is known ends before the day of the page. */
export function KnownOn({ record: { view, world, on }, id }: Props) {
  const { certainty, knownThrough } = numberOn(world, id, on);
  if (certainty === 'known') return null;
  return <dd className="q s">{view.t(`record.figure.known.${certainty}`, { day: view.day(knownThrough) })}</dd>;
}
