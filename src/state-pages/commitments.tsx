import type { ReactNode } from 'react';
import type { RecordView } from '../record/record-view.ts';
import { saidDay } from '../site/said-day.ts';
import { actDay } from '../states/act-day.ts';
import { SourceText } from '../states/source-text.tsx';
import type { EnforcementAgreement, ImmunityAgreement, NonCompliance, StateRecord } from '../states/treaty-record.ts';
import { firstDay, lastDay } from '../text/partial-day.ts';

interface Entry {
  readonly said: string;
  readonly fact: EnforcementAgreement | ImmunityAgreement | NonCompliance;
}

/** What a state has taken on with the Court or against it, and what chambers have found of its cooperation; undefined where nothing is on record. */
export function commitmentsOf(record: RecordView, state: StateRecord): ReactNode {
  const entries = [...enforcement(record, state), ...immunity(record, state), ...findings(record, state)];
  if (entries.length === 0) return undefined;
  return (
    <ul className="links">
      {entries.map(({ said, fact }) => (
        <li key={said}>
          {said} · <SourceText view={record.view} treaty={record.world.treaty} fact={fact} />
        </li>
      ))}
    </ul>
  );
}

function enforcement({ view, on }: RecordView, state: StateRecord): Entry[] {
  return state.enforcement
    .filter(({ signed }) => firstDay(signed) <= on)
    .map((fact) => {
      const signed = view.t(`states.enforcement.${fact.scope}`, {
        day: view.partialDay(fact.signed),
        person: fact.person,
      });
      const force = fact.in_force && firstDay(fact.in_force) <= on ? fact.in_force : undefined;
      const said = force
        ? `${signed} · ${view.t('states.enforcement.inForce', { since: saidDay(view, 'since', force) })}`
        : signed;
      return { said, fact };
    });
}

function immunity({ view, on }: RecordView, state: StateRecord): Entry[] {
  return state.immunity
    .filter(({ date, date_is }) => (date_is === 'by' ? lastDay(date) : firstDay(date)) <= on)
    .map((fact) => ({ said: view.t(`states.immunity.${fact.status}`, { day: actDay(view, fact) }), fact }));
}

function findings({ view, on }: RecordView, state: StateRecord): Entry[] {
  return state.findings
    .filter(({ date }) => date <= on)
    .map((fact) => {
      const about = view.lang === 'en' ? fact.about : fact[`about_${view.lang}`];
      return { said: `${view.day(fact.date)} · ${view.t('states.finding')}${view.t('site.colon')}${about}`, fact };
    });
}
