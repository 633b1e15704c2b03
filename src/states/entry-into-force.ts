import { type Day, plusDays } from '../text/partial-day.ts';
import type { Treaty } from './shapes.ts';

/** The sixty instruments that article 126(1) asks for were there on this day. */
const SIXTY = '2002-04-11';

/**
 * When a treaty enters into force for a state that deposits its instrument.
 * Rome Statute: the first day of the month after the 60th day following the deposit (article 126), 1 July 2002 for the first.
 * Agreement on privileges and immunities: 30 days after the deposit, 22 July 2004 at the earliest (article 35).
 * Amendments: one year after the deposit (article 121(5) of the Statute).
 */
export function entersIntoForce(treaty: Treaty, deposited: Day): Day {
  if (treaty === 'apic') return later('2004-07-22', plusDays(deposited, 30));
  if (treaty !== 'rome-statute') return nextYear(deposited);
  if (deposited <= SIXTY) return '2002-07-01';
  const [year = 0, month = 0] = plusDays(deposited, 60).split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** A withdrawal takes effect one year after the depositary received the notice. Rome Statute, article 127(1). */
export function withdrawalTakesEffect(notified: Day): Day {
  return nextYear(notified);
}

function nextYear(day: Day): Day {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace('-29', '-28') : next;
}

const later = (one: Day, other: Day) => (one > other ? one : other);
