import { NotFoundError } from '../http/answer.ts';
import type { Handler } from '../http/request.ts';
import { apiAddresses } from './addresses.ts';
import { type FeedKind, feedAs, feedTypes } from './feed-formats.ts';

const LATEST = 60;

/** The latest of what a room tells, as a feed. */
export const feedFile: Handler = async ({ app, view, params }) => {
  const [, name = '', kind = ''] = /^([\w-]+)\.(atom|rss|json)$/.exec(params.file ?? '') ?? [];
  const feed = app.handed.feeds.get(params.about ?? '');
  const about = feed && isKind(kind) ? await feed.of({ app, view }, name) : undefined;
  if (!feed || !about || !isKind(kind)) throw new NotFoundError(params.file);
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
};

const isKind = (text: string): text is FeedKind => text in feedTypes;
