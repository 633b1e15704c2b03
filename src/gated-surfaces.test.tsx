import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noticeAddresses } from '../test/fixtures/rooms/noticeboard/addresses.ts';
import { selectNotices } from '../test/fixtures/rooms/noticeboard/notice-queries.ts';
import { noticesShown } from '../test/fixtures/rooms/noticeboard/notices.ts';
import { campaignById, everyCampaign } from './campaigns/campaigns.ts';
import type { Lang } from './config/langs.ts';
import { type PageAnswer, seeOther } from './http/answer.ts';
import type { App } from './http/app.ts';
import type { Failure } from './http/failure.ts';
import { openForm } from './http/fields.ts';
import type { OpenEndpoint, OpenQuestion } from './http/open-endpoint.ts';
import type { Asking, Panel } from './http/panels.ts';
import type { ShownHandler, SiteRequest } from './http/request.ts';
import type { FeedAsking, FeedSubject, RoomFeed } from './http/room-feed.ts';
import { get, getForOne, post } from './http/route.ts';
import type { Reads, SearchDocument, SearchDocuments } from './http/search-document.ts';
import type { Visible } from './http/visible.ts';
import { ourselves } from './publications/audience.ts';
import { needsNoGate } from './publications/needs-no-gate.ts';
import { alwaysPublic, drawnFrom, fromVisible, together, visibleTo } from './publications/visible-to.ts';
import { docketOf } from './record/record.ts';
import type { Room } from './room.ts';

/**
 * What a room might write without the gate. Each would be shown to everybody, and none compiles: `tsc`, which `npm test` runs, fails on
 * a directive below that no error follows.
 */
type Found = SearchDocuments['of'];
type Fed = RoomFeed['of'];
type Told = OpenEndpoint['handle'];
type Mapped = NonNullable<Room['sitemap']>;
type Shown = Panel<unknown>['show'];
type Opened = ShownHandler;
type Failed = NonNullable<Failure['show']>;

const document = (id: string): SearchDocument => ({ id, link: '', title: id, text: '' });
const subject: FeedSubject = { title: '', link: '', entries: [] };
const page = (_lang: Lang) => '';
const answer = (html: string): PageAnswer => ({ kind: 'page', status: 200, html });
const { board } = noticeAddresses;
const form = openForm({});

const rowsOfAQuery = {
  // @ts-expect-error rows of a query
  found: (async ({ database }) => (await selectNotices(database)).map(({ id }) => document(id))) satisfies Found,
  // @ts-expect-error a feed of them
  fed: (async () => subject) satisfies Fed,
  // @ts-expect-error an answer of the API
  told: (async ({ app }) => ({ count: (await selectNotices(app.database)).length })) satisfies Told,
  // @ts-expect-error pages by what is stored
  mapped: (async ({ database }) => (await selectNotices(database)).map(() => page)) satisfies Mapped,
  // @ts-expect-error a part of another room's page
  shown: (async ({ app }) => <p>{(await selectNotices(app.database)).length}</p>) satisfies Shown,
  // @ts-expect-error a page
  opened: (async ({ app }) => answer(`${(await selectNotices(app.database)).length}`)) satisfies Opened,
  // @ts-expect-error the page of an error
  failed: (async ({ app }) => answer(`${(await selectNotices(app.database)).length}`)) satisfies Failed,
};

/** What stands in a manifest's `routes`. */
const routes = {
  // @ts-expect-error a page that is kept for all
  page: () => get(board, async ({ app }) => answer(`${(await selectNotices(app.database)).length}`)),
  // @ts-expect-error a page for one reader
  pageForOne: () => getForOne(board, async ({ app }) => answer(`${(await selectNotices(app.database)).length}`)),
  // @ts-expect-error what a form is answered with
  form: () => post(board, form, async ({ app }) => answer(`${(await selectNotices(app.database)).length}`)),
  file: () =>
    // @ts-expect-error a file
    get(board, async ({ app }) => ({ kind: 'file', type: '', body: `${(await selectNotices(app.database)).length}` })),
  // @ts-expect-error a page without rows that does not say why it needs no gate
  fixed: () => get(board, async () => answer('')),
  // @ts-expect-error nor does one that only leads on
  elsewhere: () => get(board, async () => seeOther('')),
  silent: () =>
    get(
      board,
      // @ts-expect-error no reason
      needsNoGate(async () => answer('')),
    ),
};

const throughTheGate = {
  found: fromVisible(
    ({ database }: Reads, _lang: Lang) => noticesShown(database),
    (notices) => notices.map(({ id }) => document(id)),
  ) satisfies Found,
  fed: fromVisible(
    ({ app }: FeedAsking, _name: string) => noticesShown(app.database),
    ({ length }, _, name) => (name === 'all' && length > 0 ? subject : undefined),
  ) satisfies Fed,
  told: fromVisible(
    ({ app }: OpenQuestion) => noticesShown(app.database),
    ({ length }) => ({ count: length }),
  ) satisfies Told,
  mapped: (async () => alwaysPublic([page], 'a page of the program')) satisfies Mapped,
  shown: fromVisible(
    ({ app }: Asking) => noticesShown(app.database),
    ({ length }) => <p>{length}</p>,
  ) satisfies Shown,
  opened: fromVisible(
    ({ app }: SiteRequest) => noticesShown(app.database),
    ({ length }) => answer(`${length}`),
  ) satisfies Opened,
  failed: fromVisible(
    ({ app }: SiteRequest, _written: readonly string[]) => noticesShown(app.database),
    ({ length }, _, written) => answer(`${length} ${written.length}`),
  ) satisfies Failed,
};

const aroundTheGate = {
  readUngated: fromVisible(
    // @ts-expect-error what is read did not pass the gate
    ({ app }: OpenQuestion) => selectNotices(app.database),
    (notices) => ({ count: notices.length }),
  ),
  readLater: fromVisible(
    ({ app }: OpenQuestion) => noticesShown(app.database),
    // @ts-expect-error while it is made, more is read
    async (_, { app }) => ({ count: (await selectNotices(app.database)).length }),
  ),
  ofOurselves: fromVisible(
    // @ts-expect-error what only we may see
    (app: App) => docketOf(app.database, ourselves),
    () => [page],
  ),
  ofEvery: fromVisible(
    // @ts-expect-error all campaigns, also those that are hidden
    (app: App) => everyCampaign(app.database, 'en'),
    () => [page],
  ),
  // @ts-expect-error rows that were looked at as by ourselves
  looked: (rows: readonly object[]): Visible<readonly object[]> => visibleTo(ourselves).dated(rows, () => ''),
  // @ts-expect-error something more beside what may be seen
  spread: (seen: Visible<FeedSubject>, entries: FeedSubject['entries']): Visible<FeedSubject> => ({ ...seen, entries }),
  // @ts-expect-error one part of several
  half: (seen: Visible<object>, rows: object) => together({ seen, rows }),
  // @ts-expect-error what is picked out by the way
  picked: (seen: Visible<readonly object[]>): Visible<readonly object[]> => seen.filter(() => true),
  /** A page that is made of a campaign, whoever may see it. */
  pageOfAnother: () =>
    fromVisible(
      // @ts-expect-error a campaign as we see it
      ({ app }: SiteRequest) => campaignById(app.database, '', 'en', ourselves),
      () => answer(''),
    ),
  // @ts-expect-error a drawing of what did not pass it
  drawn: (rows: object) => drawnFrom(rows, async () => answer('')),
  // @ts-expect-error without a reason
  silent: (rows: object) => alwaysPublic(rows),
};

describe('what a room shows on a surface', () => {
  it('is made of what the gate let through, or says why it needs no gate', async () => {
    expect(() => alwaysPublic([], ' ')).toThrow('say why');
    await expect(needsNoGate('', async () => answer(''))({} as SiteRequest)).rejects.toThrow('say why');
    expect(await throughTheGate.mapped()).toEqual([page]);
    const endpoint: OpenEndpoint = {
      path: '',
      summaryKey: 'api.endpoint.figures',
      query: z.object({}),
      answer: z.object({}),
      handle: throughTheGate.told,
    };
    expect(endpoint.handle).toBe(throughTheGate.told);
  });

  it('does not compile otherwise', () => {
    expect(Object.keys(rowsOfAQuery)).toEqual(Object.keys(throughTheGate));
    expect(Object.keys(aroundTheGate).length).toBeGreaterThan(10);
    expect(Object.keys(routes).length).toBeGreaterThan(6);
  });

  it('is made at once, of nothing that is read meanwhile, and may be nothing', async () => {
    const made = fromVisible(
      async (name: string) => alwaysPublic({ name }, 'a test'),
      (seen, name) => (name ? { seen } : undefined),
    );
    expect(await made('one')).toEqual({ seen: { name: 'one' } });
    expect(await made('')).toBeUndefined();
  });
});
