import { type FileAnswer, NotFoundError } from '../http/answer.ts';
import type { SiteRequest } from '../http/request.ts';
import type { FeedSubject } from '../http/room-feed.ts';
import type { Visible } from '../http/visible.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { apiAddresses } from './addresses.ts';
import { type FeedKind, feedAs, feedTypes } from './feed-formats.ts';

const LATEST = 60;

/** The latest of what a room tells, as a feed. */
export const feedFile = fromVisible(subjectOf, (about, request): FileAnswer => {
  const { view, params } = request;
  const { feed, kind } = named(request);
  const entries = [...about.entries].sort((one, other) => other.on.localeCompare(one.on)).slice(0, LATEST);
  const body = feedAs(kind, {
    title: `${about.title} · ${view.t('site.name')}`,
    link: `${view.publicUrl}${about.link}`,
    self: `${view.publicUrl}${apiAddresses.feed(view.lang, feed.about, params.file ?? '')}`,
    author: view.operator?.name ?? view.t('site.name'),
    lang: view.lang,
    ...(about.through !== undefined && { about: view.t('record.knownThrough', { day: view.day(about.through) }) }),
    entries: entries.map((entry) => {
      const link = `${view.publicUrl}${entry.link}#${entry.id}`;
      return { ...entry, id: link, link };
    }),
  });
  return { kind: 'file', type: `${feedTypes[kind]}; charset=utf-8`, body, tags: feed.tags, open: true };
});

/** @throws NotFoundError */
async function subjectOf(request: SiteRequest): Promise<Visible<FeedSubject>> {
  const { feed, name } = named(request);
  const about = await feed.of(request, name);
  if (!about) throw new NotFoundError(request.params.file);
  return about;
}

/** @throws NotFoundError */
function named({ app, params }: SiteRequest) {
  const [, name = '', kind = ''] = /^([\w-]+)\.(atom|rss|json)$/.exec(params.file ?? '') ?? [];
  const feed = app.handed.feeds.get(params.about ?? '');
  if (!feed || !isKind(kind)) throw new NotFoundError(params.file);
  return { feed, name, kind };
}

const isKind = (text: string): text is FeedKind => text in feedTypes;
