import { Fragment } from 'preact';
import type { View } from '../http/view.ts';

/** What is told of somebody, each on a line of its own. */
export function Lines({ of }: { of: readonly string[] }) {
  return of.map((line) => (
    <span key={line} className="held">
      <bdi>{line}</bdi>
    </span>
  ));
}

/** The same in a list that has to be short: on one line while there is room. */
export function InOneLine({ view, of }: { view: View; of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <span className="held">
      {of.map((one, at) => (
        <Fragment key={one}>
          {at > 0 && view.t('site.comma')}
          <bdi>{one}</bdi>
        </Fragment>
      ))}
    </span>
  );
}
