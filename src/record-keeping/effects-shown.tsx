import { campaignAddresses } from '../campaigns/addresses.ts';
import type { Changed } from '../facts/import-facts.ts';
import { figureTitle } from '../figures/figure-words.ts';
import type { View } from '../http/view.ts';
import { recordAddresses } from '../record/addresses.ts';
import { ChangedCells } from './changed-cells.tsx';
import type { Effects } from './effects.ts';
import { PageLinks } from './page-links.tsx';
import type { Recorded } from './recorded-rows.ts';
import { rowName, stateText } from './row-name.ts';
import { pagesOf } from './row-pages.ts';

/** As many of a list as are read. */
const MOST = 50;

interface Props {
  readonly view: View;
  readonly recorded: Recorded;
  readonly dataset: 'record' | 'states';
  readonly changes: readonly Changed[];
  readonly effects: Effects;
}

/** What a change does: to rows, to figures, to pages, to what is asked, to what published words say. */
export function EffectsShown(props: Props) {
  const { view, effects } = props;
  return (
    <>
      <ChangedRows {...props} />
      <h3>{view.t('record-keeping.effects.figures')}</h3>
      <Figures view={view} effects={effects} />
      <h3>{view.t('record-keeping.effects.asks')}</h3>
      <Asks {...props} />
      <Claims view={view} effects={effects} />
      <PagesTouched {...props} />
    </>
  );
}

/** Rows that begin, change or end. */
export function ChangedRows({ view, recorded, dataset, changes }: Omit<Props, 'effects'>) {
  return (
    <ul className="list">
      {changes.slice(0, MOST).map(({ file, key, before, after }) => (
        <li key={`${file} ${key}`}>
          <small>{view.t(`record-keeping.effects.${after === null ? 'ends' : before ? 'changes' : 'begins'}`)}</small>{' '}
          <b>
            <bdi>{rowName(view, recorded, { dataset, file, key, fields: after ?? before ?? {} })}</bdi>
          </b>
          <ChangedCells view={view} recorded={recorded} dataset={dataset} file={file} before={before} after={after} />
        </li>
      ))}
      {changes.length > MOST && <li>{view.t('record-keeping.effects.more', { count: changes.length - MOST })}</li>}
    </ul>
  );
}

function Figures({ view, effects: { on, figures, otherDays } }: Pick<Props, 'view' | 'effects'>) {
  const { t, lang } = view;
  const past = <p>{t('record-keeping.effects.otherDays', { count: otherDays.length })}</p>;
  if (figures.length === 0) return otherDays.length > 0 ? past : <p>{t('record-keeping.effects.noFigure')}</p>;
  return (
    <>
      <p>{t('record-keeping.effects.on', { day: view.day(on) })}</p>
      <ul>
        {figures.map(({ id, was, is }) => (
          <li key={id}>
            <a href={recordAddresses.figure(lang, id)}>{figureTitle(view, id)}</a>{' '}
            {t('record-keeping.effects.moves', { was, is })}
          </li>
        ))}
      </ul>
      {otherDays.length > 0 && past}
    </>
  );
}

function Asks({ view, recorded, effects: { asks } }: Props) {
  if (asks.length === 0) return <p>{view.t('record-keeping.effects.noAsk')}</p>;
  return (
    <ul>
      {asks.slice(0, MOST).map(({ campaign, state, was, is }) => (
        <li key={`${campaign} ${state}`}>
          <a href={campaignAddresses.campaign(view.lang, campaign)}>
            <bdi>{campaign}</bdi>
          </a>{' '}
          · <bdi>{stateText(view, recorded, state)}</bdi>{' '}
          {view.t('office.notes.from', {
            was: was ?? view.t('office.notes.none'),
            is: is ?? view.t('office.notes.none'),
          })}
        </li>
      ))}
    </ul>
  );
}

function Claims({ view, effects: { claims } }: Pick<Props, 'view' | 'effects'>) {
  if (claims.length === 0) return null;
  return (
    <>
      <h3>{view.t('record-keeping.effects.claims')}</h3>
      <ul>
        {claims.map(({ campaign, slug, lang, quote }) => (
          <li key={`${slug} ${lang} ${quote}`}>
            <q lang={lang} dir="auto">
              {quote}
            </q>{' '}
            <a href={campaignAddresses.campaign(lang, slug)}>
              <bdi>{campaign}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function PagesTouched({ view, changes }: Props) {
  const pages = [
    ...new Set(changes.flatMap(({ file, before, after }) => pagesOf(view.lang, file, after ?? before ?? {}))),
  ];
  return (
    <>
      <h3>{view.t('record-keeping.effects.pages')}</h3>
      <PageLinks pages={pages.slice(0, MOST)} />
    </>
  );
}
