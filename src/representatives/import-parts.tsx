import type { ComponentChildren } from 'preact';
import type { View } from '../http/view.ts';
import { isolated } from '../locales/isolated.ts';
import { Detail } from '../office/parts.tsx';
import { Choice, Field, TextArea } from '../site/components/field.tsx';
import type { Problems } from '../site/components/form.tsx';
import { columns as known } from './csv.ts';
import type { ImportedPerson } from './import-representatives.ts';
import type { Looked } from './look-at-import.ts';
import { MOST_CHARACTERS, MOST_ROWS, type TypedList } from './typed-list.ts';

/** As many of a list as are read. */
const MOST = 20;
const MOST_REFUSED = 200;

interface FieldsProps {
  readonly view: View;
  readonly given: TypedList;
  readonly problems: Problems;
}

/** What is pasted or read from a file, and of which state and day it is. */
export function ImportFields({ view, given, problems }: FieldsProps) {
  const { t } = view;
  return (
    <>
      <Field
        name="state"
        label={t('representatives.list.state')}
        error={problems.get('state')}
        defaultValue={given.state}
      />
      <FileText view={view} />
      <TextArea
        name="list"
        label={t('representatives.import.list')}
        hint={t('representatives.import.list.hint', { most: MOST_ROWS, columns: isolated(known.join(', ')) })}
        error={problems.get('list')}
        defaultValue={given.list}
        rows={12}
        dir="auto"
        spellcheck={false}
        autoComplete="off"
      />
      <Field
        name="source"
        label={t('representatives.edit.source')}
        hint={t('representatives.import.source.hint')}
        error={problems.get('source')}
        defaultValue={given.source}
        autoComplete="off"
        dir="auto"
      />
      <Field
        name="as_of"
        type="date"
        label={t('representatives.edit.as_of')}
        hint={t('representatives.import.as_of.hint')}
        error={problems.get('as_of')}
        defaultValue={given.as_of}
      />
      <Choice name="skip" value="1" label={t('representatives.import.skip')} defaultChecked={given.skip === '1'} />
    </>
  );
}

/** Reads a file into the text area, where scripts run. */
function FileText({ view: { t } }: { view: View }) {
  return (
    <file-text
      hidden
      data-into="list"
      data-most={String(MOST_CHARACTERS)}
      data-read={t('representatives.import.file.read')}
      data-wrong={t('representatives.import.file.wrong')}
      data-long={t('representatives.import.file.long')}
    >
      <div className="f">
        <label htmlFor="file">{t('representatives.import.file')}</label>
        <input type="file" id="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />
      </div>
      <div className="f">
        <label htmlFor="encoding">{t('representatives.import.encoding')}</label>
        <select id="encoding">
          <option value="">{t('representatives.import.encoding.unicode')}</option>
          <option value="windows-1252">{t('representatives.import.encoding.western')}</option>
          <option value="windows-1256">{t('representatives.import.encoding.arabic')}</option>
        </select>
      </div>
      <p role="status" />
    </file-text>
  );
}

/** What would change, or has changed, who stays and why, and what is wrong with which row. */
export function ImportReportShown({ view, looked }: { view: View; looked: Looked }) {
  const { t } = view;
  const { report, columns, doubts } = looked;
  const { written } = report;
  return (
    <>
      <p role="status" className="note">
        {written ? t('representatives.import.done') : t('representatives.import.nothing')}
      </p>
      {doubts.map((doubt) => (
        <p key={doubt} className="note">
          <b>{t(`representatives.import.doubt.${doubt}`)}</b>
        </p>
      ))}
      {report.nobodyEnded !== null && <p>{t('representatives.import.nobodyEnded')}</p>}
      <dl className="details">
        <People view={view} label={t('representatives.import.added')} people={report.added} />
        <People view={view} label={t('representatives.import.changed')} people={report.changed} />
        <People view={view} label={t('representatives.import.ended')} people={report.ended} />
        <People view={view} label={t('representatives.import.kept')} people={report.kept} />
        <People view={view} label={t('representatives.import.toCome')} people={report.toCome} />
        <Detail label={t('representatives.import.unchanged')}>{view.number(report.unchanged)}</Detail>
        {report.undated > 0 && (
          <Detail label={t('representatives.import.undated')}>{view.number(report.undated)}</Detail>
        )}
        {report.shared.length > 0 && (
          <Detail label={t('representatives.import.shared')}>
            {report.shared.slice(0, MOST).map(({ address, of }) => (
              <Line key={address}>
                {address}: {of.slice(0, MOST).join(', ')}
              </Line>
            ))}
          </Detail>
        )}
      </dl>
      {report.refused.length > 0 && (
        <>
          <h2>{t('representatives.import.refused', { count: report.refused.length })}</h2>
          <ul className="list">
            {report.refused.slice(0, MOST_REFUSED).map(({ at, reason }, row) => (
              <li key={at}>
                <b>{placeOf(view, at, columns[row] ?? [])}</b>
                <br />
                <span lang="en" dir="ltr">
                  {reason}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The line and the columns, as they stand in the list. */
function placeOf({ t }: View, at: string, columns: readonly string[]): string {
  const line = at.replace(/^line /, '');
  return columns.length === 0
    ? t('representatives.import.line', { line })
    : t('representatives.import.line.column', { line, columns: columns.join(', ') });
}

interface PeopleProps {
  readonly view: View;
  readonly label: string;
  readonly people: readonly ImportedPerson[];
}

function People({ view, label, people }: PeopleProps) {
  if (people.length === 0) return null;
  return (
    <Detail label={label}>
      {view.number(people.length)}
      {people.slice(0, MOST).map(({ at, name, addresses = [] }) => (
        <Line key={at}>{[name, ...addresses].join(', ')}</Line>
      ))}
      {people.length > MOST && <Line>…</Line>}
    </Detail>
  );
}

function Line({ children }: { children: ComponentChildren }) {
  return (
    <span className="held">
      <bdi>{children}</bdi>
    </span>
  );
}
