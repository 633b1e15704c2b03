import { inLanguage } from '../../http/address.ts';
import type { RecordView } from '../record-view.ts';

/** The day that a page shows, said clearly where it is not today, and the way to another one; works as a plain form. */
export function DayControl({ record }: { record: RecordView }) {
  const { view, requested, on, linkDay } = record;
  const here = inLanguage(view.lang, view.path.split('?')[0] ?? '');
  const other = [...new URLSearchParams(view.path.split('?')[1] ?? '')].filter(([name]) => name !== 'on');
  const values = { first: view.day(requested.first), last: view.day(requested.last) };
  return (
    <form className="day" action={here}>
      {linkDay && (
        <p className="past">
          {view.t(on < requested.today ? 'record.past' : 'record.future', { day: view.day(on) })}{' '}
          <a href={here}>{view.t('record.toToday')}</a>
        </p>
      )}
      {requested.wrong !== undefined && (
        <p className="wrong" id="on-wrong" role="alert">
          {view.t('record.control.wrong', values)}
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
          min={requested.first}
          max={requested.last}
          defaultValue={requested.wrong ?? on}
          aria-invalid={requested.wrong === undefined ? undefined : true}
          aria-describedby={requested.wrong === undefined ? undefined : 'on-wrong'}
        />{' '}
        <button type="submit" className="go o small">
          {view.t('record.control.go')}
        </button>
      </p>
    </form>
  );
}
