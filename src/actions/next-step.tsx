import { campaignAddresses } from '../campaigns/addresses.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import type { Key } from '../locales/words.ts';
import type { State } from '../states/states.ts';
import { type Action, actionsOf } from './action.ts';
import type { ActionKind } from './action-kind.ts';
import { wasOnlyTried } from './only-tried.ts';

/** @param next what happens next with an action, where the steps that its own status shows don't say it */
export function Next({ view, next }: { view: View; next: Key | undefined }) {
  return (
    <>
      {next && (
        <>
          <h2>{view.t('actions.status.next')}</h2>
          <p>{view.t(next)}</p>
        </>
      )}
      <p className="q">{view.t('actions.status.keep')}</p>
    </>
  );
}

/** One more thing to do, and the words that ask for it. */
interface Step {
  readonly text: Key;
  readonly begin: ActionKind['begin'];
}

const share: Step = {
  text: 'actions.step.share',
  begin: { label: 'campaigns.share', to: (lang, slug) => campaignAddresses.share(lang, slug) },
};

/** What helps most of what somebody has not done in this campaign; nothing for whoever took everything back. */
export async function nextStep(
  app: App,
  view: View,
  { supporterKey, campaignId }: Action,
  state: State | undefined,
): Promise<Step | undefined> {
  const all = await actionsOf(app, supporterKey);
  const done = new Set(
    all
      .filter((one) => one.state === 'confirmed' && one.campaignId === campaignId && !wasOnlyTried(view, one))
      .map(({ kind }) => kind),
  );
  if (done.size === 0) return undefined;
  for (const { kind, begin, step } of app.handed.actionKinds.values())
    if (step && !done.has(kind) && done.has(step.after) && (step.suits?.(state) ?? true))
      return { text: step.text, begin };
  return share;
}

interface Props {
  readonly view: View;
  readonly campaign: Campaign;
  readonly step: Step;
  readonly country: string;
}

export function NextStep({ view, campaign, step: { text, begin }, country }: Props) {
  return (
    <>
      <h2>{view.t('actions.step.title')}</h2>
      <p>{view.t(text)}</p>
      <p className="row">
        <a className="go" href={begin.to(view.lang, campaign.slug, { state: country })}>
          {view.t(begin.label)}
        </a>
      </p>
    </>
  );
}
