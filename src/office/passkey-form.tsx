import type { ComponentChildren } from 'preact';
import { type RelyingParty, relyingParty } from '../accounts/relying-party.ts';
import type { OfficeRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';

/** For whom passkeys work here; undefined where the office was opened at another address than that of `PUBLIC_URL`. */
export function partyHere({ app, place }: Pick<OfficeRequest, 'app' | 'place'>): RelyingParty | undefined {
  const party = relyingParty(app.settings);
  return party?.origin === place.origin ? party : undefined;
}

/** A form that a passkey fills (`elements/passkey-form.ts`); nobody sees it whose browser has no script or no passkeys. */
export function PasskeyForm({
  request,
  way,
  ask,
  action,
  button,
  children,
  after,
}: {
  readonly request: OfficeRequest;
  readonly way: 'make' | 'sign';
  /** Where it is said what is to be signed or made. */
  readonly ask: string;
  readonly action: string;
  readonly button: string;
  readonly children?: ComponentChildren;
  /** What leads from it to what follows. */
  readonly after?: ComponentChildren;
}) {
  const { view, token } = request;
  if (!partyHere(request)) return null;
  return (
    <passkey-form
      data-way={way}
      data-ask={ask}
      data-failed={view.t('office.passkey.failed')}
      data-known={view.t('office.passkey.known')}
      hidden
    >
      <OfficeForm view={view} token={token} action={action} button={button}>
        <input type="hidden" name="answer" value="" />
        {children}
        <p className="err" role="alert" />
      </OfficeForm>
      {after}
    </passkey-form>
  );
}
