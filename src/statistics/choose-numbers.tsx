import type { View } from '../http/view.ts';
import { Select } from '../site/components/field.tsx';
import { capital } from '../text/capital.ts';
import { statisticsAddresses } from './addresses.ts';
import type { Choice } from './choice.ts';
import { happenings } from './happenings.ts';
import { tables } from './numbers.ts';

interface Props {
  readonly view: View;
  readonly choice: Choice;
  /** By their slugs. */
  readonly campaigns: readonly (readonly [slug: string, name: string])[];
}

/** What somebody looks at, in the address. */
export function ChooseNumbers({ view, choice, campaigns }: Props) {
  const { t } = view;
  const { campaign, table, happening, month, months } = choice;
  const byTable = tables.map((one) => [one, t(`statistics.by.${one}`)] as const);
  const byHappening = happenings.map((one) => [one, t(`statistics.happening.${one}`)] as const);
  const byMonth = months.map((one) => [one, capital(view.partialDay(one))] as const);
  return (
    <form method="get" action={statisticsAddresses.statistics(view.lang)} className="filters">
      <Chosen name="campaign" label={t('statistics.campaign')} offered={campaigns} value={campaign.slug} />
      <Chosen name="by" label={t('statistics.by')} offered={byTable} value={table} />
      <Chosen name="of" label={t('statistics.of')} offered={byHappening} value={happening} />
      <Chosen name="month" label={t('statistics.month')} offered={byMonth} value={month} />
      <p className="row">
        <button className="go o" type="submit">
          {t('statistics.go')}
        </button>
      </p>
    </form>
  );
}

interface ChosenProps {
  readonly name: string;
  readonly label: string;
  readonly offered: readonly (readonly [value: string, name: string])[];
  readonly value: string;
}

function Chosen({ name, label, offered, value }: ChosenProps) {
  if (offered.length === 0) return null;
  return (
    <Select name={name} label={label}>
      {offered.map(([one, words]) => (
        <option key={one} value={one} selected={one === value}>
          {words}
        </option>
      ))}
    </Select>
  );
}
