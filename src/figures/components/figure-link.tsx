import type { View } from '../../http/view.ts';
import { list } from '../../locales/format.ts';
import { recordAddresses } from '../../record/addresses.ts';
import type { RecordView } from '../../record/record-view.ts';
import { capital } from '../../text/capital.ts';
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

/**
 * A row of figures, each number large and a link, its title under it; below, the day they are of, or how far what is known reaches
 * where that ends before.
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
      {unknownSince(record, ids).length > 0 ? (
        <KnownThrough record={record} ids={ids} />
      ) : (
        <p className="q s">{record.view.t('record.on', { day: record.view.day(record.on) })}</p>
      )}
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
export function KnownThrough({ record, ids }: { record: RecordView; ids: readonly FigureId[] }) {
  const { view } = record;
  const days = unknownSince(record, ids);
  if (days.length === 0) return null;
  const said = list(
    view.lang,
    days.map((day) => view.t('record.figure.known.day', { day: view.day(day) })),
  );
  return <p className="q s">{view.t('record.figure.known', { days: said })}</p>;
}

/** The days after which there may be more of some figures, those before the day of the page. */
function unknownSince({ world, on }: RecordView, ids: readonly FigureId[]): string[] {
  const uncertain = ids.map((id) => numberOn(world, id, on)).filter(({ certainty }) => certainty !== 'known');
  return [...new Set(uncertain.map(({ knownThrough }) => knownThrough))].filter((day) => day < on).sort();
}
