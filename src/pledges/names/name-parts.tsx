import type { View } from '../../http/view.ts';

/** A name among other words, of whatever script: it turns none of them around. */
export function NameCell({ view, name }: { view: View; name: string | undefined }) {
  if (name === undefined) return <>{view.t('pledges.names.unshowable')}</>;
  return <bdi dir="auto">{name}</bdi>;
}
