import { typeset } from '../../locales/typeset.ts';
import { recordAddresses } from '../../record/addresses.ts';
import type { Published } from '../../record/docket.ts';
import type { RecordView } from '../../record/record-view.ts';
import { compared } from '../compared.ts';
import { figureTitle } from '../figure-words.ts';
import type { FigureId } from '../figures.ts';
import { figureNamed } from '../former-ids.ts';

/** What others published of a figure, each beside ours of its own day: it agrees, by this rule or another one, or differs and why. */
export function PublishedTotals({ record, id }: { record: RecordView; id: FigureId }) {
  const { view, world } = record;
  const totals = world.docket.published.filter((one) => figureNamed(one.figure) === id);
  if (totals.length === 0) return null;
  return (
    <section className="sec">
      <h2>{view.t('record.figure.published')}</h2>
      <ul className="list">
        {totals.map((total) => (
          <li key={`${total.on} ${total.publisher}`}>
            <a href={recordAddresses.figure(view.lang, id, total.on)}>{view.day(total.on)}</a>
            {view.t('site.colon')}
            <b>{view.number(Number(total.value))}</b> · <Publisher record={record} total={total} /> ·{' '}
            <Comparison record={record} total={total} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly record: RecordView;
  readonly total: Published;
}

function Publisher({ record: { view }, total: { publisher, url, standing } }: Props) {
  return (
    <>
      {url ? (
        <a href={url} rel="noreferrer external">
          <bdi lang="en">{publisher}</bdi>
        </a>
      ) : (
        <bdi lang="en">{publisher}</bdi>
      )}
      {standing !== 'seen' && <small> ({view.t(`record.standing.${standing}`)})</small>}
    </>
  );
}

function Comparison({ record, total }: Props) {
  const { view, world } = record;
  const found = compared(world, total);
  const note = view.lang === 'en' ? total.note : total[`note_${view.lang}`];
  return (
    <>
      {found.how === 'agrees' && view.t('record.figure.agrees')}
      {found.how === 'agrees-by-rule' &&
        view.rich('record.figure.agreesByRule', {
          rule: (
            <a href={recordAddresses.figure(view.lang, found.figure, total.on)}>{figureTitle(view, found.figure)}</a>
          ),
        })}
      {found.how === 'differs' && view.t('record.figure.differs', { value: found.ours })}
      {note && <> · {typeset(view.lang, note)}</>}
    </>
  );
}
