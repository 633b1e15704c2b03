import { auditEntry, type Entry } from '../audit/list-audit.ts';
import { isId } from '../database/is-id.ts';
import { NotFoundError } from '../http/answer.ts';
import type { View } from '../http/view.ts';
import { officeAddresses } from './addresses.ts';
import { ItemLink, WhoLink } from './audit-list.tsx';
import { browserName } from './browser-words.ts';
import { doneWords, kindWords } from './done-words.ts';
import type { StaffRequest } from './office-route.ts';
import { screen } from './screen.tsx';

/** One change: who, when, what, why, and what was so before and after. */
export async function auditEntryPage(request: StaffRequest) {
  const { app, view, lang, params } = request;
  const id = params.id ?? '';
  const entry = isId(id) ? await auditEntry(app.database, id) : undefined;
  if (!entry) throw new NotFoundError('an audit entry');
  return screen(
    request,
    doneWords(lang, entry.operation),
    <>
      <dl className="details">
        <div>
          <dt>{view.t('office.audit.item')}</dt>
          <dd>
            <ItemLink {...{ entry, lang }} itemIs={kindWords(app, lang, entry.item_kind)} />
          </dd>
        </div>
        <div>
          <dt>{view.t('office.audit.who')}</dt>
          <dd>
            <WhoLink who={entry.who} lang={lang} />
          </dd>
        </div>
        <div>
          <dt>{view.t('office.audit.at')}</dt>
          <dd>{view.moment(entry.made_at)}</dd>
        </div>
        {entry.made_from && (
          <div>
            <dt>{view.t('office.audit.where')}</dt>
            <dd>{fromWhere(view, entry.made_from)}</dd>
          </div>
        )}
        {entry.because && (
          <div>
            <dt>{view.t('office.audit.because')}</dt>
            <dd dir="auto">{entry.because}</dd>
          </div>
        )}
      </dl>
      <Difference entry={entry} request={request} />
      <p>
        <a href={officeAddresses.audit(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
  );
}

/** @param made_from as it is written down: `machine`, or `office firefox linux` */
function fromWhere(view: View, made_from: string): string {
  if (made_from === 'machine') return view.t('office.audit.machine');
  const browser = browserName(view, made_from.replace('office ', ''));
  return view.t('office.audit.office', { browser: `\u2068${browser}\u2069` });
}

/** Field by field; of what a version before wrote down there may be nothing. */
function Difference({ entry: { before, after }, request: { view } }: { entry: Entry; request: StaffRequest }) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (names.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{view.t('office.audit.field')}</th>
          <th scope="col">{view.t('office.audit.before')}</th>
          <th scope="col">{view.t('office.audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">
              <code dir="ltr">{name}</code>
            </th>
            <td dir="auto">{said(before?.[name])}</td>
            <td dir="auto">{said(after?.[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function said(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
