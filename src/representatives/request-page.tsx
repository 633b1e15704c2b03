import { isId } from '../database/is-id.ts';
import { type Answer, NotFoundError, seeOther } from '../http/answer.ts';
import { itemHistory } from '../office/item-history.tsx';
import { SeveralLinks } from '../office/list/several.tsx';
import type { StaffRequest } from '../office/office-route.ts';
import { Detail, OfficeForm } from '../office/parts.tsx';
import { screen } from '../office/screen.tsx';
import { behindHome } from '../office/way-back.ts';
import { NetAddress } from '../site/components/net-address.tsx';
import { readableAddress } from '../text/mailbox.ts';
import { acceptRequest } from './addressee-requests.ts';
import { reachAddresses } from './addresses.ts';
import { requestList } from './office-requests.tsx';
import { reachedAt } from './reached.tsx';
import { type StaffRequestRow, selectForStaff } from './request-queries.ts';

/** One request: what is asked, of whom, and what would change by it. */
export async function requestPage(request: StaffRequest): Promise<Answer> {
  return shown(request, await found(request));
}

/** Says yes: a corrected address is taken over. */
export async function settleRequest(request: StaffRequest): Promise<Answer> {
  const { app, session, view, lang } = request;
  const { id } = await found(request);
  const outcome = await acceptRequest(app.database, id, session.actor_id);
  if (outcome === 'done') return seeOther(reachAddresses.request(lang, id));
  const status = outcome === 'quicker' ? 409 : 422;
  return shown(request, await found(request), { words: view.t(`representatives.requests.${outcome}`), status });
}

/** @throws NotFoundError */
async function found({ app, params }: StaffRequest): Promise<StaffRequestRow> {
  const id = params.id ?? '';
  const row = isId(id) ? await selectForStaff(app.database, id) : undefined;
  if (!row) throw new NotFoundError('a request');
  return row;
}

interface Notice {
  readonly words: string;
  readonly status: number;
}

async function shown(request: StaffRequest, row: StaffRequestRow, notice?: Notice): Promise<Answer> {
  const { view, lang } = request;
  const { kind, detail } = row;
  return screen(
    { ...request, path: behindHome(lang, reachAddresses.request(lang, row.id)) },
    view.t(`representatives.asks.${kind}`),
    <>
      {notice && (
        <div className="sum" role="alert">
          <p>{notice.words}</p>
        </div>
      )}
      {row.state !== 'asked' && (
        <p role="status" className="note">
          {view.t(`representatives.requests.is.${row.state}`)}
        </p>
      )}
      <dl className="details">
        <Detail label={view.t('representatives.requests.since')}>{view.moment(row.asked_at)}</Detail>
        <Detail label={view.t('representatives.requests.now')}>
          <NetAddress>{readableAddress(row.value)}</NetAddress>
        </Detail>
        {kind === 'correct-address' && detail && (
          <Detail label={view.t('representatives.requests.new')}>
            <b>
              <NetAddress>{readableAddress(detail)}</NetAddress>
            </b>
          </Detail>
        )}
        {kind === 'report-forgery' && (
          <Detail label={view.t('representatives.requests.words')}>
            {detail ? <q dir="auto">{detail}</q> : view.t('representatives.requests.noWords')}
          </Detail>
        )}
      </dl>
      {row.state === 'asked' && <Decisions request={request} row={row} />}
      {await reachedAt(request, { mailbox: row.mailbox })}
      {await itemHistory(request, ['addressee-request', row.id])}
      <p>
        <a href={reachAddresses.requests(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status: notice?.status ?? 200 },
  );
}

/** Says what follows from each before it is done. */
function Decisions({ request, row }: { request: StaffRequest; row: StaffRequestRow }) {
  const { view, lang, token } = request;
  const { id, kind } = row;
  const example = row.example && kind === 'correct-address';
  const elsewhere = kind === 'correct-address' && domainOf(row.value) !== domainOf(row.detail ?? '');
  return (
    <>
      {elsewhere && (
        <p className="note">
          {view.rich('representatives.requests.elsewhere', {
            domain: <NetAddress>{domainOf(readableAddress(row.detail ?? '').split(' ')[0] ?? '')}</NetAddress>,
          })}
        </p>
      )}
      <p>{view.t(example ? 'representatives.requests.example' : `representatives.requests.settle.${kind}.text`)}</p>
      {!example && (
        <OfficeForm
          view={view}
          token={token}
          action={reachAddresses.settleRequest(lang, id)}
          button={view.t(`representatives.requests.settle.${kind}`)}
        />
      )}
      <SeveralLinks list={requestList} deeds={requestList.several?.deeds ?? []} request={request} id={id} />
    </>
  );
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
