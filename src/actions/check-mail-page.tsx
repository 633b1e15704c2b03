import { campaignAddresses } from '../campaigns/addresses.ts';
import { CampaignLine } from '../campaigns/campaign-line.tsx';
import { campaignOf } from '../campaigns/find-campaign.ts';
import { type Answer, seeOther } from '../http/answer.ts';
import { chosen, type Fields } from '../http/fields.ts';
import type { Handler, SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { openUnderstood, sealUnderstood } from '../sealing/understood.ts';
import { quietPage } from '../site/page.tsx';
import { supporterAddresses } from '../supporters/addresses.ts';
import { type Mailbox, readableAddress } from '../text/mailbox.ts';
import { actionAddresses } from './addresses.ts';

export const checkMailQuery: Fields = { to: chosen(1_000) };

/** After an act is taken. An address that is understood otherwise than it was typed is shown as it was understood. */
export function toCheckMail({ app, lang }: SiteRequest, slug: string, typed: string, { address }: Mailbox): Answer {
  const to = typed === address ? undefined : sealUnderstood(app.keys, address);
  return seeOther(actionAddresses.checkMail(lang, slug, { to }));
}

/** After any act, first or repeated: the same words, which tell a stranger nothing. */
export const checkMailPage: Handler = async (request) => {
  const { app, view, query } = request;
  const campaign = await campaignOf(request);
  const address = openUnderstood(app.keys, query.get('to') ?? '');
  return quietPage(
    view,
    view.t('site.checkMail.title'),
    <>
      <CampaignLine view={view} campaign={campaign} />
      <p className="lead">{view.t(view.operator ? 'site.checkMail.text' : 'site.checkMail.demonstration')}</p>
      {address && <Understood view={view} address={address} />}
      <p>{view.t('site.checkMail.wait')}</p>
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
    { controller: campaign.controller },
  );
};

/** Where a mail goes, as the address was understood. */
export function Understood({ view, address }: { view: View; address: string }) {
  return <p>{view.rich('site.checkMail.understood', { address: <bdi dir="ltr">{readableAddress(address)}</bdi> })}</p>;
}
