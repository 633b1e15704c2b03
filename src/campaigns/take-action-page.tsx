import { chosen, type Fields } from '../http/fields.ts';
import type { SiteRequest } from '../http/request.ts';
import type { View } from '../http/view.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { panelsIn } from '../publications/panels-in.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { Accounts } from '../site/components/accounts.tsx';
import { noProblems } from '../site/components/form.tsx';
import { PanelParts } from '../site/components/panel-parts.tsx';
import { page } from '../site/page.tsx';
import { stateAddresses } from '../states/addresses.ts';
import { listedName } from '../states/state-names.ts';
import { StateSelect } from '../states/state-select.tsx';
import { allStates, type State, stateOf } from '../states/states.ts';
import { campaignAddresses } from './addresses.ts';
import { askOfTheDay } from './ask-of-the-day.ts';
import type { OpenCampaign } from './campaign.ts';
import { CampaignLine } from './campaign-line.tsx';
import { CampaignList } from './campaign-list.tsx';
import { campaignsShown } from './campaigns.ts';
import { wayAddress, waysInOrder } from './ways.ts';

declare module '../http/panels.ts' {
  interface PanelContexts {
    /** Every way to help: more of them. */
    takeAction: { readonly campaign: string | undefined; readonly state: string | undefined };
  }
}

export const takeActionQuery: Fields = { state: chosen(20) };

/** Every way to help in one place, what helps most now first; for one country, beginning with what is asked of it. */
export const takeActionPage = fromVisible(readWays, ({ shown, states, more, state, ask }, { view, lang }) => {
  const [leading, ...others] = shown.open;
  return page(
    {
      view,
      title: view.t('campaigns.act.title'),
      description: view.t('campaigns.act.lead'),
      card: leading && campaignAddresses.card(lang, leading.slug),
      children: (
        <>
          {leading && (others.length > 0 || leading.controller.kind === 'member') && (
            <CampaignLine view={view} campaign={leading} />
          )}
          <h1>{view.t('campaigns.act.title')}</h1>
          {leading && state ? (
            <AskOfState view={view} state={state} ask={ask?.text.title} />
          ) : (
            <p className="lead read">{view.t(leading ? 'campaigns.act.lead' : 'campaigns.home.none')}</p>
          )}
          {leading && (
            <div className="beside">
              <div>
                <Ways view={view} campaign={leading} state={state} />
              </div>
              <ChooseCountry view={view} states={states} state={state} />
            </div>
          )}
          <PanelParts parts={more.parts} />
          <CampaignList view={view} title={view.t('campaigns.home.others')} campaigns={others} />
          <Accounts view={view} />
        </>
      ),
    },
    { tags: ['campaigns', 'states', ...more.tags] },
  );
});

async function readWays(request: SiteRequest) {
  const { app, view, lang, query } = request;
  const shown = await campaignsShown(app.database, lang);
  const [leading] = shown.open;
  const states = await allStates(app.database);
  const state = await stateOf(app.database, query.get('state') ?? '');
  const ask = leading && state && (await askOfTheDay(app.database, leading, state.iso3, view.today()));
  const more = await panelsIn(request, 'takeAction', { campaign: leading?.slug, state: state?.iso3 });
  return together({ shown, states, more, ...(state && { state }), ...(ask && { ask }) });
}

/** Links that were printed with the announcement lead here, in the language that a browser asks for. */
export const announcedTakeAction = needsNoGate('it leads on', async ({ lang }) => ({
  kind: 'redirect',
  status: 302,
  to: campaignAddresses.takeAction(lang),
}));

/** What is asked of the state that somebody chose. */
function AskOfState({ view, state, ask }: { view: View; state: State; ask: string | undefined }) {
  return (
    <>
      <p className="lead read">
        <a href={stateAddresses.state(view.lang, state.iso3)}>{listedName(view.lang, state)}</a>
        {ask && (
          <>
            {view.t('site.colon')}
            {ask}.
          </>
        )}
      </p>
      {state.risk === 'closed' && <p className="note">{view.t('campaigns.act.closed')}</p>}
    </>
  );
}

interface CountryProps {
  readonly view: View;
  readonly states: readonly State[];
  readonly state: State | undefined;
}

/** What helps most depends on where a state stands. */
function ChooseCountry({ view, states, state }: CountryProps) {
  return (
    <form className="aside" action={campaignAddresses.takeAction(view.lang)}>
      <StateSelect
        view={view}
        states={states}
        suggested={[]}
        chosen={state}
        problems={noProblems}
        words={{
          label: view.t('campaigns.act.country'),
          hint: view.t('campaigns.act.country.hint'),
          none: view.t('campaigns.act.country.none'),
        }}
      />
      <button className="go o small" type="submit">
        {view.t('campaigns.act.country.go')}
      </button>
    </form>
  );
}

interface WaysProps {
  readonly view: View;
  readonly campaign: OpenCampaign;
  readonly state: State | undefined;
}

function Ways({ view, campaign, state }: WaysProps) {
  const dangerous = state?.risk === 'closed';
  const ways = waysInOrder(campaign.text.ways, dangerous);
  return (
    <ol className="ways">
      {ways.map(({ id, title, text }, place) => (
        <li key={id}>
          <h2>
            <a
              href={wayAddress(view.lang, campaign.slug, id, state?.iso3)}
              className={place === 0 && !dangerous ? 'go' : undefined}
            >
              {title}
            </a>
          </h2>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  );
}
