import { accountOfActor } from '../accounts/accounts.ts';
import { factorsOf } from '../accounts/factors.ts';
import { unsentTimes } from '../accounts/unsent-forms.ts';
import type { View } from '../http/view.ts';
import { officeAddresses } from './addresses.ts';
import { LookOverFirst } from './looked-over.tsx';
import type { StaffRequest } from './office-route.ts';
import { screen } from './screen.tsx';
import { UnsentFirst } from './unsent-note.tsx';
import { type Found, waitsFor } from './waits.ts';
import { labelOf, numberOf, whenOf } from './waits-words.ts';

/** The first page: what waits for whoever opens it. */
export async function homePage(request: StaffRequest) {
  const { view, lang, session, app } = request;
  const { codes } = await factorsOf(app.database, session.actor_id);
  const account = await accountOfActor(app.database, session.actor_id);
  const found = await waitsFor(app, { role: session.role, languages: account?.languages ?? [] });
  return screen(
    request,
    view.t('office.home'),
    <>
      <UnsentFirst request={request} unsent={await unsentTimes(app.database, session.actor_id)} />
      <LookOverFirst request={request} account={account} />
      <p className="q">
        {view.t('office.home.who', {
          name: `\u2068${session.name}\u2069`,
          role: view.t(`office.role.${session.role}`),
        })}
      </p>
      {codes < 3 && (
        <p className="note">
          <a href={officeAddresses.account(lang)}>{view.t('office.home.fewCodes', { count: codes })}</a>
        </p>
      )}
      {found.length === 0 ? (
        <p className="lead">{view.t('office.waits.nothing')}</p>
      ) : (
        <ul className="waits">
          {found.map((one) => (
            <li key={one.waits.name} className={one.waits.urgent ? 'urgent' : undefined}>
              <One view={view} found={one} />
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

/** How many, of what, since when, and the way to it. */
function One({ view, found: { waits, waiting } }: { view: View; found: Found }) {
  const label = labelOf(view, { waits, waiting });
  const { way } = waits;
  return (
    <>
      <b className="num">{numberOf(view, waiting)}</b>
      <div>
        <p>{'link' in way ? <a href={way.link(view.lang)}>{label}</a> : <b>{label}</b>}</p>
        <p className="q s">{whenOf(view, waiting)}</p>
        {'command' in way && (
          <p className="s">
            {view.t('office.waits.command')}{' '}
            <bdi dir="ltr">
              <code className="whole">{way.command}</code>
            </bdi>
          </p>
        )}
      </div>
    </>
  );
}
