import { Fragment, type ReactNode } from 'react';

/** What is said of one thing, each on a line of its own; what is nothing has none. */
export function Rows({ of }: { of: readonly ReactNode[] }) {
  return of
    .filter((one) => one !== undefined && one !== null && one !== false && one !== '')
    .map((one, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places
      <Fragment key={at}>
        {at > 0 && <br />}
        {one}
      </Fragment>
    ));
}
