import { mayEver } from '../../accounts/roles.ts';
import { direction } from '../../config/langs.ts';
import { type Answer, NotFoundError } from '../../http/answer.ts';
import type { View } from '../../http/view.ts';
import { itemHistory } from '../../office/item-history.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { Detail } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { publicationsOf } from '../../publications/publications.ts';
import type { Newest } from '../../texts/version.ts';
import { newestOf, versionOf } from '../../texts/versions.ts';
import { campaignAddresses, deskAddresses } from '../addresses.ts';
import { type ListedCampaign, listCampaigns } from '../campaign-settings.ts';
import type { CampaignText } from '../campaign-text.ts';
import { lastDayOf } from '../last-day.ts';
import { behindOf, LackingLines } from './campaign-list.tsx';
import { type CampaignFactsRow, selectCampaignFacts } from './campaign-screen-queries.ts';
import type { ItemRow } from './item-queries.ts';
import { Languages } from './languages.tsx';
import { isPublished, publishedIn } from './published-in.ts';
import { calledIn, itemsOf } from './worded-item.ts';

/** A campaign: what it is, what it says, what it asks, and what was changed of it. */
export async function campaignScreen(request: StaffRequest): Promise<Answer> {
  const { app, view, lang } = request;
  const items = await itemsOf(request);
  const [campaign, ...asks] = items;
  const [listed, facts, newest, publications] = await Promise.all([
    listCampaigns(app.database),
    selectCampaignFacts(app.database, campaign.id),
    newestOf(
      app.database,
      items.map(({ id }) => id),
    ),
    publicationsOf(app.database, 'campaign'),
  ]);
  const settings = listed.find(({ slug }) => slug === campaign.slug);
  if (!settings || !facts) throw new NotFoundError('a campaign');
  const publication = publications.get(campaign.id);
  const barred = publication?.hidden ? 'hidden' : publication?.withdrawnAt ? 'withdrawn' : undefined;
  return screen(
    request,
    calledIn(lang, campaign).name,
    <>
      <Facts
        view={view}
        settings={settings}
        facts={facts}
        state={barred ?? settings.state}
        published={publishedIn(view, publication)}
      />
      {mayEver(request.session.role, 'campaigns.change') && (
        <p className="row">
          <a className="go o" href={deskAddresses.settings(lang, campaign.slug)}>
            {view.t('campaigns.settings')}
          </a>{' '}
          <a className="go o" href={deskAddresses.add(lang, { from: campaign.slug })}>
            {view.t('campaigns.make.fromThis')}
          </a>
        </p>
      )}
      {mayEver(request.session.role, 'publications.change') && (
        <p className="row">
          <a className="go o" href={deskAddresses.publishing(lang, campaign.slug, campaign.id)}>
            {view.t('campaigns.publishing')}
          </a>
        </p>
      )}
      {settings.shown && settings.state !== 'scheduled' && (
        <p>
          <a href={campaignAddresses.campaign(lang, campaign.slug)}>{view.t('campaigns.desk.onSite')}</a>
        </p>
      )}
      <h2>{view.t('campaigns.desk.words')}</h2>
      <Languages request={request} row={campaign} newest={newest} />
      <Says view={view} text={await textIn(request, campaign)} isPublished={isPublished(publication)} />
      <Asks request={request} slug={campaign.slug} asks={asks} newest={newest} />
      {await itemHistory(request, ['campaign', campaign.slug])}
      <p>
        <a href={deskAddresses.campaigns(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
  );
}

interface FactsProps {
  readonly view: View;
  readonly settings: ListedCampaign;
  readonly facts: CampaignFactsRow;
  readonly state: 'open' | 'scheduled' | 'closed' | 'withdrawn' | 'hidden';
  readonly published: string;
}

function Facts({ view, settings, facts, state, published }: FactsProps) {
  const { slug, opensAt, closesAt, position, plainForMonths, leading, controller } = settings;
  return (
    <dl className="details">
      <Detail label={view.t('campaigns.desk.state')}>
        {view.t(`campaigns.desk.state.${state}`)}
        {leading && ` · ${view.t('campaigns.desk.leads')}`}
      </Detail>
      <Detail label={view.t('campaigns.desk.published')}>{published}</Detail>
      <Detail label={view.t('campaigns.desk.opens')}>{view.dayOf(opensAt)}</Detail>
      <Detail label={view.t('campaigns.desk.closes')}>
        {closesAt ? lastDayOf(view, { closesAt }) : view.t('campaigns.desk.noEnd')}
      </Detail>
      <Detail label={view.t('campaigns.desk.place')}>
        {position === null ? view.t('campaigns.desk.noPlace') : view.number(position)}
      </Detail>
      <Detail label={view.t('campaigns.desk.limit')}>
        {view.t('campaigns.desk.letters', { count: facts.letterLimit })}
      </Detail>
      <Detail label={view.t('campaigns.desk.plain')}>
        {view.t('campaigns.desk.months', { count: plainForMonths })}
      </Detail>
      <Detail label={view.t('campaigns.hashtags')}>
        <bdi dir="ltr">{facts.hashtags.join(' ') || '–'}</bdi>
      </Detail>
      <Detail label={view.t('campaigns.desk.controller')}>
        <bdi>{controller.name}</bdi>
      </Detail>
      <Detail label={view.t('campaigns.desk.slug')}>
        <bdi dir="ltr">{slug}</bdi>
      </Detail>
    </dl>
  );
}

/** What it says in the reader's language, else in the first there is. */
async function textIn({ app, lang }: StaffRequest, row: ItemRow) {
  const { lang: of } = calledIn(lang, row);
  const current = row.texts.find((one) => one.lang === of)?.version;
  const version = current && (await versionOf(app.database, { item: row.id, lang: of }, current));
  return version ? { lang: of, words: version.words as Partial<CampaignText> } : undefined;
}

interface SaysProps {
  readonly view: View;
  readonly text: Awaited<ReturnType<typeof textIn>>;
  readonly isPublished: boolean;
}

function Says({ view, text, isPublished }: SaysProps) {
  if (!text) return null;
  const { tagline, summary, call, demands = [] } = text.words;
  return (
    <>
      <h2>{view.t(isPublished ? 'campaigns.desk.says' : 'campaigns.desk.willSay')}</h2>
      <blockquote className="says" lang={text.lang} dir={direction(text.lang)}>
        {[tagline, summary, call].map((said) => said && <p key={said}>{said}</p>)}
        <ol>
          {demands.map(({ title }) => (
            <li key={title}>{title}</li>
          ))}
        </ol>
      </blockquote>
    </>
  );
}

interface AsksProps {
  readonly request: StaffRequest;
  readonly slug: string;
  readonly asks: readonly ItemRow[];
  readonly newest: readonly Newest[];
}

/** In the order in which they lead. */
function Asks({ request: { view, lang, session }, slug, asks, newest }: AsksProps) {
  return (
    <>
      <h2>{view.t('campaigns.desk.asks')}</h2>
      {asks.length === 0 && <p>{view.t('campaigns.desk.noAsks')}</p>}
      <ol className="list">
        {asks.map((ask) => {
          const called = calledIn(lang, ask);
          return (
            <li key={ask.id}>
              <a href={deskAddresses.oneAsk(lang, ask.slug, ask.ask ?? '')}>
                <bdi lang={called.lang}>{called.name}</bdi>
              </a>
              <br />
              <small>
                <LackingLines view={view} behind={behindOf([ask.id], newest)} />
              </small>
            </li>
          );
        })}
      </ol>
      {mayEver(session.role, 'campaigns.change') && (
        <p className="row">
          <a className="go o" href={deskAddresses.addAsk(lang, slug)}>
            {view.t('campaigns.add')}
          </a>
        </p>
      )}
    </>
  );
}
