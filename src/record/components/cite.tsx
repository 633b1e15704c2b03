import { apiAddresses } from '../../api/addresses.ts';
import { reachableAddress } from '../../http/public-address.ts';
import type { RecordView } from '../record-view.ts';

interface Props {
  readonly record: RecordView;
  readonly title: string;
  readonly path: string;
  /** The last day for which the page's sources speak; left out: those about the Court. */
  readonly knownThrough?: string;
}

/**
 * How to cite a page for its day, in three common styles, and the link that will always show that day. A site that nobody else can
 * reach has no address to cite.
 */
export function Cite({ record, title, path, knownThrough = record.world.docket.knownThrough }: Props) {
  const { view, on } = record;
  const known = on > knownThrough && ` ${view.t('record.knownThrough', { day: view.day(knownThrough) })}`;
  const site = view.operator?.name ?? view.t('site.name');
  const here = `${path}${path.includes('?') ? '&' : '?'}on=${on}`;
  const address = reachableAddress(view.publicUrl);
  const link = address && `${address}${here}`;
  const year = view.partialDay(on.slice(0, 4));
  const quoted = view.t('site.quoted', { text: `${title}.` });
  return (
    <details className="cite">
      <summary>{view.t('record.cite')}</summary>
      <dl>
        <dt>APA</dt>
        <dd>
          {site}. ({year}). <i>{title}</i>. {view.day(on)}.{known}
          {link && ` ${link}`}
        </dd>
        <dt>MLA</dt>
        <dd>
          {quoted} <i>{site}</i>
          {view.t('site.comma')}
          {view.day(on)}
          {link && `, ${link}`}.{known}
        </dd>
        <dt>Chicago</dt>
        <dd>
          {site}. {quoted} {view.day(on)}.{known}
          {link && ` ${link}.`}
        </dd>
        <dt>{view.t('record.cite.permanent')}</dt>
        <dd>
          <a href={here}>
            <bdi dir="ltr">{link ?? here}</bdi>
          </a>
        </dd>
      </dl>
      <p>
        <a href={apiAddresses.data(view.lang)}>CC BY 4.0</a>
      </p>
    </details>
  );
}
