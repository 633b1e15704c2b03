import { type ComponentChildren, Fragment } from 'preact';

/** What other rooms show on a page. */
export function PanelParts({ parts }: { parts: readonly ComponentChildren[] }) {
  return parts.map((part, at) => <Fragment key={at}>{part}</Fragment>);
}
