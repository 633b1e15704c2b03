import type { PageAnswer } from '../http/answer.ts';
import { chosen, type Fields, openForm, SPEAK, saysWrongAgain, typed } from '../http/fields.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { fromVisible } from '../publications/visible-to.ts';
import { CopyButton } from '../site/components/copy-button.tsx';
import { Field } from '../site/components/field.tsx';
import { ErrorSummary, noProblems } from '../site/components/form.tsx';
import { page } from '../site/page.tsx';
import { campaignAddresses } from './addresses.ts';
import type { Campaign } from './campaign.ts';
import { CampaignLine, titleIn } from './campaign-line.tsx';
import { campaignOf } from './find-campaign.ts';
import { lastDayOf } from './last-day.ts';
import { mastodonAddress, networks, type Shared, shareAddress } from './share-links.ts';
import { isClosed } from './shown-campaigns.ts';

/** Which of the campaign's messages: by its id. */
const say = chosen(60);
export const shareQuery: Fields = { say };
export const mastodonForm = openForm({ server: typed('campaigns.share.server', 255), say, [SPEAK]: chosen(20) });

interface Tried {
  readonly server?: string;
  readonly problem?: string;
  readonly address?: string;
}

/** One message, chosen among the campaign's, and the ways to share it; plain links, which load nothing before they are followed. */
export const sharePage = fromVisible(
  (request: SiteRequest) => campaignOf(request),
  (campaign, request) => shareAnswer(request, campaign, messageOf(campaign, request.query), {}),
);

/** Sends to the visitor's own Mastodon server; the name of the server is not kept. */
export const shareOnMastodon = fromVisible(
  (request: SiteRequest) => campaignOf(request),
  (campaign, request) => {
    const message = messageOf(campaign, request.form);
    const server = request.form.get('server') ?? '';
    const address = mastodonAddress(server, sharedOf(request.view, campaign, message));
    if (request.form.has(SPEAK) && (address || !saysWrongAgain(request.form)))
      return shareAnswer(request, campaign, message, { server });
    if (!address)
      return shareAnswer(request, campaign, message, { server, problem: request.view.t('campaigns.share.noServer') });
    // A link rather than a redirect: our own policy lets no form lead to another site.
    return shareAnswer(request, campaign, message, { server, address });
  },
);

type Message = Campaign['text']['messages'][number];

/** The one that was chosen, else the first; a campaign without any is shared by its name. */
function messageOf({ text }: Campaign, given: URLSearchParams): Message {
  const chosenOne = text.messages.find(({ id }) => id === given.get('say'));
  return chosenOne ?? text.messages[0] ?? { id: '', text: text.name };
}

function sharedOf(view: View, campaign: Campaign, message: Message): Shared {
  return {
    text: `${message.text} ${campaign.hashtags[1] ?? ''}`.trim(),
    url: `${view.publicUrl}${campaignAddresses.campaign(view.lang, campaign.slug)}`,
  };
}

function shareAnswer({ view }: SiteRequest, campaign: Campaign, message: Message, tried: Tried): PageAnswer {
  const shared = sharedOf(view, campaign, message);
  return page(
    {
      view,
      title: titleIn(view.t('campaigns.share.title'), campaign),
      description: campaign.text.summary,
      langs: campaign.langs,
      controller: campaign.controller,
      form: tried.server === undefined ? undefined : { id: 'mastodon' },
      card: campaignAddresses.card(view.lang, campaign.slug),
      children: (
        <>
          <CampaignLine view={view} campaign={campaign} />
          <h1>{view.t('campaigns.share.title')}</h1>
          <ErrorSummary view={view} problems={tried.problem ? new Map([['server', tried.problem]]) : noProblems} />
          {isClosed(campaign) && (
            <p className="note">{view.t('campaigns.closed', { day: lastDayOf(view, campaign) })}</p>
          )}
          <p className="lead read">{view.t('campaigns.share.lead')}</p>
          <div className="beside even">
            <div>
              <Picker view={view} campaign={campaign} message={message} />
              <Ways view={view} shared={shared} />
            </div>
            <Look view={view} campaign={campaign} shared={shared} />
          </div>
          <Mastodon view={view} slug={campaign.slug} message={message} tried={tried} />
        </>
      ),
    },
    tried.server === undefined ? { tags: ['campaigns'] } : { status: tried.problem ? 422 : 200 },
  );
}

interface PickerProps {
  readonly view: View;
  readonly campaign: Campaign;
  readonly message: Message;
}

function Picker({ view, campaign, message }: PickerProps) {
  return (
    <nav aria-label={view.t('campaigns.share.pick')}>
      <h2>{view.t('campaigns.share.pick')}</h2>
      <ul className="picker">
        {campaign.text.messages.map(({ id, text }) => (
          <li key={id}>
            <a
              href={campaignAddresses.share(view.lang, campaign.slug, { say: id })}
              aria-current={id === message.id ? 'true' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Ways({ view, shared }: { view: View; shared: Shared }) {
  return (
    <section>
      <h2>{view.t('campaigns.share.where')}</h2>
      <div className="row networks">
        <share-sheet data-text={shared.text} data-url={shared.url} hidden>
          <button type="button" className="go">
            {view.t('campaigns.share.sheet')}
          </button>
        </share-sheet>
        {networks.map((network) => (
          <a key={network} className="go o small" href={shareAddress(network, shared)} rel="noreferrer">
            {view.t(`campaigns.network.${network}`)}
          </a>
        ))}
        <a className="go o small" href="#mastodon">
          {view.t('campaigns.network.mastodon')}
        </a>
      </div>
    </section>
  );
}

/** The hashtag at the end keeps its sign before it, whichever way the words run. */
function Worded({ text }: { text: string }) {
  const end = text.lastIndexOf(' #');
  if (end < 0) return text;
  return (
    <>
      {text.slice(0, end)} <bdi dir="ltr">{text.slice(end + 1)}</bdi>
    </>
  );
}

/** The post with its card, as it will look. */
function Look({ view, campaign, shared }: { view: View; campaign: Campaign; shared: Shared }) {
  const card = campaignAddresses.card(view.lang, campaign.slug);
  return (
    <section>
      <h2>{view.t('campaigns.share.look')}</h2>
      <figure className="look">
        <p id="post">
          <Worded text={shared.text} /> <bdi className="s">{shared.url}</bdi>
        </p>
        <img src={card} width="1200" height="630" alt={view.t('campaigns.share.card', { name: campaign.text.name })} />
        <figcaption>
          <b>{campaign.text.name}</b>
          <br />
          <span className="q s">{view.operator?.name ?? view.t('site.name')}</span>
        </figcaption>
      </figure>
      <CopyButton view={view} of="post" />
    </section>
  );
}

interface MastodonProps {
  readonly view: View;
  readonly slug: string;
  readonly message: Message;
  readonly tried: Tried;
}

function Mastodon({ view, slug, message, tried }: MastodonProps) {
  return (
    <form id="mastodon" className="read" method="post" action={campaignAddresses.share(view.lang, slug)}>
      <h2>{view.t('campaigns.network.mastodon')}</h2>
      <input type="hidden" name="say" value={message.id} />
      <Field
        name="server"
        label={view.t('campaigns.share.server')}
        hint={view.t('campaigns.share.serverHint')}
        error={tried.problem}
        defaultValue={tried.server}
        autoCapitalize="none"
        spellcheck={false}
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
