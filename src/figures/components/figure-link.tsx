import type { View } from '../../http/view.ts';
import { list } from '../../locales/format.ts';
import { recordAddresses } from '../../record/addresses.ts';
import type { RecordView } from '../../record/record-view.ts';
import { figureTitle } from '../figure-words.ts';
import { type FigureId, type FigureOn, numberOn } from '../figures.ts';

type Said = Pick<FigureOn, 'value' | 'certainty'>;

/** A number as it is said in a sentence: with "at least" where there may be more. */
export function sayValue(view: View, { value, certainty }: Said): string {
  return certainty === 'at-least' ? view.t('record.figure.atLeast', { value }) : view.number(value);
}

/** The same as a sentence of its own: after the last day that is known, with that day. */
export function sayKnown(view: View, on: string, figure: Said & Pick<FigureOn, 'knownThrough'>): string {
  const said = { value: figure.value, day: view.day(figure.knownThrough) };
  if (figure.certainty === 'last-known') return view.t('record.figure.lastKnown.through', said);
  return on > figure.knownThrough ? view.t('record.figure.atLeast.through', said) : sayValue(view, figure);
}

/** A figure that leads to the list behind it. @param begins it is the first word of a sentence */
export function FigureLink({ record, id, begins }: { record: RecordView; id: FigureId; begins?: boolean }) {
  const said = sayValue(record.view, numberOn(record.world, id, record.on));
  return <a href={recordAddresses.figure(record.view.lang, id, record.on)}>{begins ? capital(said) : said}</a>;
}

/** The same with the day through which it is known, where that is before the day of the page: a number that stands alone. */
export function KnownFigure({ record: { view, world, on }, id }: { record: RecordView; id: FigureId }) {
  return <a href={recordAddresses.figure(view.lang, id, on)}>{sayKnown(view, on, numberOn(world, id, on))}</a>;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * A row of figures, each number large and a link, its title under it; below, how far what is known reaches where that ends before the
 * day.
 */
export function FigureRow({ record, ids }: { record: RecordView; ids: readonly FigureId[] }) {
  return (
    <>
      <dl className="figures">
        {ids.map((id) => (
          <div key={id}>
            <dt>{figureTitle(record.view, id)}</dt>
            <dd>
              <Large record={record} id={id} />
            </dd>
          </div>
        ))}
      </dl>
      <KnownThrough record={record} ids={ids} />
    </>
  );
}

/** What qualifies a number stands small above it. */
function Large({ record: { view, world, on }, id }: { record: RecordView; id: FigureId }) {
  const { value, certainty } = numberOn(world, id, on);
  return (
    <a href={recordAddresses.figure(view.lang, id, on)}>
      {certainty !== 'known' && <small className="qualifier">{view.t(`record.figure.certainty.${certainty}`)} </small>}
      {view.number(value)}
    </a>
  );
}

/** Through which day figures are known, for each such day once; nothing where all are known for the day of the page. */
export function KnownThrough({ record: { view, world, on }, ids }: { record: RecordView; ids: readonly FigureId[] }) {
  const uncertain = ids.filter((id) => numberOn(world, id, on).certainty !== 'known');
  const days = [...new Set(uncertain.map((id) => numberOn(world, id, on).knownThrough))].filter((day) => day < on);
  if (days.length === 0) return null;
  const said = list(
    view.lang,
    days.sort().map((day) => view.t('record.figure.known.day', { day: view.day(day) })),
  );
  return <p className="q s">{view.t('record.figure.known', { days: said })}</p>;
}
