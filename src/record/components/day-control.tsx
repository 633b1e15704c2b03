import { inLanguage } from '../../http/address.ts';
import type { RecordView } from '../record-view.ts';

interface Props {
  readonly record: RecordView;
  /** The last day for which the page's sources speak. */
  readonly knownThrough: string;
}

/** The day that a page shows and how far what it shows is complete, in one line; another day unfolds, as a plain form. */
export function DayControl({ record, knownThrough }: Props) {
  const { view, requested, on, linkDay } = record;
  const here = inLanguage(view.lang, view.path.split('?')[0] ?? '');
  return (
    <div className="day">
      <details open={requested.wrong !== undefined}>
        <summary>
          <span>
            <b>{linkDay ? view.day(on) : view.t('record.today')}</b>
            {on > knownThrough && ` · ${view.t('record.through', { day: view.day(knownThrough) })}`}
          </span>
        </summary>
        <OtherDay record={record} here={here} />
      </details>
      {linkDay && (
        <p>
          {view.t(on < requested.today ? 'record.past' : 'record.future')} <a href={here}>{view.t('record.toToday')}</a>
        </p>
      )}
    </div>
  );
}

function OtherDay({ record: { view, requested, on }, here }: { record: RecordView; here: string }) {
  const { wrong, first, last } = requested;
  const other = [...new URLSearchParams(view.path.split('?')[1] ?? '')].filter(([name]) => name !== 'on');
  return (
    <form action={here}>
      {wrong !== undefined && (
        <p className="wrong" id="on-wrong" role="alert">
          {view.t('record.control.wrong', { first: view.day(first), last: view.day(last) })}
        </p>
      )}
      {other.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>
        <label htmlFor="on">{view.t('record.control.label')}</label>{' '}
        <input
          id="on"
          name="on"
          type="date"
          min={first}
          max={last}
          defaultValue={wrong ?? on}
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby={wrong === undefined ? undefined : 'on-wrong'}
        />{' '}
        <button type="submit" className="go o small">
          {view.t('record.control.go')}
        </button>
      </p>
    </form>
  );
}
