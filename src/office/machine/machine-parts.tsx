import type { ComponentChildren } from 'preact';
import type { App } from '../../http/app.ts';
import type { View } from '../../http/view.ts';
import { within } from '../within.ts';

/** Milliseconds for each part, all at once. */
const READ_WITHIN = 3_000;

/** @returns undefined where it could not be read in time */
export async function read<Value>(app: App, part: string, reading: Promise<Value>): Promise<Value | undefined> {
  const found = await within(READ_WITHIN, reading);
  if ('value' in found) return found.value;
  app.log.warn({ part, error: found.error }, 'a part of the machine’s screen could not be read');
  return undefined;
}

export function Unread({ view }: { view: View }) {
  return <span className="q">{view.t('office.machine.unread')}</span>;
}

/** What is written for programs, from left to right in every language. */
export function Code({ children }: { children: ComponentChildren }) {
  return (
    <bdi dir="ltr">
      <code className="whole">{children}</code>
    </bdi>
  );
}

/** What only whoever is at the machine can do. */
export function ByCommand({ view, command }: { view: View; command: string }) {
  return (
    <p className="s">
      {view.t('office.waits.command')} <Code>{command}</Code>
    </p>
  );
}
