import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { selectNotices } from '../test/fixtures/rooms/noticeboard/notice-queries.ts';
import { noticesShown } from '../test/fixtures/rooms/noticeboard/notices.ts';
import { everyCampaign } from './campaigns/campaigns.ts';
import type { Lang } from './config/langs.ts';
import type { App } from './http/app.ts';
import type { OpenEndpoint, OpenQuestion } from './http/open-endpoint.ts';
import type { Asking, Panel } from './http/panels.ts';
import type { FeedAsking, FeedSubject, RoomFeed } from './http/room-feed.ts';
import type { Reads, SearchDocument, SearchDocuments } from './http/search-document.ts';
import type { Visible } from './http/visible.ts';
import { ourselves } from './publications/audience.ts';
import { alwaysPublic, fromVisible, together, visibleTo } from './publications/visible-to.ts';
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

const document = (id: string): SearchDocument => ({ id, link: '', title: id, text: '' });
const subject: FeedSubject = { title: '', link: '', entries: [] };
const page = (_lang: Lang) => '';

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
  // @ts-expect-error without a reason
  silent: (rows: object) => alwaysPublic(rows),
};

describe('what a room shows on a surface', () => {
  it('is made of what the gate let through, or says why it needs no gate', async () => {
    expect(() => alwaysPublic([], ' ')).toThrow('say why');
    expect(await throughTheGate.mapped()).toEqual([page]);
    const endpoint: OpenEndpoint = {
      path: '',
      summary: '',
      query: z.object({}),
      answer: z.object({}),
      handle: throughTheGate.told,
    };
    expect(endpoint.handle).toBe(throughTheGate.told);
  });

  it('does not compile otherwise', () => {
    expect(Object.keys(rowsOfAQuery)).toEqual(Object.keys(throughTheGate));
    expect(Object.keys(aroundTheGate).length).toBeGreaterThan(8);
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
