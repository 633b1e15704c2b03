import { Fragment, type ReactNode } from 'react';

/** What other rooms show on a page. */
export function PanelParts({ parts }: { parts: readonly ReactNode[] }) {
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rooms stand in one order
    <Fragment key={at}>{part}</Fragment>
  ));
}
