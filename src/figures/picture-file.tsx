import { cachedInMemory } from '../database/memory-cache.ts';
import { type Answer, movedTo, NotFoundError } from '../http/answer.ts';
import { Networks } from '../http/networks.ts';
import type { ShownHandler, SiteRequest } from '../http/request.ts';
import { drawnFrom } from '../publications/visible-to.ts';
import { recordAddresses } from '../record/addresses.ts';
import type { Docket } from '../record/docket.ts';
import { type RecordView, recordView } from '../record/record-view.ts';
import { quietPage } from '../site/page.tsx';
import { cachedPicture, drawPicture } from '../site/pictures/pictures.ts';
import { cachingOf, drawingNamed, renamedDrawing } from './drawings.tsx';

/** Pixels. */
const WIDTH = 1_600;
const MOST_NAMED = 2_000;
const HOUR = 3_600;

const networks = new Networks();
/** Which picture an address shows, for as long as the records stand: what is kept is found without drawing anything. */
const shownBy = cachedInMemory('states', async () => new WeakMap<Docket, Map<string, string>>());

/**
 * A drawing of the record as a picture: `/{lang}/drawings/{name}.png?on=`. Any day can be asked for, and a picture costs 200 ms of a
 * core: each network may have so many an hour drawn that nobody had drawn before, and is led to the SVG beyond.
 */
export const pictureFile: ShownHandler = async (request) =>
  drawnFrom(await recordView(request), (record) => pictureOf(request, record));

async function pictureOf(request: SiteRequest, record: RecordView): Promise<Answer> {
  const shown = await shownBy(request.app.database);
  const named = shown.get(record.world.docket) ?? new Map<string, string>();
  shown.set(record.world.docket, named);
  const name = request.params.name ?? '';
  if (record.requested.wrong !== undefined || !/^[a-z0-9-]+$/.test(name)) throw new NotFoundError(name);
  const renamed = renamedDrawing(name);
  if (renamed) return movedTo(recordAddresses.picture(request.lang, renamed, record.linkDay));
  const address = `${request.lang} ${name} ${record.on}`;
  const cached = cachedPicture(named.get(address) ?? '');
  if (cached) return asFile(record, name, cached);
  const allowance = request.app.settings.PICTURES_PER_NETWORK_HOUR / request.app.processes.up;
  if (!networks.take(request.network, allowance)) return toSvg(request, record, name, HOUR / allowance);
  const svg = drawingNamed(record, name)?.svg();
  if (svg === undefined) throw new NotFoundError(name);
  const picture = await drawPicture(svg, WIDTH);
  if (named.size >= MOST_NAMED) named.clear();
  named.set(address, picture.name);
  return asFile(record, name, picture.bytes);
}

function asFile(record: RecordView, name: string, body: Buffer): Answer {
  return { kind: 'file', type: 'image/png', body, name: `${name}-${record.on}.png`, ...cachingOf(record) };
}

function toSvg({ view, lang }: SiteRequest, { linkDay }: RecordView, name: string, seconds: number): Answer {
  return quietPage(
    view,
    view.t('site.error.429.title'),
    <>
      <p className="lead">{view.t('record.pictures.many')}</p>
      <p className="row">
        <a className="go" href={recordAddresses.drawing(lang, `${name}.svg`, linkDay)}>
          {view.t('record.pictures.svg')}
        </a>
      </p>
    </>,
    { status: 429, retryAfter: Math.ceil(seconds) },
  );
}
