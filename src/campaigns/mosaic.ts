import { LRUCache } from 'lru-cache';
import { byMineral, mosaicRing, type RingDrawing } from '../site/drawings/mosaic-ring.ts';
import { FEWEST_SHOWN } from './fewest-shown.ts';
import type { Tally } from './tally.ts';

const MOST_PIECES = 200;
const STEPS = [1, 2, 5];
/** Rings of so many rows and places; the last place of each is never taken. */
const RINGS = [
  { rows: 3, places: 97 },
  { rows: 4, places: MOST_PIECES + 5 },
].map(({ rows, places }) => mosaicRing(rows, places));

export interface Mosaic extends RingDrawing {
  /** How many people one piece stands for. */
  readonly perPiece: number;
  readonly pieces: number;
}

/** The least of 1, 2, 5, 10, 20, 50 … with which the mosaic stays within its pieces. */
export function peoplePerPiece(people: number): number {
  for (let power = 1; ; power *= 10) {
    const step = STEPS.find((factor) => people / (factor * power) <= MOST_PIECES);
    if (step) return step * power;
  }
}

/** A picture stays the same until somebody joins. */
const laid = new LRUCache<number, Mosaic>({ max: 50 });

/** Lays as many pieces of the ring as people joined; what is not laid yet is drawn beneath, and one place is open. */
export function mosaicOf(people: number): Mosaic {
  const known = laid.get(people) ?? lay(people);
  laid.set(people, known);
  return known;
}

function lay(people: number): Mosaic {
  const perPiece = peoplePerPiece(people);
  const pieces = Math.ceil(people / perPiece);
  const ring = RINGS.find(({ length }) => length > pieces) ?? [];
  const open = ring.findIndex(({ outer }, place) => outer && place >= pieces);
  return {
    perPiece,
    pieces,
    paths: byMineral(ring.slice(0, pieces)),
    ground: byMineral(ring.filter((_, place) => place >= pieces && place !== open)),
    gap: ring[open]?.path ?? '',
    coming: ring[open]?.coming ?? '',
  };
}

/**
 * The same picture for one of those who joined: theirs is the piece that is just coming, in the same place of the ring on the page and in
 * its picture, however many join.
 * @param own a number of theirs, of 32 bits
 */
export function mosaicWith(people: number, own: number): RingDrawing {
  const pieces = Math.max(1, Math.ceil(people / peoplePerPiece(people)));
  const ring = RINGS.find(({ length }) => length > pieces) ?? [];
  const outer = ring.filter((place) => place.outer);
  const theirs = outer[Math.floor((own / 2 ** 32) * outer.length)];
  const others = ring.filter((place) => place !== theirs);
  return {
    paths: byMineral(others.slice(0, pieces - 1)),
    ground: byMineral(others.slice(pieces - 1)),
    gap: theirs?.path ?? '',
    coming: theirs?.coming ?? '',
  };
}

/** Countries that may be shown by themselves, and how many people are in all the others together. */
export function shownCountries(tally: Tally): { shown: Tally['byCountry']; others: number } {
  const shown = tally.byCountry.filter(({ people }) => people >= FEWEST_SHOWN);
  return { shown, others: tally.people - shown.reduce((sum, { people }) => sum + people, 0) };
}
