import type { StaffRequest } from '../office/office-route.ts';
import { NetAddress } from '../site/components/net-address.tsx';
import { listedName } from '../states/state-names.ts';
import { stateOf } from '../states/states.ts';
import { reachAddresses } from './addresses.ts';
import { displayName } from './naming.ts';
import { type Reached, selectReached } from './reached-queries.ts';

const MOST = 20;

/** Who is reached at a mailbox, or at any of a domain: what is decided of it holds for all of them. */
export async function reachedAt(request: StaffRequest, at: { readonly mailbox: string } | { readonly domain: string }) {
  const { app, view } = request;
  const found = await selectReached(app.database, at, MOST + 1);
  return (
    <>
      <h2>{view.t('representatives.reached')}</h2>
      {found.length === 0 && <p>{view.t('representatives.reached.none')}</p>}
      <ul className="list">
        {await Promise.all(found.slice(0, MOST).map((one) => reachedLine(request, one, 'domain' in at)))}
      </ul>
      {found.length > MOST && <p>{view.t('representatives.reached.more', { most: MOST })}</p>}
    </>
  );
}

async function reachedLine({ app, lang }: StaffRequest, one: Reached, withAddress: boolean) {
  const state = await stateOf(app.database, one.state);
  return (
    <li key={one.channel}>
      <a href={reachAddresses.oneAddressee(lang, one.id)}>
        <bdi>{displayName(lang, one)}</bdi>
      </a>
      <br />
      <small>
        {state ? listedName(lang, state) : one.state}
        {withAddress && (
          <>
            <br />
            <NetAddress>{one.value}</NetAddress>
          </>
        )}
      </small>
    </li>
  );
}
