import type { View } from '../http/view.ts';
import { Carried } from '../site/components/form.tsx';
import { officeAddresses } from './addresses.ts';
import { TOKEN } from './form-token.ts';
import type { OfficeRequest } from './office-route.ts';

/** Stands in every form of the office. */
export function Token({ token }: Pick<OfficeRequest, 'token'>) {
  return <Carried values={[[TOKEN, token]]} />;
}

export function SignOut({ view, token }: { view: View; token: string }) {
  return (
    <form method="post" action={officeAddresses.signOut(view.lang)}>
      <Token token={token} />
      <button className="quiet" type="submit">
        {view.t('office.signOut')}
      </button>
    </form>
  );
}
