import { type TimeZone, WORLD } from '../config/time-zone.ts';
import { type Day, today } from '../text/partial-day.ts';

let zone: TimeZone = WORLD;

/** Says in which zone what becomes public on a day does so. */
export function setPublicIn(of: TimeZone): void {
  zone = of;
}

/** The day by which it is judged what is public. */
export function publicToday(): Day {
  return today(zone);
}
