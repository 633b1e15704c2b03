import { MINERALS, steadyNumbers } from '../site/drawings/strip.ts';
import type { Tally } from './tally.ts';

/** Countries with fewer people are shown together: in a small number somebody might be recognised. */
export const FEWEST_SHOWN = 25;
const MOST_PIECES = 400;
const COLUMNS = 40;
const STEPS = [1, 2, 5];
/** All but the last, sand, which would be taken for an empty place. */
const CLEAR_MINERALS = MINERALS - 1;

export interface Mosaic {
  /** How many people one piece stands for. */
  readonly perPiece: number;
  readonly pieces: number;
  /** One path for each mineral; the field is `width` by `height`. */
  readonly paths: readonly string[];
  /** The place of whoever joins next. */
  readonly next: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

/** The least of 1, 2, 5, 10, 20, 50 … with which the mosaic stays within its pieces. */
export function peoplePerPiece(people: number): number {
  for (let power = 1; ; power *= 10) {
    const step = STEPS.find((factor) => people / (factor * power) <= MOST_PIECES);
    if (step) return step * power;
  }
}

/** Draws as many pieces as people joined, filling rows from the ground up; the places still open are the people missing. */
export function mosaicOf(people: number): Mosaic {
  const perPiece = peoplePerPiece(people);
  const pieces = Math.ceil(people / perPiece);
  const rows = Math.max(4, Math.ceil(pieces / COLUMNS));
  const next = steadyNumbers('the mosaic of people');
  const paths = Array.from({ length: MINERALS }, () => '');
  for (let piece = 0; piece < pieces; piece += 1) {
    const { x, y } = place(piece, rows);
    const mineral = next() % CLEAR_MINERALS;
    paths[mineral] += `M${x} ${y}h9v${8 + (next() % 2)}h-9z`;
  }
  return { perPiece, pieces, paths, next: place(pieces, rows), width: COLUMNS * 10, height: rows * 10 };
}

function place(piece: number, rows: number): { x: number; y: number } {
  return { x: (piece % COLUMNS) * 10, y: (rows - 1 - Math.floor(piece / COLUMNS)) * 10 };
}

/** Countries that may be shown, and how many people are in all the others together. */
export function shownCountries(tally: Tally): { shown: Tally['byCountry']; others: number } {
  const shown = tally.byCountry.filter(({ people }) => people >= FEWEST_SHOWN);
  return { shown, others: tally.people - shown.reduce((sum, { people }) => sum + people, 0) };
}
