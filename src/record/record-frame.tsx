import type { ComponentChildren } from 'preact';
import type { PageAnswer } from '../http/answer.ts';
import { TODAY } from '../http/finished.ts';
import { page } from '../site/page.tsx';
import { UnreadKey } from '../states/source-text.tsx';
import { DayControl } from './components/day-control.tsx';
import type { RecordView } from './record-view.ts';

interface Framed {
  readonly title: string;
  readonly description: string;
  readonly over?: ComponentChildren;
  readonly lead?: ComponentChildren;
  /** What happened, before all lists. */
  readonly opening?: ComponentChildren;
  /** What can be done, within the first screen of a phone. */
  readonly action?: ComponentChildren;
  /** The last day for which the page's sources speak. */
  readonly knownThrough?: string;
  /** What shows at a glance what the page is about: beside the heading where there is room, else below it. */
  readonly picture?: ComponentChildren;
  readonly feed?: string;
  readonly linked?: object | undefined;
  /** What else the page shows, beside the record, by its tag. */
  readonly tags?: readonly string[];
  /** Nothing on it needs a script. */
  readonly still?: boolean;
  readonly children: ComponentChildren;
}

/** Characters of a heading beyond which it is set smaller on a phone, so that what follows stays within its first screen. */
const LONG = 22;

/**
 * A page of the record: its heading, and the day it shows with how far its sources reach. A page for another day than today is rendered for
 * each reader and not for search engines; today's is kept until the record changes or the day ends.
 */
export function recordPage(record: RecordView, { title, description, ...framed }: Framed): PageAnswer {
  const { view, linkDay, requested, world } = record;
  const { feed, linked, still } = framed;
  const children = (
    <>
      <div className={framed.picture ? 'pictured' : undefined}>
        <div>
          {framed.over && <p className="over">{framed.over}</p>}
          <h1 className={title.length > LONG ? 'long' : undefined}>{title}</h1>
          {framed.lead && <p className="lead read">{framed.lead}</p>}
          {framed.action}
          {framed.opening}
          <DayControl record={record} knownThrough={framed.knownThrough ?? world.docket.knownThrough} />
          <UnreadKey view={view} />
        </div>
        {framed.picture}
      </div>
      {framed.children}
    </>
  );
  const wrong = requested.wrong !== undefined;
  const isToday = linkDay === undefined && !wrong && !view.path.includes('?');
  const answer = page(
    { view, title, description, children, private: !isToday, feed, linked, still },
    wrong ? { status: 400 } : isToday ? { tags: ['record', 'states', TODAY, ...(framed.tags ?? [])] } : {},
  );
  return { ...answer, html: withoutIdleKey(answer.html) };
}

/** A page without a mark explains none. A style sheet could say so only once the page has arrived, and what is below would move. */
function withoutIdleKey(html: string): string {
  if (html.includes('class="unread"')) return html;
  const start = html.indexOf('<p class="unread-key');
  return html.slice(0, start) + html.slice(html.indexOf('</p>', start) + '</p>'.length);
}
