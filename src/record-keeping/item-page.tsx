import { mayDo } from '../accounts/roles.ts';
import { type Answer, NotFoundError } from '../http/answer.ts';
import type { View } from '../http/view.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { Detail } from '../office/parts.tsx';
import { screen } from '../office/screen.tsx';
import { Addressed } from './addressed.tsx';
import { keepingAddresses } from './addresses.ts';
import { cellOf } from './columns.ts';
import { changes, idOfKey, type Kind, keyOfId, kindNamed } from './kinds.ts';
import { PageLinks } from './page-links.tsx';
import { type Recorded, type RecordedRow, recordedRows, seesEmbargoed } from './recorded-rows.ts';
import { History } from './row-history.tsx';
import { cellText, rowName } from './row-name.ts';
import { pagesOf } from './row-pages.ts';
import { historyOf } from './row-versions.ts';

/** A row that an address names, with all that stands beside it. */
export interface Named {
  readonly kind: Kind;
  readonly recorded: Recorded;
  readonly row: RecordedRow;
}

/** @throws NotFoundError also where it is not public yet and whoever asks may not see that */
export async function rowAt({ app, params, session }: StaffRequest): Promise<Named> {
  const kind = kindNamed(params.kind);
  const recorded = kind && (await recordedRows(app.database, session));
  const row = kind && recorded?.row(kind, keyOfId(params.id ?? ''));
  if (!recorded || !row) throw new NotFoundError('a row of the record');
  return { kind, recorded, row };
}

/** Every value of a row, where readers see it, and all that it said before. */
export async function itemPage(request: StaffRequest): Promise<Answer> {
  const { app, view, lang, session } = request;
  const { kind, recorded, row } = await rowAt(request);
  const id = idOfKey(row.key);
  const versions = await historyOf(app.database, kind, row, seesEmbargoed(session), view.today());
  const mayChange = mayDo(session, changes[kind.dataset]);
  return screen(
    request,
    rowName(view, recorded, row),
    <>
      <p className="q">
        {view.t(`record-keeping.kind.${kind.name}`)} · <code dir="ltr">{row.key}</code>
      </p>
      {row.embargoed && <Embargoed view={view} row={row} />}
      <Values view={view} recorded={recorded} kind={kind} row={row} />
      {mayChange && (
        <p className="row">
          <a className="go" href={keepingAddresses.edit(lang, kind.name, id)}>
            {view.t('record-keeping.correct')}
          </a>
          <a className="go o" href={keepingAddresses.end(lang, kind.name, id)}>
            {view.t('record-keeping.end')}
          </a>
        </p>
      )}
      {!row.embargoed && <Pages view={view} pages={pagesOf(lang, row.file, row.fields)} />}
      <h2>{view.t('record-keeping.history')}</h2>
      <History view={view} recorded={recorded} kind={kind} versions={versions} />
      <p>
        <a href={keepingAddresses.all(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
  );
}

function Embargoed({ view, row: { fields } }: { view: View; row: RecordedRow }) {
  return (
    <p className="note">
      {fields.public_on
        ? view.t('record-keeping.embargoed', { day: view.partialDay(fields.public_on) })
        : view.t('record-keeping.embargoed.follows')}
    </p>
  );
}

interface ValuesProps {
  readonly view: View;
  readonly recorded: Recorded;
  readonly kind: Kind;
  readonly row: Pick<RecordedRow, 'fields'>;
}

function Values({ view, recorded, kind, row: { fields } }: ValuesProps) {
  return (
    <dl className="details">
      {kind.columns.map((name) => {
        const cell = cellOf(name);
        const value = fields[name] ?? '';
        const lang = cell.is === 'words' ? cell.lang : undefined;
        return (
          <Detail key={name} label={view.t(`record-keeping.column.${name}`)}>
            {value === '' ? (
              <span className="q">–</span>
            ) : name === 'source' || name === 'other_source' ? (
              <Addressed text={value} />
            ) : (
              <bdi lang={lang}>{cellText(view, recorded, name, value)}</bdi>
            )}
          </Detail>
        );
      })}
    </dl>
  );
}

function Pages({ view, pages }: { view: View; pages: readonly string[] }) {
  return (
    <>
      <h2>{view.t('record-keeping.pages')}</h2>
      <PageLinks pages={pages} />
    </>
  );
}
