import { isFresh } from '../accounts/sessions.ts';
import { isId } from '../database/is-id.ts';
import { type Answer, NotFoundError, seeOther } from '../http/answer.ts';
import { type Fields, typed } from '../http/fields.ts';
import { itemHistory } from '../office/item-history.tsx';
import type { StaffRequest } from '../office/office-route.ts';
import { Detail, OfficeForm } from '../office/parts.tsx';
import { ProveAgain } from '../office/prove-again.tsx';
import { screen } from '../office/screen.tsx';
import { behindHome } from '../office/way-back.ts';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { readMailbox } from '../text/mailbox.ts';
import { peopleAddresses } from './addresses.ts';
import { type ErasureRow, selectErasure } from './erasure-queries.ts';
import { confirmErasure, refuseErasure } from './erasures.ts';
import { TheirAddress } from './their-address.tsx';

export const confirmFields: Fields = { email: typed('supporters.people.email', 254) };

/** What is to be erased and why; whoever did not ask for it confirms it by the address, and anybody who may says no. */
export async function erasurePage(request: StaffRequest): Promise<Answer> {
  return shown(request, await found(request), {});
}

export async function confirmOne(request: StaffRequest): Promise<Answer> {
  const { app, form, session, view, lang } = request;
  const erasure = await found(request);
  const mailbox = readMailbox(form.get('email') ?? '');
  const wrong = (words: string, status = 422) =>
    shown(request, erasure, { problems: new Map([['email', words]]), status });
  if (!mailbox) return wrong(view.t('supporters.data.email.wrong'));
  if (!isFresh(session)) return shown(request, erasure, { status: 403 });
  const outcome = await confirmErasure(app, erasure.id, mailbox, session.actor_id);
  if (outcome === 'done') return seeOther(peopleAddresses.erasure(lang, erasure.id));
  if (outcome === 'other' || outcome === 'often')
    return wrong(view.t(`supporters.erasure.${outcome}`), outcome === 'often' ? 429 : 422);
  return shown(request, await found(request), { notice: view.t(`supporters.erasure.${outcome}`), status: 409 });
}

export async function refuseOne(request: StaffRequest): Promise<Answer> {
  const { app, session, view, lang } = request;
  const { id } = await found(request);
  if (await refuseErasure(app, id, session.actor_id)) return seeOther(peopleAddresses.erasure(lang, id));
  return shown(request, await found(request), { notice: view.t('supporters.erasure.quicker'), status: 409 });
}

/** @throws NotFoundError */
async function found({ app, params }: StaffRequest): Promise<ErasureRow> {
  const id = params.id ?? '';
  const erasure = isId(id) ? await selectErasure(app.database, id) : undefined;
  if (!erasure) throw new NotFoundError('an erasure');
  return erasure;
}

interface How {
  readonly problems?: Problems;
  readonly notice?: string;
  readonly status?: number;
}

async function shown(request: StaffRequest, erasure: ErasureRow, how: How): Promise<Answer> {
  const { view, lang } = request;
  const { problems = noProblems, notice, status = 200 } = how;
  const { id, who, state, decided_at, decider } = erasure;
  return screen(
    { ...request, path: behindHome(lang, peopleAddresses.erasure(lang, id)) },
    view.t('supporters.erasure'),
    <>
      {notice && (
        <div className="sum" role="alert">
          <p>{notice}</p>
        </div>
      )}
      {status === 403 && <ProveAgain request={request} />}
      {state !== 'waiting' && (
        <p role="status" className="note">
          {view.t(`supporters.erasure.${state}.text`)}
        </p>
      )}
      <dl className="details">
        <Detail label={view.t('supporters.erasures.who')}>
          <bdi>{who}</bdi>, {view.moment(erasure.requested_at)}
        </Detail>
        <Detail label={view.t('supporters.erasures.proof')}>{view.t(`supporters.proof.${erasure.proof}`)}</Detail>
        {erasure.reason && (
          <Detail label={view.t('supporters.erasures.reason')}>
            <bdi>{erasure.reason}</bdi>
          </Detail>
        )}
        <Detail label={view.t('supporters.erasures.state')}>{view.t(`supporters.erasure.is.${state}`)}</Detail>
        {decided_at && (
          <Detail label={view.t('supporters.erasure.decider')}>
            <bdi>{decider}</bdi>, {view.moment(decided_at)}
          </Detail>
        )}
      </dl>
      {state === 'waiting' && <Decisions request={request} erasure={erasure} problems={problems} />}
      {await itemHistory(request, ['erasure', id])}
      <p>
        <a href={peopleAddresses.erasures(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status },
  );
}

interface DecisionsProps {
  readonly request: StaffRequest;
  readonly erasure: ErasureRow;
  readonly problems: Problems;
}

function Decisions({ request, erasure, problems }: DecisionsProps) {
  const { view, lang, token, form, session } = request;
  const own = erasure.requested_by === session.actor_id;
  return (
    <>
      <h2>{view.t('supporters.erasure.confirm')}</h2>
      {own ? (
        <p>{view.t('supporters.erasure.own')}</p>
      ) : (
        <>
          <p>{view.t('supporters.erasure.confirm.text')}</p>
          <OfficeForm
            view={view}
            token={token}
            action={peopleAddresses.confirm(lang, erasure.id)}
            button={view.t('supporters.erasure.confirm.button')}
            problems={problems}
            destroys
          >
            <TheirAddress
              view={view}
              form={form}
              hint={view.t('supporters.erasure.confirm.hint')}
              problems={problems}
            />
          </OfficeForm>
        </>
      )}
      <OfficeForm
        view={view}
        token={token}
        action={peopleAddresses.refuse(lang, erasure.id)}
        button={view.t(own ? 'supporters.erasure.take-back' : 'supporters.erasure.refuse')}
        outlined
      />
    </>
  );
}
