import { keptInMemory } from '../database/memory-cache.ts';
import { Networks } from '../http/networks.ts';
import { type Answer, type Handler, NothingHere, type Visit } from '../http/request.ts';
import { quietPage } from '../site/page.tsx';
import { drawPicture, keptPicture } from '../site/pictures/pictures.ts';
import { recordAddresses } from './addresses.ts';
import type { Docket } from './docket.ts';
import { drawingNamed, keptAs } from './drawings.tsx';
import { type RecordView, recordView } from './record-view.ts';

/** Pixels. */
const WIDTH = 1_600;
const MOST_NAMED = 2_000;
const HOUR = 3_600;

const networks = new Networks();
/** Which picture an address shows, for as long as the records stand: what is kept is found without drawing anything. */
const shownBy = keptInMemory('states', async () => new WeakMap<Docket, Map<string, string>>());

/**
 * A drawing of the record as a picture: `/{lang}/drawings/{name}.png?on=`. Any day can be asked for, and a picture costs 200 ms of a core: each
 * network may have so many an hour drawn that nobody had drawn before, and is led to the SVG beyond.
 */
export const pictureFile: Handler = async (visit) => {
  const shown = await shownBy(visit.app.database);
  const record = await recordView(visit);
  const named = shown.get(record.world.docket) ?? new Map<string, string>();
  shown.set(record.world.docket, named);
  const name = visit.params.name ?? '';
  if (record.asked.wrong !== undefined || !/^[a-z0-9-]+$/.test(name)) throw new NothingHere(name);
  const address = `${visit.lang} ${name} ${record.on}`;
  const kept = keptPicture(named.get(address) ?? '');
  if (kept) return asFile(record, name, kept);
  const allowance = visit.app.settings.PICTURES_PER_NETWORK_HOUR / visit.app.processes.up;
  if (!networks.take(visit.network, allowance)) return toSvg(visit, record, name, HOUR / allowance);
  const svg = drawingNamed(record, name)?.svg();
  if (svg === undefined) throw new NothingHere(name);
  const picture = await drawPicture(svg, WIDTH);
  if (named.size >= MOST_NAMED) named.clear();
  named.set(address, picture.name);
  return asFile(record, name, picture.bytes);
};

function asFile(record: RecordView, name: string, body: Buffer): Answer {
  return { kind: 'file', type: 'image/png', body, name: `${name}-${record.on}.png`, ...keptAs(record) };
}

function toSvg({ view, lang }: Visit, { kept }: RecordView, name: string, seconds: number): Answer {
  return quietPage(
    view,
    view.t('site.error.429.title'),
    <>
      <p className="lead">{view.t('record.pictures.many')}</p>
      <p className="row">
        <a className="go" href={recordAddresses.drawing(lang, `${name}.svg`, kept)}>
          {view.t('record.pictures.svg')}
        </a>
      </p>
    </>,
    { status: 429, retryAfter: Math.ceil(seconds) },
  );
}
