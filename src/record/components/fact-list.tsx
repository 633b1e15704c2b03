import type { ComponentChildren } from 'preact';
import type { View } from '../../http/view.ts';
import { Rows } from '../../site/components/rows.tsx';
import type { Situation } from '../docket.ts';
import type { RecordView } from '../record-view.ts';
import { CourtNumber } from './court-number.tsx';
import { StatesConcerned } from './state-links.tsx';

/** What is known of one thing, each fact in a row under its name; what is nothing has none. */
export function FactList({ facts }: { facts: readonly (readonly [name: string, fact: ComponentChildren])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, fact]) => fact)
        .map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The states that a situation concerns, under their name. */
export function statesFact(record: RecordView, situation: Situation | undefined) {
  const states = situation && <StatesConcerned record={record} situation={situation} />;
  return [
    record.view.t('record.states', { many: situation && situation.countries.length > 1 ? 'yes' : 'no' }),
    states,
  ] as const;
}

/** Where the Court keeps it: under which number, and on which page. */
export function courtFact(view: View, { icc_code, url }: { readonly icc_code: string; readonly url: string }) {
  const rows = [
    icc_code && <CourtNumber key="number" code={icc_code} />,
    <a key="page" href={url} rel="noreferrer external">
      {view.t('record.court.page')}
    </a>,
  ];
  return [view.t('record.fact.court'), <Rows key="court" of={rows} />] as const;
}
