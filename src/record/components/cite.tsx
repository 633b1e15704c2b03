import { links } from '../../site/links.ts';
import type { RecordView } from '../record-view.ts';

interface Props {
  readonly record: RecordView;
  readonly title: string;
  readonly path: string;
  /** The last day for which the page's sources speak; left out: those about the Court. */
  readonly knownThrough?: string;
}

/** How to cite a page for its day, in three common styles, and the link that will always show that day. */
export function Cite({ record, title, path, knownThrough = record.world.docket.knownThrough }: Props) {
  const { view, on } = record;
  const known = view.t('record.knownThrough', { day: view.day(knownThrough) });
  const site = view.operator?.name ?? view.t('site.name');
  const link = `${view.publicUrl}${path}${path.includes('?') ? '&' : '?'}on=${on}`;
  const year = on.slice(0, 4);
  return (
    <details className="cite">
      <summary>{view.t('record.cite')}</summary>
      <dl>
        <dt>APA</dt>
        <dd>
          {site}. ({year}). <i>{title}</i>. {view.day(on)}. {known} {link}
        </dd>
        <dt>MLA</dt>
        <dd>
          “{title}.” <i>{site}</i>, {view.day(on)}, {link}. {known}
        </dd>
        <dt>Chicago</dt>
        <dd>
          {site}. “{title}.” {view.day(on)}. {known} {link}.
        </dd>
        <dt>{view.t('record.cite.permanent')}</dt>
        <dd>
          <a href={link}>{link}</a>
        </dd>
      </dl>
      <p>
        <a href={links.data(view.lang)}>CC BY 4.0</a>
      </p>
    </details>
  );
}
