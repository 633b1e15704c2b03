import type { ComponentChildren } from 'preact';
import type { RecordView } from '../record/record-view.ts';
import { Rows } from '../site/components/rows.tsx';
import { saidDay } from '../site/said-day.ts';
import { SourceText } from '../states/source-text.tsx';
import type { EnforcementAgreement, ImmunityAgreement, NonCompliance, StateRecord } from '../states/treaty-record.ts';
import { capital } from '../text/capital.ts';
import { firstDay } from '../text/partial-day.ts';
import { commitmentsOn } from './commitments.ts';

interface Entry {
  readonly said: readonly string[];
  readonly fact: EnforcementAgreement | ImmunityAgreement | NonCompliance;
}

/**
 * What a state has taken on with the Court or against it, and what chambers have found of its cooperation; undefined where nothing is
 * on record.
 */
export function commitmentsOf(record: RecordView, state: StateRecord): ComponentChildren {
  const { enforcement, immunity, findings } = commitmentsOn(state, record.on);
  const entries = [
    ...enforcement.map((fact) => enforced(record, fact)),
    ...immunity.map((fact) => immune(record, fact)),
    ...findings.map((fact) => found(record, fact)),
  ];
  if (entries.length === 0) return undefined;
  return (
    <ul className="links">
      {entries.map(({ said, fact }) => (
        <li key={said.join()}>
          <Rows
            of={[...said, <SourceText key="source" view={record.view} treaty={record.world.treaty} fact={fact} />]}
          />
        </li>
      ))}
    </ul>
  );
}

function enforced({ view, on }: RecordView, fact: EnforcementAgreement): Entry {
  const day = saidDay(view, 'on', fact.signed);
  const signed = view.t(`states.enforcement.${fact.scope}`, { day, person: fact.person });
  const force = fact.in_force && firstDay(fact.in_force) <= on ? fact.in_force : undefined;
  const since = force && view.t('states.enforcement.inForce', { since: saidDay(view, 'since', force) });
  return { said: since ? [signed, since] : [signed], fact };
}

function immune({ view }: RecordView, fact: ImmunityAgreement): Entry {
  const day = saidDay(view, fact.date_is === 'by' ? 'by' : 'on', fact.date);
  return { said: [view.t(`states.immunity.${fact.status}`, { day })], fact };
}

function found({ view }: RecordView, fact: NonCompliance): Entry {
  const about = view.lang === 'en' ? fact.about : fact[`about_${view.lang}`];
  return { said: [view.t('states.finding', { on: saidDay(view, 'on', fact.date) }), capital(about)], fact };
}
