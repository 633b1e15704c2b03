import type { Fields } from '../facts/shapes.ts';
import type { View } from '../http/view.ts';
import type { Key } from '../locales/words.ts';
import { Field, Select, TextArea } from '../site/components/field.tsx';
import type { Problems } from '../site/components/form.tsx';
import { inOrderOfNames } from '../states/state-names.ts';
import { type CellKind, type ColumnName, cellOf } from './columns.ts';
import type { Kind } from './kinds.ts';
import type { Recorded } from './recorded-rows.ts';
import { namedThing } from './row-name.ts';

interface Props {
  readonly view: View;
  readonly recorded: Recorded;
  readonly kind: Kind;
  readonly typed: Fields;
  readonly problems: Problems;
  /** Those that can be typed: of a row that stands, not what it is known by. */
  readonly names: readonly ColumnName[];
}

/** A field for each column of a kind of row. */
export function Inputs({ names, ...props }: Props) {
  return names.map((name) => <Input key={name} name={name} {...props} />);
}

const hinted = {
  date: 'record-keeping.hint.date',
  joined_on: 'record-keeping.hint.date',
  left_on: 'record-keeping.hint.date',
  date_is: 'record-keeping.hint.date_is',
  predecessor: 'record-keeping.hint.predecessor',
  note: 'record-keeping.hint.note',
  source: 'record-keeping.hint.source',
  standing: 'record-keeping.hint.standing',
  public_on: 'record-keeping.hint.public_on',
  other_date: 'record-keeping.hint.other_date',
  name: 'record-keeping.hint.name',
  known_through: 'record-keeping.hint.known_through',
} as const satisfies Partial<Record<ColumnName, Key>>;

const isHinted = (name: string): name is keyof typeof hinted => Object.hasOwn(hinted, name);

type InputProps = Omit<Props, 'names'> & { readonly name: ColumnName };

function Input({ view, recorded, typed, problems, name }: InputProps) {
  const cell = cellOf(name);
  const value = typed[name] ?? '';
  const common = {
    name,
    label: view.t(`record-keeping.column.${name}`),
    hint: isHinted(name) ? view.t(hinted[name]) : undefined,
    error: problems.get(name),
    defaultValue: value,
    autoComplete: 'off',
  };
  if (cell.is === 'choice' || cell.is === 'row' || cell.is === 'state')
    return (
      <Select {...common}>
        <option value="">{view.t('record-keeping.none')}</option>
        {optionsOf(view, recorded, cell, value).map(([one, called]) => (
          <option key={one} value={one}>
            {called}
          </option>
        ))}
      </Select>
    );
  if (cell.is === 'day') return <Field {...common} type="date" />;
  if (cell.is === 'partial-day' || cell.is === 'year' || cell.is === 'code')
    return <Field {...common} dir="ltr" inputMode={cell.is === 'code' ? 'text' : 'numeric'} />;
  if (cell.is !== 'words') return <Field {...common} type="url" dir="ltr" />;
  const lang = cell.lang ? { lang: cell.lang } : {};
  return cell.long ? (
    <TextArea {...common} {...lang} rows={3} dir="auto" />
  ) : (
    <Field {...common} {...lang} dir="auto" />
  );
}

/** What can be chosen, by name; also what stands there and is none of these. */
function optionsOf(
  view: View,
  recorded: Recorded,
  cell: CellKind,
  value: string,
): readonly (readonly [string, string])[] {
  const offered = offeredIn(view, recorded, cell);
  return value === '' || offered.some(([one]) => one === value) ? offered : [[value, value], ...offered];
}

function offeredIn(view: View, recorded: Recorded, cell: CellKind): readonly (readonly [string, string])[] {
  if (cell.is === 'choice') return cell.of.map((one) => [one, cell.named(view, one)]);
  if (cell.is === 'state') {
    const states = recorded.rowsOf({ dataset: 'states', file: 'states' });
    const named = states.map(({ fields }) => ({ iso2: fields.iso2 ?? '', iso3: fields.iso3 ?? '' }));
    return inOrderOfNames(view.lang, named).map(({ state, name }) => [state.iso3, name]);
  }
  if (cell.is !== 'row') return [];
  const collator = new Intl.Collator(view.lang, { sensitivity: 'base' });
  const rows = cell.of.flatMap((file) => recorded.rowsOf({ dataset: 'record', file }));
  const named = rows.map(({ file, key, fields }) => [key, namedThing(view, file, fields)] as const);
  return named.sort((one, other) => collator.compare(one[1], other[1]));
}
