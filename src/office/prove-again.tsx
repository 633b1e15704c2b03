import { officeAddresses } from './addresses.ts';
import type { StaffRequest } from './office-route.ts';

/** Over a form that keeps what was typed: a factor is shown in another window, and the form is sent again. */
export function ProveAgain({ request: { view, lang } }: { request: StaffRequest }) {
  return (
    <div className="sum" role="alert">
      <p>
        {view.t('office.prove.again')}{' '}
        <a href={officeAddresses.prove(lang)} target="_blank" rel="noreferrer">
          {view.t('office.prove.again.link')}
        </a>
      </p>
    </div>
  );
}
