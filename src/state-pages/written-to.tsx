import type { Campaign } from '../campaigns/campaign.ts';
import type { View } from '../http/view.ts';
import { letterAddresses } from '../letters/addresses.ts';
import type { Found, Representative } from '../representatives/find-representatives.ts';
import { Lines } from '../representatives/lines.tsx';
import { displayName, postLines, seatLines } from '../representatives/naming.ts';
import type { StateRecord } from '../states/treaty-record.ts';

interface Props {
  readonly view: View;
  readonly state: StateRecord;
  readonly found: Found;
  /** Left out where nobody can be written to, as on a past day. */
  readonly campaign: Campaign | undefined;
}

/** The offices, then the people by what they hold and by area, with the way to write to each; the way to the others where they are many. */
export function WrittenTo({ view, state, found, campaign }: Props) {
  const { representatives, more } = found;
  if (representatives.length === 0) return null;
  const way = (to: { to: string[] } | { choose: '1' }) =>
    campaign && letterAddresses.write(view.lang, campaign.slug, { state: state.iso3, ...to });
  const others = more && way({ choose: '1' });
  const posts = Map.groupBy(representatives, (one) => postLines(view.lang, one).join('\n'));
  return (
    <section className="sec">
      <h2>{view.t('states.offices')}</h2>
      {[...posts].map(([post, holders]) => (
        <div key={post}>
          {post && (
            <h3>
              <Lines of={post.split('\n')} />
            </h3>
          )}
          <ul className="links written">
            {holders.map((one) => (
              <li key={one.id}>
                <Name view={view} one={one} way={way({ to: [one.id] })} />
                <span className="q s">
                  <Lines of={seatLines(view.lang, one)} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {others && (
        <p>
          <a href={others}>{view.t('states.offices.all')}</a>
        </p>
      )}
    </section>
  );
}

function Name({ view, one, way }: { view: View; one: Representative; way: string | undefined }) {
  const name = <bdi>{displayName(view.lang, one)}</bdi>;
  return way ? <a href={way}>{name}</a> : name;
}
