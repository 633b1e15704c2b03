import type { PageAnswer } from '../http/answer.ts';
import { openForm, typed } from '../http/fields.ts';
import type { Handler, SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { CopyButton } from '../site/components/copy-button.tsx';
import { Field } from '../site/components/field.tsx';
import { page } from '../site/page.tsx';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';
import { CampaignLine, titleIn } from './campaign-line.tsx';
import { campaignOf } from './find-campaign.ts';
import { lastDayOf } from './last-day.ts';
import { mastodonAddress, networks, type Shared, shareAddress } from './share-links.ts';
import { isClosed } from './shown-campaigns.ts';

export const mastodonForm = openForm({ server: typed('campaigns.share.server', 255) });

interface Tried {
  readonly server?: string;
  readonly problem?: string;
  readonly address?: string;
}

/** Ready messages for every network; plain links, which load nothing before they are followed. */
export const sharePage: Handler = async (request) => {
  const campaign = await campaignOf(request);
  return shareAnswer(request, campaign, {});
};

/** Sends to the visitor's own Mastodon server; the name of the server is not kept. */
export const shareOnMastodon: Handler = async (request) => {
  const campaign = await campaignOf(request);
  const server = request.form.get('server') ?? '';
  const address = mastodonAddress(server, sharedOf(request.view, campaign));
  if (!address)
    return {
      ...shareAnswer(request, campaign, { server, problem: request.view.t('campaigns.share.noServer') }),
      status: 422,
    };
  // A link rather than a redirect: our own policy lets no form lead to another site.
  return shareAnswer(request, campaign, { server, address });
};

function sharedOf(
  view: View,
  campaign: Campaign,
  text = campaign.text.messages[0]?.text ?? campaign.text.name,
): Shared {
  return {
    text: `${text} ${campaign.hashtags[1] ?? ''}`.trim(),
    url: `${view.publicUrl}${campaignAddresses.campaign(view.lang, campaign.slug)}`,
  };
}

function shareAnswer({ view }: SiteRequest, campaign: Campaign, tried: Tried): PageAnswer {
  return page(
    {
      view,
      title: titleIn(view.t('campaigns.share.title'), campaign),
      description: campaign.text.summary,
      langs: campaign.langs,
      card: campaignAddresses.card(view.lang, campaign.slug),
      children: (
        <div className="read">
          <CampaignLine view={view} campaign={campaign} />
          <h1>{view.t('campaigns.share.title')}</h1>
          {isClosed(campaign) && (
            <p className="note">{view.t('campaigns.closed', { day: lastDayOf(view, campaign) })}</p>
          )}
          <p className="lead">{view.t('campaigns.share.lead')}</p>
          <Address view={view} shared={sharedOf(view, campaign)} />
          {campaign.text.messages.map((message) => (
            <Message
              key={message.id}
              view={view}
              id={message.id}
              text={message.text}
              shared={sharedOf(view, campaign, message.text)}
            />
          ))}
          <Mastodon view={view} slug={campaign.slug} tried={tried} />
        </div>
      ),
    },
    tried.server === undefined ? { tags: ['campaigns'] } : {},
  );
}

function Address({ view, shared }: { view: View; shared: Shared }) {
  return (
    <>
      <p className="paper" id="address" dir="ltr">
        {shared.url}
      </p>
      <div className="row">
        <CopyButton view={view} of="address" />
        <share-sheet data-text={shared.text} data-url={shared.url} hidden>
          <button type="button" className="go">
            {view.t('campaigns.share.sheet')}
          </button>
        </share-sheet>
      </div>
    </>
  );
}

function Message({ view, id, text, shared }: { view: View; id: string; text: string; shared: Shared }) {
  return (
    <section className="share">
      <h2>
        <q id={`share-${id}`}>{text}</q>
      </h2>
      <ul className="langs">
        {networks.map((network) => (
          <li key={network}>
            <a href={shareAddress(network, shared)} rel="noreferrer">
              {view.t(`campaigns.network.${network}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mastodon({ view, slug, tried }: { view: View; slug: string; tried: Tried }) {
  return (
    <form method="post" action={campaignAddresses.share(view.lang, slug)}>
      <h2>Mastodon</h2>
      <Field
        name="server"
        label={view.t('campaigns.share.server')}
        hint={view.t('campaigns.share.serverHint')}
        error={tried.problem}
        defaultValue={tried.server}
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
      />
      <button className="go o" type="submit">
        {view.t('campaigns.share.mastodon')}
      </button>
      {tried.address && (
        <p role="status">
          <a href={tried.address} rel="noreferrer">
            {view.t('campaigns.share.onward', { server: new URL(tried.address).host })}
          </a>
        </p>
      )}
    </form>
  );
}
