import { type TimeZone, WORLD } from '../text/time-zone.ts';

let zone: TimeZone = WORLD;

/** Says in which zone what becomes public on a day does so. */
export function setPublicIn(of: TimeZone): void {
  zone = of;
}

export function publicZone(): TimeZone {
  return zone;
}
