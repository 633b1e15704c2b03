import type { View } from '../http/view.ts';
import { Select } from '../site/components/field.tsx';
import type { Problems } from '../site/components/form.tsx';
import { inOrderOfNames, listedName } from './state-names.ts';
import type { State } from './states.ts';

interface Words {
  readonly label: string;
  readonly hint: string;
  readonly none: string;
}

interface Props {
  readonly view: View;
  /** Where another field of the page is `state` already. */
  readonly id?: string | undefined;
  readonly states: readonly State[];
  /** First in the list, and again in their places. */
  readonly suggested: readonly State[];
  /** The one that its reader has chosen already; none is chosen for them, because a page that is slow to come would send it. */
  readonly chosen?: State | undefined;
  readonly problems: Problems;
  readonly words: Words;
}

/** All states by name, in the field `state`. */
export function StateSelect({ view, id, states, suggested, chosen, problems, words }: Props) {
  const first = suggested.map((state) => ({ state, name: listedName(view.lang, state) }));
  const all = inOrderOfNames(view.lang, states);
  return (
    <Select
      name="state"
      id={id}
      label={words.label}
      hint={words.hint}
      error={problems.get('state')}
      defaultValue={chosen?.iso3}
      autoComplete="off"
    >
      <option value="">{words.none}</option>
      {first.length > 0 && (
        <optgroup label={view.t('states.suggested')}>
          <Options of={first} />
        </optgroup>
      )}
      {first.length > 0 ? (
        <optgroup label={view.t('states.all')}>
          <Options of={all} />
        </optgroup>
      ) : (
        <Options of={all} />
      )}
    </Select>
  );
}

function Options({ of }: { of: readonly { state: State; name: string }[] }) {
  return of.map(({ state, name }) => (
    <option key={state.iso3} value={state.iso3}>
      {name}
    </option>
  ));
}
