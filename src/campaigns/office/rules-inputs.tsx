import type { View } from '../../http/view.ts';
import type { Key } from '../../locales/words.ts';
import { Choices, Select } from '../../site/components/field.tsx';
import type { Problems } from '../../site/components/form.tsx';
import { conditions } from '../../states/conditions.ts';
import { publicOffices } from '../../states/public-offices.ts';
import type { ChosenRules } from '../ask-rules.ts';
import type { RuledAsk } from '../ask-rules-queries.ts';
import { aims } from '../campaign-text.ts';
import { conditionWords } from './ask-screen.tsx';
import { argumentsOf, BEGINS } from './rules-fields.ts';
import { fieldKeys } from './rules-said.ts';

interface InputsProps {
  readonly view: View;
  readonly given: ChosenRules;
  readonly problems: Problems;
}

/** Of whom it is asked, of which office and under which aim. */
export function RuleInputs({ view, given: { rules }, problems }: InputsProps) {
  return (
    <>
      <Select name="when" label={view.t(fieldKeys.when)} error={problems.get('when')} defaultValue={rules.when}>
        {conditions.map((one) => (
          <option key={one} value={one}>
            {conditionWords(view, one)}
          </option>
        ))}
      </Select>
      <Select
        name="office"
        label={view.t(fieldKeys.office)}
        hint={view.t('campaigns.rules.office.hint')}
        error={problems.get('office')}
        defaultValue={rules.office ?? ''}
      >
        <option value="">{view.t('campaigns.office.any')}</option>
        {publicOffices.map((one) => (
          <option key={one} value={one}>
            {view.t(`campaigns.office.${one}` as Key)}
          </option>
        ))}
      </Select>
      <Select name="aim" label={view.t(fieldKeys.aim)} error={problems.get('aim')} defaultValue={rules.aim}>
        {aims.map((one) => (
          <option key={one} value={one}>
            {view.t(`campaigns.aim.${one}` as Key)}
          </option>
        ))}
      </Select>
    </>
  );
}

interface LetterProps extends InputsProps {
  readonly ask: RuledAsk;
  /** How many asks the campaign has. */
  readonly of: number;
}

/** Its place among the others, and with which arguments its letter begins. */
export function LetterInputs({ view, ask, of, given: { rules, place }, problems }: LetterProps) {
  const known = argumentsOf(ask, view.lang);
  return (
    <>
      <Select
        name="place"
        label={view.t(fieldKeys.place)}
        hint={view.t('campaigns.rules.place.hint')}
        error={problems.get('place')}
        defaultValue={String(place)}
      >
        <Places view={view} of={of} />
      </Select>
      {known.length > 0 && (
        <Choices
          name="defaults"
          label={view.t(fieldKeys.defaults)}
          hint={view.t('campaigns.rules.begins.hint')}
          error={problems.get('defaults')}
        >
          {known.map(({ id, label }) => (
            <Select
              key={id}
              name={BEGINS + id}
              label={<bdi>{label}</bdi>}
              defaultValue={rules.defaults.includes(id) ? String(rules.defaults.indexOf(id) + 1) : ''}
            >
              <option value="">{view.t('campaigns.rules.begins.not')}</option>
              <Places view={view} of={known.length} />
            </Select>
          ))}
        </Choices>
      )}
    </>
  );
}

function Places({ view, of }: { view: View; of: number }) {
  return Array.from({ length: of }, (_, at) => (
    <option key={at} value={String(at + 1)}>
      {view.number(at + 1)}
    </option>
  ));
}
