import type { ComponentChildren } from 'preact';
import { either } from '../locales/format.ts';
import { LastKnown } from '../record/components/last-known.tsx';
import type { RecordView } from '../record/record-view.ts';
import { lawsOn } from '../states/laws.ts';
import { LawText } from '../states/source-text.tsx';
import type { StateRecord } from '../states/treaty-record.ts';
import { commitmentsOf } from './commitment-list.tsx';
import { nationalsOf, territoryOf } from './concerned.tsx';
import { historyOf } from './state-acts.tsx';

/** What readers ask of every state, be there an answer or not. */
type Subject = 'history' | 'law' | 'territory' | 'nationals';

interface Rubric {
  readonly heading: string;
  /** Undefined where nothing is on record. */
  readonly content: ComponentChildren;
  /** Without it the rubric goes without a word where it has nothing. */
  readonly about?: Subject;
}

/** What is on record of a state beside its treaties, in the order of the page. */
export function rubricsOf(record: RecordView, state: StateRecord): readonly Rubric[] {
  const { t } = record.view;
  return [
    { heading: t('states.history'), content: historyOf(record, state), about: 'history' },
    { heading: t('states.law'), content: lawsOf(record, state), about: 'law' },
    { heading: t('states.commitments'), content: commitmentsOf(record, state) },
    { heading: t('states.situations'), content: territoryOf(record, state), about: 'territory' },
    { heading: t('states.nationals'), content: nationalsOf(record, state), about: 'nationals' },
  ];
}

/** The rubrics that have something; those that have nothing are one folded line behind them, which names them. */
export function Rubrics({ record, rubrics }: { record: RecordView; rubrics: readonly Rubric[] }) {
  return (
    <>
      {rubrics.map(
        ({ heading, content }) =>
          content !== undefined && (
            <section className="sec" key={heading}>
              <h2>{heading}</h2>
              {content}
            </section>
          ),
      )}
      <Blank record={record} of={rubrics.flatMap(({ about, content }) => (about && !content ? [about] : []))} />
    </>
  );
}

function Blank({ record, of }: { record: RecordView; of: readonly Subject[] }) {
  const { view } = record;
  if (of.length === 0) return null;
  const subjects = either(
    view.lang,
    of.map((one) => view.t(`states.blank.${one}`)),
  );
  return (
    <section className="sec">
      <details className="q">
        <summary>{view.t('states.blank', { subjects })}</summary>
        {of.map((one) => (
          <p key={one} className="s">
            {view.t(`states.${one}.none`)}
            {(one === 'territory' || one === 'nationals') && <LastKnown record={record} />}
          </p>
        ))}
      </details>
    </section>
  );
}

function lawsOf({ view, world, on }: RecordView, state: StateRecord): ComponentChildren {
  const laws = lawsOn(world.treaty, state, on);
  if (laws.length === 0) return undefined;
  return (
    <dl className="facts">
      {laws.map((law) => (
        <div key={law.topic}>
          <dt>{view.t(`states.topic.${law.topic}`)}</dt>
          <dd>
            <LawText view={view} treaty={world.treaty} law={law} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
