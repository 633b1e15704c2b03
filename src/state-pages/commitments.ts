import type { EnforcementAgreement, ImmunityAgreement, NonCompliance, StateRecord } from '../states/treaty-record.ts';
import { type Day, firstDay, lastDay } from '../text/partial-day.ts';

interface Commitments {
  readonly enforcement: readonly EnforcementAgreement[];
  readonly immunity: readonly ImmunityAgreement[];
  readonly findings: readonly NonCompliance[];
}

/** What a state had taken on by a day with the Court or against it, and what chambers had found of its cooperation. */
export function commitmentsOn(state: StateRecord, on: Day): Commitments {
  return {
    enforcement: state.enforcement.filter(({ signed }) => firstDay(signed) <= on),
    immunity: state.immunity.filter(({ date, date_is }) => (date_is === 'by' ? lastDay(date) : firstDay(date)) <= on),
    findings: state.findings.filter(({ date }) => date <= on),
  };
}
