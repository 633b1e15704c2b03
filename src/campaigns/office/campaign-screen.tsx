import { direction } from '../../config/langs.ts';
import { type Answer, NotFoundError } from '../../http/answer.ts';
import type { View } from '../../http/view.ts';
import { itemHistory } from '../../office/item-history.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { Detail } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { publicationsOf } from '../../publications/publications.ts';
import { newestOf, versionOf } from '../../texts/versions.ts';
import { deskAddresses } from '../addresses.ts';
import { selectRuledAsks } from '../ask-rules-queries.ts';
import { type ListedCampaign, listCampaigns } from '../campaign-settings.ts';
import type { CampaignText } from '../campaign-text.ts';
import { lastDayOf } from '../last-day.ts';
import { Asks } from './campaign-asks.tsx';
import { CampaignPicture } from './campaign-picture.tsx';
import { type CampaignFactsRow, selectCampaignFacts } from './campaign-screen-queries.ts';
import { Ways } from './campaign-ways.tsx';
import type { ItemRow } from './item-queries.ts';
import { Languages } from './languages.tsx';
import { isPublished, publishedIn } from './published-in.ts';
import { calledIn, itemsOf } from './worded-item.ts';

/** A campaign: what it is, what it says, what it asks, and what was changed of it. */
export async function campaignScreen(request: StaffRequest): Promise<Answer> {
  const { app, view, lang } = request;
  const items = await itemsOf(request);
  const [campaign, ...asks] = items;
  const [listed, facts, newest, publications, ruled] = await Promise.all([
    listCampaigns(app.database),
    selectCampaignFacts(app.database, campaign.id),
    newestOf(
      app.database,
      items.map(({ id }) => id),
    ),
    publicationsOf(app.database, 'campaign'),
    selectRuledAsks(app.database, campaign.id),
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
      <Ways request={request} campaign={campaign} isOnSite={settings.shown && settings.state !== 'scheduled'} />
      {await CampaignPicture(request, campaign)}
      <h2>{view.t('campaigns.desk.words')}</h2>
      <Languages request={request} row={campaign} newest={newest} />
      <Says view={view} text={await textIn(request, campaign)} isPublished={isPublished(publication)} />
      <Asks request={request} slug={campaign.slug} asks={asks} ruled={ruled} newest={newest} />
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
