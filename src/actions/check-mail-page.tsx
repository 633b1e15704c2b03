import { campaignAddresses } from '../campaigns/addresses.ts';
import { CampaignLine } from '../campaigns/campaign-line.tsx';
import { campaignOf } from '../campaigns/find-campaign.ts';
import { type RedirectAnswer, seeOther } from '../http/answer.ts';
import { chosen, type Fields, openForm, SPEAK, saysWrongAgain, typed } from '../http/fields.ts';
import type { ShownHandler, SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import type { Visible } from '../http/visible.ts';
import { leadingOn } from '../publications/needs-no-gate.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { EmailField } from '../site/components/field.tsx';
import { Carried, ErrorSummary, noProblems, type Problems } from '../site/components/form.tsx';
import { NetAddress } from '../site/components/net-address.tsx';
import { quietPage } from '../site/page.tsx';
import { supporterAddresses } from '../supporters/addresses.ts';
import { type Mailbox, maskedAddress, readableAddress, readMailbox } from '../text/mailbox.ts';
import { actionAddresses } from './addresses.ts';
import { correctAddress, type JustTaken, mailAgain, openJustTaken, sealJustTaken } from './just-taken.ts';

export const checkMailQuery: Fields = { to: chosen(1_000), done: chosen(20) };

/** What can be done about the mail: have it once more, or elsewhere. */
export const checkMailForm = openForm({
  [SPEAK]: chosen(20),
  to: chosen(1_000),
  step: chosen(20),
  email: typed('site.checkMail.email', 254),
});

/** After an action is taken: the page that says where the mail goes, legible to its writer alone. */
export function toCheckMail(
  { app, lang }: SiteRequest,
  slug: string,
  typed: string,
  { address }: Mailbox,
  action: string,
): Visible<RedirectAnswer> {
  const to = sealJustTaken(app, { address, action, otherwise: typed !== address });
  return leadingOn(seeOther(actionAddresses.checkMail(lang, slug, { to })));
}

/** After any action, first or repeated: the same words, which tell a stranger nothing. */
export const checkMailPage: ShownHandler = (request) =>
  checkMail(request, openJustTaken(request.app, request.query.get('to') ?? ''), noProblems);

/** Mails the link once more, or to the address that was meant; answered alike, whatever became of the action. */
export const mailElsewhere: ShownHandler = async (request) => {
  const { app, lang, form, params, view } = request;
  const taken = openJustTaken(app, form.get('to') ?? '');
  const back = (to?: JustTaken) =>
    leadingOn(
      seeOther(actionAddresses.checkMail(lang, params.slug ?? '', to && { to: sealJustTaken(app, to), done: 'again' })),
    );
  if (!taken) return back();
  const typed = (form.get('email') ?? '').trim();
  const mailbox = readMailbox(typed);
  const wrong = form.get('step') === 'correct' && !mailbox;
  if (wrong && (!form.has(SPEAK) || saysWrongAgain(form)))
    return checkMail(request, taken, new Map([['email', view.t('site.checkMail.wrong')]]));
  if (form.has(SPEAK)) return checkMail(request, taken, noProblems);
  if (form.get('step') === 'correct' && mailbox && mailbox.address !== taken.address)
    return back(await correctAddress(app, taken, mailbox, typed));
  await mailAgain(app, taken);
  return back(taken);
};

const checkMail = fromVisible(
  (request: SiteRequest, _taken: JustTaken | undefined, _problems: Problems) => campaignOf(request),
  (campaign, request, taken, problems) => {
    const { view, query, form } = request;
    const token = query.get('to') ?? form.get('to') ?? '';
    return quietPage(
      view,
      view.t('site.checkMail.title'),
      <>
        <ErrorSummary view={view} problems={problems} />
        {taken && query.has('done') && <p className="note">{view.t('site.checkMail.done')}</p>}
        {taken && <SentTo view={view} taken={taken} />}
        <p>{view.t(`site.checkMail.${onItsWay(view, taken)}`)}</p>
        {!view.mailStays && <p>{view.t('site.checkMail.wait')}</p>}
        {taken && <Elsewhere {...{ view, token, problems }} slug={campaign.slug} typed={form.get('email') ?? ''} />}
        <p>
          {view.rich('site.checkMail.none', {
            link: <a href={supporterAddresses.myData(view.lang)}>{view.t('site.checkMail.ask')}</a>,
          })}
        </p>
        <p className="row">
          <a className="go o" href={campaignAddresses.share(view.lang, campaign.slug)}>
            {view.t('campaigns.share')}
          </a>
        </p>
      </>,
      {
        status: problems.size > 0 ? 422 : 200,
        controller: campaign.controller,
        form: taken && { id: 'correct' },
        over: <CampaignLine view={view} campaign={campaign} />,
      },
    );
  },
);

function SentTo({ view, taken: { address, otherwise } }: { view: View; taken: JustTaken }) {
  const to = <NetAddress>{maskedAddress(address)}</NetAddress>;
  return (
    <>
      <p className="lead">{view.rich('site.checkMail.sent', { address: to })}</p>
      {otherwise && <Understood view={view} address={address} />}
    </>
  );
}

/** To put the address right, or to have the mail once more. */
function Elsewhere(props: { view: View; slug: string; token: string; typed: string; problems: Problems }) {
  const { view, slug, token, typed, problems } = props;
  const action = actionAddresses.checkMail(view.lang, slug);
  return (
    <>
      <details open={typed !== '' || problems.size > 0}>
        <summary>{view.t('site.checkMail.correct')}</summary>
        <form id="correct" method="post" action={action} noValidate>
          <Carried
            values={[
              ['to', token],
              ['step', 'correct'],
            ]}
          />
          <EmailField
            name="email"
            label={view.t('site.checkMail.email')}
            error={problems.get('email')}
            defaultValue={typed}
          />
          <button className="go" type="submit">
            {view.t('site.checkMail.correctIt')}
          </button>
        </form>
      </details>
      <form method="post" action={action}>
        <Carried values={[['to', token]]} />
        <button className="quiet" type="submit">
          {view.t('site.checkMail.again')}
        </button>
      </form>
    </>
  );
}

function onItsWay({ operator, mailStays }: View, taken: JustTaken | undefined) {
  if (!operator) return 'demonstration';
  if (mailStays) return 'stays';
  return taken ? 'open' : 'text';
}

/** Where a mail goes, as the address was understood. */
export function Understood({ view, address }: { view: View; address: string }) {
  return (
    <p>{view.rich('site.checkMail.understood', { address: <NetAddress>{readableAddress(address)}</NetAddress> })}</p>
  );
}
