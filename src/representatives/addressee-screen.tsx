import { mayEver } from '../accounts/roles.ts';
import { isId } from '../database/is-id.ts';
import { NotFoundError } from '../http/answer.ts';
import type { View } from '../http/view.ts';
import { itemHistory } from '../office/item-history.tsx';
import type { StaffRequest } from '../office/office-route.ts';
import { Detail } from '../office/parts.tsx';
import { screen } from '../office/screen.tsx';
import { listedName } from '../states/state-names.ts';
import { stateOf } from '../states/states.ts';
import {
  type KnownAddressee,
  type Period,
  selectChannelHealth,
  selectKnownAddressee,
  selectPeriods,
} from './addressee-screen-queries.ts';
import { reachAddresses } from './addresses.ts';
import { Channels } from './channel-lines.tsx';
import { displayName, officeTitle } from './naming.ts';
import { timeOf } from './office-addressees.tsx';

/** One of those who can be written to: who, since when, how they are reached and how well that works, and where it is known from. */
export async function addresseeScreen(request: StaffRequest) {
  const { app, view, lang, session } = request;
  const one = await addresseeOf(request);
  const [state, periods, channels] = await Promise.all([
    stateOf(app.database, one.state),
    selectPeriods(app.database, one.id),
    selectChannelHealth(app.database, one.id),
  ]);
  return screen(
    request,
    displayName(lang, one),
    <>
      <dl className="details">
        <Detail label={view.t('representatives.list.state')}>{state ? listedName(lang, state) : one.state}</Detail>
        <Detail label={view.t('representatives.list.office')}>
          {one.office ? officeTitle(lang, one.office) : view.t('representatives.list.person')}
        </Detail>
        <Detail label={view.t('representatives.list.standing')}>
          {timeOf(one, view) ?? view.t('representatives.standing.in-office')}
        </Detail>
        {one.languages.length > 0 && (
          <Detail label={view.t('representatives.one.languages')}>
            <bdi dir="ltr">{one.languages.join(', ')}</bdi>
          </Detail>
        )}
      </dl>
      {mayEver(session.role, 'representatives.change') && (
        <p className="row">
          <a className="go o" href={reachAddresses.editAddressee(lang, one.id)}>
            {view.t('representatives.edit')}
          </a>
        </p>
      )}
      <h2>{view.t('representatives.one.channels')}</h2>
      <Channels view={view} channels={channels} role={session.role} />
      {one.office === null && <Periods view={view} periods={periods} />}
      <Origin view={view} one={one} />
      {await itemHistory(request, ['representative', one.id])}
      <p>
        <a href={reachAddresses.addressees(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
  );
}

/** Who is at an address of the office. @throws NotFoundError */
export async function addresseeOf({ app, params }: StaffRequest): Promise<KnownAddressee> {
  const id = params.id ?? '';
  const one = isId(id) ? await selectKnownAddressee(app.database, id) : undefined;
  if (!one) throw new NotFoundError('an addressee');
  return one;
}

function Periods({ view, periods }: { view: View; periods: readonly Period[] }) {
  return (
    <>
      <h2>{view.t('representatives.one.periods')}</h2>
      <ul className="list">
        {periods.map(({ id, role, body, area, party, started_on, ended_on }) => (
          <li key={id}>
            {[role, body, area, party].map(
              (words) =>
                words && (
                  <span className="held" key={words}>
                    <bdi>{words}</bdi>
                  </span>
                ),
            )}
            <small>
              {view.t('representatives.one.period', {
                from: started_on ? view.partialDay(started_on) : '…',
                to: ended_on ? view.partialDay(ended_on) : '…',
              })}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where it is known from, for which day, and what keeps it true. */
function Origin({ view, one }: { view: View; one: KnownAddressee }) {
  return (
    <>
      <h2>{view.t('representatives.one.origin')}</h2>
      <dl className="details">
        <Detail label={view.t('representatives.one.source')}>
          {one.source ? <bdi>{one.source}</bdi> : view.t('representatives.one.unknown')}
        </Detail>
        <Detail label={view.t('representatives.one.asOf')}>
          {one.as_of ? view.day(one.as_of) : view.t('representatives.one.unknown')}
        </Detail>
        <Detail label={view.t('representatives.one.from')}>
          <bdi>{one.source_key}</bdi>
        </Detail>
        <Detail label={view.t('representatives.one.id')}>
          <bdi dir="ltr">{one.external_id}</bdi>
        </Detail>
        <Detail label={view.t('representatives.list.changed')}>{view.moment(one.updated_at)}</Detail>
      </dl>
    </>
  );
}
