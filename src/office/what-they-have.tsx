import type { Factors } from '../accounts/factors.ts';
import type { PasskeyRow } from '../accounts/passkeys.ts';
import type { View } from '../http/view.ts';
import { whenUsed } from './passkey-page.tsx';

/** What somebody signs in with, for those who may change their account. */
export function WhatTheyHave({
  view,
  factors,
  passkeys,
}: {
  readonly view: View;
  readonly factors: Factors;
  readonly passkeys: readonly PasskeyRow[];
}) {
  if (!factors.app && passkeys.length === 0) return <p>{view.t('office.person.nothing')}</p>;
  return (
    <ul className="list">
      {passkeys.map((one) => (
        <li key={one.id}>
          <bdi>{one.name}</bdi>
          <div className="q s">{whenUsed(view, one)}</div>
        </li>
      ))}
      {factors.app && <li>{view.t('office.person.app')}</li>}
      <li>{view.t('office.person.codes', { count: factors.codes })}</li>
    </ul>
  );
}
