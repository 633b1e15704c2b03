import type { OpenCampaign } from '../campaigns/campaign.ts';
import type { SiteRequest } from '../http/request.ts';
import type { Visible } from '../http/visible.ts';
import { fromVisible, together } from '../publications/visible-to.ts';
import { noProblems } from '../site/components/form.tsx';
import { stateMeant } from '../states/state-meant.ts';
import { suggestedStates } from '../states/state-names.ts';
import { allStates } from '../states/states.ts';
import { firstOf, oneLine } from '../text/text-cleaning.ts';
import { ChooseState } from './choose-state.tsx';
import { stepPage } from './step-page.tsx';

/** As much of what somebody typed as is said again. */
const REPEATED = 60;

/** First: whose government. What was typed and names no state, or several, comes back with what can be chosen. */
export const stateStep = fromVisible(
  async ({ app }: SiteRequest, campaign: Visible<OpenCampaign>) =>
    together({ campaign, states: await allStates(app.database) }),
  ({ campaign, states }, request) => {
    const { view, query } = request;
    const typed = oneLine(query.get('state') ?? '');
    const { state: chosen, perhaps } = stateMeant(states, typed);
    const wrong = typed !== '' && !chosen && perhaps.length === 0;
    const problems = wrong
      ? new Map([['state', view.t('letters.wrong.state', { typed: `\u2068${firstOf(typed, REPEATED)}\u2069` })]])
      : noProblems;
    const suggested = suggestedStates(states, request.acceptLanguage);
    const shown = { view, campaign, states, suggested, chosen, perhaps, problems };
    return stepPage(request, campaign, <ChooseState {...shown} typed={chosen ? '' : typed} />, {
      status: wrong ? 422 : 200,
      form: { id: 'state-form' },
    });
  },
);
