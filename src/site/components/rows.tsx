import { type ComponentChildren, Fragment } from 'preact';

/** What is said of one thing, each on a line of its own; what is nothing has none. */
export function Rows({ of }: { of: readonly ComponentChildren[] }) {
  return of
    .filter((one) => one !== undefined && one !== null && one !== false && one !== '')
    .map((one, at) => (
      <Fragment key={at}>
        {at > 0 && <br />}
        {one}
      </Fragment>
    ));
}
