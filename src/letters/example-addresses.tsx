import { Fragment } from 'preact';
import type { View } from '../http/view.ts';
import { NetAddress } from '../site/components/net-address.tsx';

/** Says of addresses that a demonstration made up that they are examples; nothing of others. */
export function Examples({ view, addresses }: { view: View; addresses: readonly string[] }) {
  if (addresses.length === 0) return null;
  const all = addresses.map((address, at) => (
    <Fragment key={address}>
      {at > 0 && view.t('site.comma')}
      <NetAddress>{address}</NetAddress>
    </Fragment>
  ));
  return (
    <p className="q s">
      {view.rich(addresses.length > 1 ? 'letters.examples' : 'letters.example', { address: <>{all}</> })}
    </p>
  );
}
