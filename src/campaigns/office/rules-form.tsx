import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { Carried, noProblems, type Problems } from '../../site/components/form.tsx';
import { deskAddresses } from '../addresses.ts';
import type { ChosenRules } from '../ask-rules.ts';
import type { Ruling } from './ruled-ask.ts';
import { LetterInputs, RuleInputs } from './rules-inputs.tsx';

/** What the form was read at. */
export interface ReadAt {
  readonly number: number;
  readonly place: number;
}

/** What an ask is now. */
export function rulesNow({ ask, asks }: Ruling): ChosenRules {
  return { rules: ask.rules, place: asks.indexOf(ask) + 1 };
}

export interface Shown {
  readonly given: ChosenRules;
  readonly read: ReadAt;
  /** The earlier version that this is. */
  readonly back?: number | undefined;
  readonly problems?: Problems;
  /** It is what stands. */
  readonly same?: boolean;
  /** What it would have done when it was looked at, before something changed on which that rests. */
  readonly before?: { readonly states: number; readonly leads: number } | undefined;
  /** What somebody made of it meanwhile. */
  readonly theirs?: ChosenRules;
}

interface FormProps {
  readonly request: StaffRequest;
  readonly ruling: Ruling;
  readonly shown: Shown;
  readonly outlined?: boolean;
}

/** The form, which leads to a look at what it would do. */
export function RulesForm({ request: { view, lang, token }, ruling, shown, outlined = false }: FormProps) {
  const { given, read, back, problems = noProblems } = shown;
  const { campaign, ask, asks } = ruling;
  return (
    <OfficeForm
      view={view}
      token={token}
      action={deskAddresses.rules(lang, campaign.slug, ask.slug)}
      button={view.t('campaigns.rules.look')}
      problems={problems}
      outlined={outlined}
    >
      <Carried values={[...readAt(read), ...(back === undefined ? [] : [['back', String(back)] as const])]} />
      <RuleInputs view={view} given={given} problems={problems} />
      <LetterInputs view={view} ask={ask} of={asks.length} given={given} problems={problems} />
    </OfficeForm>
  );
}

/** As a form carries it. */
export function readAt({ number, place }: ReadAt): [string, string][] {
  return [
    ['read', String(number)],
    ['read-place', String(place)],
  ];
}
