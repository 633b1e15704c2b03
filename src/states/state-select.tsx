import type { View } from '../http/view.ts';
import { Select } from '../site/components/field.tsx';
import type { Problems } from '../site/components/form.tsx';
import { inOrderOfNames } from './state-names.ts';
import type { State } from './states.ts';

interface Words {
  readonly label: string;
  readonly hint: string;
  readonly none: string;
}

/** All states by name, in the field `state`; one may be suggested. */
export function StateSelect(props: {
  view: View;
  states: readonly State[];
  suggested: State | undefined;
  problems: Problems;
  words: Words;
}) {
  const { view, states, suggested, problems, words } = props;
  return (
    <Select
      name="state"
      label={words.label}
      hint={words.hint}
      error={problems.get('state')}
      defaultValue={suggested?.iso3 ?? ''}
      autoComplete="country"
    >
      <option value="">{words.none}</option>
      {inOrderOfNames(view.lang, states).map(({ state, name }) => (
        <option key={state.iso3} value={state.iso3}>
          {name}
        </option>
      ))}
    </Select>
  );
}
