import type { View } from '../../http/view.ts';
import { Field, Select } from '../../site/components/field.tsx';
import { Carried, type Problems } from '../../site/components/form.tsx';
import type { Filter, Offers } from './filters.ts';
import { type Linked, listLink, setFilters } from './list-links.ts';

interface ListFiltersProps {
  readonly list: Linked;
  readonly view: View;
  readonly query: URLSearchParams;
  readonly problems: Problems;
  readonly offers: Offers;
}

/** What makes a list shorter: a form whose fields stand in the address, folded on a phone as long as none is set. */
export function ListFilters({ list, view, query, problems, offers }: ListFiltersProps) {
  const set = setFilters(list, query);
  const sort = query.get('sort');
  return (
    <>
      <details className="fold filter" open={set.length > 0}>
        <summary>{view.t('office.list.filters')}</summary>
      </details>
      <form method="get" action={list.address(view.lang)} className="filters" noValidate>
        {Object.entries(list.filters).map(([name, filter]) => (
          <One
            key={name}
            name={name}
            filter={filter}
            view={view}
            value={query.get(name) ?? ''}
            error={problems.get(name)}
            offered={offers.get(name) ?? []}
          />
        ))}
        {sort && <Carried values={[['sort', sort]]} />}
        <p className="row">
          <button className="go o" type="submit">
            {view.t('office.list.apply')}
          </button>
          {set.length > 0 && (
            <a href={listLink({ ...list, filters: {} }, view.lang, query)}>{view.t('office.list.all')}</a>
          )}
        </p>
      </form>
    </>
  );
}

interface OneProps {
  readonly name: string;
  readonly filter: Filter;
  readonly view: View;
  readonly value: string;
  readonly error: string | undefined;
  readonly offered: readonly (readonly [value: string, name: string])[];
}

function One({ name, filter: { label, input, field }, view, value, error, offered }: OneProps) {
  const framed = { name, label: view.t(label), error, defaultValue: value };
  if (typeof input === 'string') return <Field {...framed} type={input} maxLength={field.characters} />;
  return (
    <Select {...framed}>
      <option value="">{view.t('office.list.any')}</option>
      {offered.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </Select>
  );
}
