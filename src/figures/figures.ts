import { type Belongs, countsOn, type Evidence, movement, type Span } from '../facts/counting.ts';
import type { World } from '../record/record.ts';
import { isComplete, knownThrough } from '../states/coverage.ts';
import { withdrawalTakesEffect } from '../states/entry-into-force.ts';
import { actsBehind, type TreatyFigureId, treatyFigures, treatyOf } from '../states/treaty-figures.ts';
import type { Day } from '../text/partial-day.ts';
import { type DocketFigureId, docketFigures, evidenceOf, onlyGrows } from './docket-figures.ts';
import {
  isStageFigure,
  proceedingsFigureIds,
  reachedFigureIds,
  type StageFigureId,
  stageEvidence,
  stageSpans,
} from './stage-figures.ts';

export type FigureId = DocketFigureId | TreatyFigureId | StageFigureId;

/** The figures that are known by their own names, in the order in which they are listed. */
export const namedFigureIds = [...Object.keys(docketFigures), ...Object.keys(treatyFigures)] as readonly FigureId[];

/** Every figure, those that count people by the stage of their case last. */
export const figureIds: readonly FigureId[] = [...namedFigureIds, ...proceedingsFigureIds, ...reachedFigureIds];

/** One thing behind a number, with the facts that make it count. */
export interface FigureItem {
  readonly key: string;
  readonly of: Belongs;
  /** Since when it counts. */
  readonly since: Day;
  readonly evidence: readonly Evidence[];
}

/**
 * `known`: the sources speak for the day. `at-least`: they don't, or the list is not complete, and the number can only have grown.
 * `last-known`: they don't, and it may have grown or fallen.
 */
export const certainties = ['known', 'at-least', 'last-known'] as const;
export type Certainty = (typeof certainties)[number];

/** A figure on a day, with the list behind it. */
export interface FigureOn {
  readonly id: FigureId;
  readonly on: Day;
  readonly value: number;
  /** What is known of it on the day. */
  readonly certainty: Certainty;
  /** The list behind it is not known to be complete: at least so many. */
  readonly atLeast: boolean;
  /** The last day for which the sources speak. */
  readonly knownThrough: Day;
  readonly items: readonly FigureItem[];
}

export function isFigureId(text: string): text is FigureId {
  return (figureIds as readonly string[]).includes(text);
}

export const isTreatyFigure = (id: FigureId): id is TreatyFigureId => id in treatyFigures;

const spansByRecord = new WeakMap<object, Map<FigureId, readonly Span[]>>();

/** When each thing counts for a figure; worked out once for a record. */
function spansFor({ docket, treaty }: World, id: FigureId): readonly Span[] {
  const record = isTreatyFigure(id) ? treaty : docket;
  const known = spansByRecord.get(record) ?? new Map<FigureId, readonly Span[]>();
  spansByRecord.set(record, known);
  const spans = known.get(id) ?? computed({ docket, treaty }, id);
  known.set(id, spans);
  return spans;
}

function computed({ docket, treaty }: World, id: FigureId): readonly Span[] {
  if (isTreatyFigure(id)) return treatyFigures[id](treaty);
  return isStageFigure(id) ? stageSpans(docket, id) : docketFigures[id](docket);
}

/** A figure as it stood on a day, by what was public then. */
export function figureOn(world: World, id: FigureId, on: Day): FigureOn {
  const items = spansFor(world, id)
    .filter((span) => countsOn(span, on))
    .map((span) => itemOf(id, span, on))
    .sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : one.key < other.key ? -1 : 1));
  return { id, on, value: items.length, ...knowledge(world, id, on), items };
}

/** The number without its list, as it is said in passing. */
export function numberOn(world: World, id: FigureId, on: Day): Pick<FigureOn, 'value' | 'certainty' | 'knownThrough'> {
  const { certainty, knownThrough } = knowledge(world, id, on);
  return { value: valueOn(world, id, on), certainty, knownThrough };
}

/** The value alone. */
export function valueOn(world: World, id: FigureId, on: Day): number {
  return spansFor(world, id).reduce((count, span) => (countsOn(span, on) ? count + 1 : count), 0);
}

/** Each day on which a figure changed, and what it was from then on. */
export function movementOf(world: World, id: FigureId): { on: Day; value: number }[] {
  return movement(spansFor(world, id));
}

/** What began or ceased to count for a figure on a day. */
export function changesOf(world: World, id: FigureId, on: Day): { began: FigureItem[]; ceased: FigureItem[] } {
  const spans = spansFor(world, id);
  return {
    began: spans.filter(({ since }) => since === on).map((span) => itemOf(id, span, on)),
    ceased: spans.filter(({ until }) => until === on).map((span) => itemOf(id, span, on)),
  };
}

function itemOf(id: FigureId, { thing, since }: Span, on: Day): FigureItem {
  const types = evidenceFor(id);
  // Where the thing is a single warrant or summons, it alone is the evidence.
  const single = thing.facts.find((fact) => fact.id === thing.key);
  const evidence = single ? [single] : thing.facts.filter((fact) => types.includes(fact.type) && fact.knownOn <= on);
  return { key: thing.key, of: thing.of, since, evidence };
}

function evidenceFor(id: FigureId): readonly string[] {
  if (isTreatyFigure(id)) return actsBehind[id];
  return isStageFigure(id) ? stageEvidence(id) : evidenceOf[id];
}

type Knowledge = Pick<FigureOn, 'knownThrough' | 'certainty' | 'atLeast'>;

function knowledge(world: World, id: FigureId, on: Day): Knowledge {
  const { through, complete } = sourcesOf(world, id, on);
  const certainty =
    on > through ? (canFall(world, id, on) ? 'last-known' : 'at-least') : complete ? 'known' : 'at-least';
  return { knownThrough: through, certainty, atLeast: certainty === 'at-least' };
}

function sourcesOf({ docket, treaty }: World, id: FigureId, on: Day): { through: Day; complete: boolean } {
  if (!isTreatyFigure(id)) return { through: docket.knownThrough, complete: true };
  const list = treatyOf(id);
  return { through: knownThrough(treaty, list), complete: isComplete(treaty, list, on) };
}

/** Who leaves a treaty says so a year before (article 127(1)): of the parties none can be fewer within a year of what is known. */
function canFall({ treaty }: World, id: FigureId, on: Day): boolean {
  if (id === 'states-parties' || id === 'deposits')
    return on > withdrawalTakesEffect(knownThrough(treaty, treatyOf(id)));
  return !onlyGrows.has(id);
}
