import type { Entry } from './entry.ts';

/** One mailbox of several people: what one of them is written comes to all. */
export interface SharedMailbox {
  readonly address: string;
  /** By line or id. */
  readonly of: readonly string[];
}

/** The e-mail addresses that stand with more than one representative of a file, whatever their case. */
export function sharedMailboxes(entries: readonly Entry[]): SharedMailbox[] {
  const named = entries.flatMap(({ at, channels }) =>
    channels.filter(({ kind }) => kind === 'email').map(({ value }) => ({ at, address: value.toLowerCase() })),
  );
  return [...Map.groupBy(named, ({ address }) => address)]
    .filter(([, all]) => all.length > 1)
    .map(([address, all]) => ({ address, of: all.map(({ at }) => at) }));
}
