import { type Address, type AnyAddress, address, type Query } from '../../http/address.ts';
import type { DeedOnSeveral, Several } from './office-list.ts';

interface Chooses {
  readonly address: AnyAddress;
  readonly several?: Several;
}

/** Where is asked about a deed on several rows of a list, and where it is done. */
export function severalAddress(
  { address: { pattern } }: Chooses,
  { name }: Pick<DeedOnSeveral, 'name'>,
): Address<'/:lang', [query?: Query]> {
  return address(`${pattern}/several/${name}` as '/:lang');
}

/** Those of all its deeds, for its room's manifest. */
export function severalAddresses(list: Chooses): Readonly<Record<string, AnyAddress>> {
  const deeds = list.several?.deeds ?? [];
  return Object.fromEntries(deeds.map((deed) => [`${list.address.pattern} ${deed.name}`, severalAddress(list, deed)]));
}
