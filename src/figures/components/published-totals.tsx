import type { ComponentChildren } from 'preact';
import { typeset } from '../../locales/typeset.ts';
import { recordAddresses } from '../../record/addresses.ts';
import type { Published } from '../../record/docket.ts';
import type { RecordView } from '../../record/record-view.ts';
import { Rows } from '../../site/components/rows.tsx';
import { Verified } from '../../states/source-text.tsx';
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
      <ul className="timeline">
        {totals.map((total) => (
          <li key={`${total.on} ${total.publisher}`}>
            <a href={recordAddresses.figure(view.lang, id, total.on)}>{view.day(total.on)}</a>
            <div>
              <Rows
                of={[
                  <b key="value">{view.number(Number(total.value))}</b>,
                  sayCompared(record, total),
                  total.note && typeset(view.lang, view.lang === 'en' ? total.note : total[`note_${view.lang}`]),
                  <Publisher key="publisher" record={record} total={total} />,
                ]}
              />
            </div>
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

function Publisher({ record: { view }, total: { publisher, url, standing: verification } }: Props) {
  return (
    <small>
      {view.t('record.source')}
      {view.t('site.colon')}
      {url ? (
        <a href={url} rel="noreferrer external">
          <bdi lang="en">{publisher}</bdi>
        </a>
      ) : (
        <bdi lang="en">{publisher}</bdi>
      )}
      <Verified view={view} standing={verification} />
    </small>
  );
}

function sayCompared({ view, world }: RecordView, total: Published): ComponentChildren {
  const found = compared(world, total);
  if (found.how === 'agrees') return view.t('record.figure.agrees');
  if (found.how === 'differs') return view.t('record.figure.differs', { value: found.ours });
  const rule = (
    <a href={recordAddresses.figure(view.lang, found.figure, total.on)}>{figureTitle(view, found.figure)}</a>
  );
  return view.rich('record.figure.agreesByRule', { rule });
}
