import { stringify } from 'csv-stringify/sync';
import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { type FileAnswer, movedTo, NotFoundError } from '../http/answer.ts';
import { reachableAddress } from '../http/public-address.ts';
import type { SiteRequest } from '../http/request.ts';
import { type MapLegend, MapSheet } from '../maps/map-sheet.tsx';
import type { WorldMapProps } from '../maps/world-map.tsx';
import { fromVisible } from '../publications/visible-to.ts';
import { recordAddresses } from '../record/addresses.ts';
import { knownThroughOf, type Participant } from '../record/docket.ts';
import { personName, situationName } from '../record/names.ts';
import { laterCleared, participantOn } from '../record/participant-standing.ts';
import { type RecordView, recordView } from '../record/record-view.ts';
import { situationsLegend, situationsMap } from '../record/situations-map.ts';
import { caseTrack, situationTrack } from '../record/tracks.ts';
import { framedSvg } from '../site/charts/files.ts';
import { Flow } from '../site/charts/flow.tsx';
import { SteppedLine } from '../site/charts/stepped-line.tsx';
import { Strip } from '../site/charts/strip.tsx';
import { knownThrough } from '../states/coverage.ts';
import { inOrderOfNames } from '../states/state-names.ts';
import { statesLegend, statesMap } from '../states/states-map.ts';
import type { Day } from '../text/partial-day.ts';
import { caseFlow } from './case-flow.ts';
import { sayKnown } from './components/figure-link.tsx';
import { chartOf } from './figure-chart.ts';
import { type FigureId, isFigureId, numberOn } from './figures.ts';
import { figureNamed } from './former-ids.ts';

/** A drawing as a file of its own, and the facts that it is drawn from. */
export interface AsFile {
  readonly svg: () => string;
  readonly rows: () => readonly (readonly (string | number)[])[];
}

/** A drawing of the record to keep: `/{lang}/drawings/{name}.{svg|csv}?on=`. */
export const drawingFile = fromVisible(
  (request: SiteRequest) => recordView(request),
  (record, request) => {
    const [, name = '', kind = ''] = /^([a-z0-9-]+)\.(svg|csv)$/.exec(request.params.file ?? '') ?? [];
    const renamed = renamedDrawing(name);
    if (renamed) return movedTo(recordAddresses.drawing(request.lang, `${renamed}.${kind}`, record.linkDay));
    const drawing = drawingNamed(record, name);
    if (!drawing) throw new NotFoundError(request.params.file);
    return asFile(drawing, kind, `${name}-${record.on}.${kind}`, cachingOf(record));
  },
);

/** Today's is kept until what it shows changes; of other days there are too many. */
export function cachingOf({ linkDay }: RecordView): Pick<FileAnswer, 'tags' | 'noindex'> {
  return linkDay === undefined ? { tags: ['record', 'states', 'today'] } : { noindex: true };
}

function asFile(drawing: AsFile, kind: string, name: string, caching: ReturnType<typeof cachingOf>): FileAnswer {
  if (kind === 'svg') return { kind: 'file', type: 'image/svg+xml', body: drawing.svg(), name, ...caching };
  // A cell that a spreadsheet would take for a formula is made plain text.
  const body = stringify(
    drawing.rows().map((row) => [...row]),
    { escape_formulas: true, bom: true },
  );
  return { kind: 'file', type: 'text/csv; charset=utf-8', body, name, ...caching };
}

/** @returns undefined where nothing of this name can be drawn, or not of this day */
export function drawingNamed(record: RecordView, name: string): AsFile | undefined {
  const { view, world, on, linkDay, requested } = record;
  if (requested.wrong !== undefined) return undefined;
  if (name === 'states') {
    const named = inOrderOfNames(view.lang, [...world.treaty.states.values()]);
    const map = statesMap({ view, treaty: world.treaty, named, on, linkDay });
    return mapAsFile(record, map, statesLegend(view), knownThrough(world.treaty, 'rome-statute'));
  }
  if (name === 'situations')
    return mapAsFile(record, situationsMap(record), situationsLegend(view), world.docket.knownThrough);
  if (name === 'case-flow') {
    const flow = caseFlow(record);
    const rows = flow.steps.map(({ label, value }) => [label, value]);
    return chartAsFile(
      record,
      { title: flow.title, columns: ['', view.t('record.column.value')], rows, through: world.docket.knownThrough },
      <Flow {...flow} />,
    );
  }
  if (name.startsWith('track--')) return trackAsFile(record, name);
  const id = name.replace(/^figure-/, '');
  if (!isFigureId(id)) return undefined;
  return figureAsFile(record, id);
}

/** The name that a figure's drawing has now. @returns undefined where the one given is no former one */
export function renamedDrawing(name: string): string | undefined {
  const [, figure = '', id = ''] = /^(figure-)?(.*)$/.exec(name) ?? [];
  const now = figureNamed(id);
  return now === undefined || now === id ? undefined : `${figure}${now}`;
}

/**
 * How a figure moved and where it stood on the day; the drawing and each row say through which day it is known, and what the number is
 * worth then.
 */
function figureAsFile(record: RecordView, id: FigureId): AsFile {
  const { view, world, on } = record;
  const chart = chartOf(record, id);
  const figure = numberOn(world, id, on);
  const notes = on > figure.knownThrough ? [sayKnown(view, on, figure)] : [];
  return {
    svg: () => framed(record, chart.title, <SteppedLine {...chart} />, notes),
    rows: () => [
      (['day', 'value', 'knownThrough', 'certainty'] as const).map((column) => view.t(`record.column.${column}`)),
      ...[...new Set([...chart.steps.map((step) => step.on), on])].map((day) => {
        const { value, knownThrough, certainty } = numberOn(world, id, day);
        return [day, value, knownThrough, certainty];
      }),
    ],
  };
}

/** `track--{situation}`, or `track--{case}--{person}`. */
function trackAsFile(record: RecordView, name: string): AsFile | undefined {
  const { view, world, on } = record;
  const [, first = '', person] = name.split('--');
  const situation = person === undefined ? world.docket.situations.get(first) : undefined;
  const participant = world.docket.participants.find((one) => one.case.slug === first && one.person.slug === person);
  // Before anything was public of somebody, nothing is drawn of them.
  if (!situation && !(participant && participantOn(participant, on))) return undefined;
  const pieces = participant ? caseTrack(record, participant) : situationTrack(record, first);
  const title = participant ? personTitle(record, participant) : situation ? situationName(view.lang, situation) : '';
  const through = knownThroughOf(
    world.docket,
    participant ? { case: first, situation: participant.case.situation } : { situation: first },
  );
  const rows = pieces.map(({ label, said }) => [label, said]);
  return chartAsFile(
    record,
    { title, columns: [title, view.t('record.column.day')], rows, through },
    <Strip title={title} pieces={pieces} rtl={view.dir === 'rtl'} />,
  );
}

/** A drawing of a past day leaves the site: what cleared the name since goes with it. */
function personTitle({ view, on, requested }: RecordView, participant: Participant): string {
  const later = laterCleared(participant, on, requested.today);
  const name = personName(view.lang, participant.person);
  return later ? `${name} (${view.t(`record.later.${later}`)})` : name;
}

function mapAsFile(record: RecordView, map: WorldMapProps, legend: MapLegend, through: Day): AsFile {
  const { view } = record;
  const sheet = <MapSheet map={map} legend={legend} rtl={view.dir === 'rtl'} />;
  const rows = [...map.lands].map(([iso3, { category, label }]) => [iso3, category, label]);
  return {
    svg: () => framed(record, map.title, sheet, [view.t('states.map.borders'), ...known(record, through)]),
    rows: () => withDay(view, { columns: ['iso3', 'standing', 'label'], rows, through }),
  };
}

interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** The last day for which its sources speak. */
  readonly through: Day;
}

function chartAsFile(record: RecordView, table: Table, drawing: VNode): AsFile {
  return {
    svg: () => framed(record, table.title, drawing, known(record, table.through)),
    rows: () => withDay(record.view, table),
  };
}

/** Nothing is said of a day for which the sources speak. */
function known({ view, on }: RecordView, through: Day): string[] {
  return on > through ? [view.t('record.knownThrough', { day: view.day(through) })] : [];
}

/** Each row says through which day it is known: rows leave their table. */
function withDay(view: RecordView['view'], { columns, rows, through }: Omit<Table, 'title'>) {
  return [[...columns, view.t('record.column.knownThrough')], ...rows.map((row) => [...row, through])];
}

/** On paper, with the day, who publishes it and how it may be used. */
function framed({ view, on }: RecordView, title: string, drawing: VNode, notes: readonly string[] = []): string {
  const credit = [view.day(on), reachableAddress(view.publicUrl), 'CC BY 4.0']
    .filter(Boolean)
    .join(view.t('site.comma'));
  return framedSvg(renderToStaticMarkup(drawing), { title, below: [...notes, credit], rtl: view.dir === 'rtl' });
}
