import { CampaignLine, titleIn } from '../../campaigns/campaign-line.tsx';
import { campaignOf } from '../../campaigns/find-campaign.ts';
import { isOpen } from '../../campaigns/shown-campaigns.ts';
import { NotFoundError } from '../../http/answer.ts';
import { chosen, type Fields } from '../../http/fields.ts';
import type { Panel, PanelContexts } from '../../http/panels.ts';
import type { SiteRequest } from '../../http/request.ts';
import type { View } from '../../http/view.ts';
import { fromVisible, together } from '../../publications/visible-to.ts';
import { page } from '../../site/page.tsx';
import { pledgeAddresses } from '../addresses.ts';
import { NAMES } from './decide-names.ts';
import { hasNames, MOST_PAGES, type ShownNames, shownNames } from './shown-names.ts';

export const namesQuery: Fields = { page: chosen(4) };

/** Those who joined and want to be named: their names, in an order of chance, and nothing else of them. No search engine lists it. */
export const namesPage = fromVisible(
  async (request: SiteRequest) => {
    const campaign = await campaignOf(request);
    return together({ campaign, shown: await shownNames(request.app, campaign.id, pageIn(request)) });
  },
  ({ campaign, shown }, { view }) => {
    const { langs, controller } = campaign;
    return page(
      {
        ...{ view, langs, controller, private: true },
        title: titleIn(view.t('pledges.names.title'), campaign),
        description: view.t('pledges.names.lead'),
        children: (
          <>
            <CampaignLine view={view} campaign={campaign} />
            <h1>{view.t('pledges.names.title')}</h1>
            <p className="lead read">{view.t('pledges.names.lead')}</p>
            <Names view={view} shown={shown} />
            <Pages view={view} slug={campaign.slug} shown={shown} />
            {isOpen(campaign) && (
              <p className="row">
                <a className="go o" href={pledgeAddresses.join(view.lang, campaign.slug)}>
                  {view.t('campaigns.join')}
                </a>
              </p>
            )}
          </>
        ),
      },
      { tags: ['campaigns', 'states', NAMES] },
    );
  },
);

/** @throws NotFoundError for a page that there can't be */
function pageIn({ query }: SiteRequest): number {
  const typed = query.get('page') ?? '1';
  const number = /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : 0;
  if (number < 1 || number > MOST_PAGES) throw new NotFoundError('a page of names');
  return number;
}

function Names({ view, shown: { names, page: at } }: { view: View; shown: ShownNames }) {
  if (names.length === 0)
    return <p className="read">{view.t(at > 1 ? 'pledges.names.beyond' : 'pledges.names.none')}</p>;
  return (
    <ul className="names">
      {names.map((name, place) => (
        <li key={place}>
          <bdi dir="auto">{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Pages({ view, slug, shown: { page: at, more } }: { view: View; slug: string; shown: ShownNames }) {
  if (at === 1 && !more) return null;
  const link = (to: number) => pledgeAddresses.names(view.lang, slug, to > 1 ? { page: String(to) } : {});
  return (
    <nav aria-label={view.t('pledges.names.pages')}>
      <p className="row">
        {at > 1 && <a href={link(at - 1)}>{view.t('pledges.names.before')}</a>}
        {more && <a href={link(at + 1)}>{view.t('pledges.names.after')}</a>}
      </p>
    </nav>
  );
}

/** On a campaign's page: the way there, once there are any. */
export const namesPanel: Panel<PanelContexts['campaign']> = {
  bytes: 400,
  tags: [NAMES, 'states'],
  show: fromVisible(
    (request, { id }) => hasNames(request.app, id),
    ({ any }, { view, lang }, { slug }) =>
      any ? (
        <section>
          <p>
            {view.t('pledges.names.some')} <a href={pledgeAddresses.names(lang, slug)}>{view.t('pledges.names.all')}</a>
          </p>
        </section>
      ) : undefined,
  ),
};
