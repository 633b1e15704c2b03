import { isFresh } from '../accounts/sessions.ts';
import { type Answer, seeOther } from '../http/answer.ts';
import { chosen, type Fields, typed, written } from '../http/fields.ts';
import type { StaffRequest } from '../office/office-route.ts';
import { OfficeForm } from '../office/parts.tsx';
import { ProveAgain } from '../office/prove-again.tsx';
import { screen } from '../office/screen.tsx';
import { behindHome } from '../office/way-back.ts';
import { Choice, Choices, TextArea } from '../site/components/field.tsx';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { readMailbox } from '../text/mailbox.ts';
import { isLongerThan, paragraphs } from '../text/text-cleaning.ts';
import { peopleAddresses } from './addresses.ts';
import { proofs } from './erasure-queries.ts';
import { requestErasure } from './erasures.ts';
import { TheirAddress } from './their-address.tsx';

const MOST_REASON = 1_000;

export const requestFields: Fields = {
  email: typed('supporters.people.email', 254),
  proof: chosen(20),
  reason: written('supporters.erasures.reason', MOST_REASON),
};

export async function requestPage(request: StaffRequest): Promise<Answer> {
  return shown(request, noProblems);
}

/** Asks another of the staff to confirm it. */
export async function requestOne(request: StaffRequest): Promise<Answer> {
  const { app, form, session, view, lang } = request;
  const mailbox = readMailbox(form.get('email') ?? '');
  const proof = proofs.find((one) => one === form.get('proof'));
  const reason = paragraphs(form.get('reason') ?? '');
  const wrongReason = !reason || isLongerThan(reason, MOST_REASON);
  const problems = new Map([
    ...(mailbox ? [] : [['email', view.t('supporters.data.email.wrong')] as const]),
    ...(proof ? [] : [['proof', view.t('supporters.erasures.proof.wrong')] as const]),
    ...(wrongReason ? [['reason', view.t('supporters.erasures.reason.wrong', { most: MOST_REASON })] as const] : []),
  ]);
  if (!mailbox || !proof || problems.size > 0 || !isFresh(session)) return shown(request, problems);
  const outcome = await requestErasure(app, { mailbox, proof, reason }, session.actor_id);
  if (typeof outcome !== 'string') return seeOther(peopleAddresses.erasure(lang, outcome.id));
  const often = outcome === 'often';
  return shown(request, new Map([['email', view.t(`supporters.erasures.${outcome}`)]]), often ? 429 : 409);
}

function shown(request: StaffRequest, problems: Problems, status = 422): Answer {
  const { view, lang, token, form, session } = request;
  const stale = form.size > 0 && !isFresh(session);
  return screen(
    { ...request, path: behindHome(lang, peopleAddresses.request(lang)) },
    view.t('supporters.erasures.request'),
    <>
      <p className="lead">{view.t('supporters.erasures.request.lead')}</p>
      {stale && <ProveAgain request={request} />}
      <OfficeForm
        view={view}
        token={token}
        action={peopleAddresses.request(lang)}
        button={view.t('supporters.erasures.request.button')}
        problems={problems}
      >
        <TheirAddress view={view} form={form} hint={view.t('supporters.erasures.email.hint')} problems={problems} />
        <Choices name="proof" label={view.t('supporters.erasures.proof')} error={problems.get('proof')}>
          {proofs.map((proof) => (
            <Choice
              key={proof}
              type="radio"
              name="proof"
              value={proof}
              defaultChecked={form.get('proof') === proof}
              label={view.t(`supporters.proof.${proof}`)}
            />
          ))}
        </Choices>
        <TextArea
          name="reason"
          label={view.t('supporters.erasures.reason')}
          hint={view.t('supporters.erasures.reason.hint')}
          error={problems.get('reason')}
          defaultValue={form.get('reason') ?? ''}
          rows={4}
          dir="auto"
        />
      </OfficeForm>
      <p>
        <a href={peopleAddresses.erasures(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status: problems.size > 0 ? status : stale ? 403 : 200 },
  );
}
