import type { ComponentChildren } from 'preact';
import { controllerOf } from '../controllers/controllers.ts';
import { contactOf } from '../controllers/who-answers.ts';
import type { App } from '../http/app.ts';
import type { View } from '../http/view.ts';
import { MailLink } from '../site/components/net-address.tsx';
import { stateName } from '../states/state-names.ts';
import { stateOf } from '../states/states.ts';
import type { Action } from './action.ts';
import { kindOf } from './action-kind.ts';

export interface Detail {
  readonly term: string;
  readonly value: ComponentChildren;
  /** Of what is known to be in one; what people typed says itself. */
  readonly dir?: 'ltr' | 'rtl';
}

/** What is kept of one action, as its writer typed it, in the reader's language; where that can't be opened, it is said in its place. */
export async function detailsOf(
  app: Pick<App, 'database' | 'handed' | 'settings'>,
  view: View,
  action: Action,
  campaign: string,
): Promise<Detail[]> {
  const typed = action.unreadable ? { name: view.t('actions.unreadable') } : action.details;
  const { name, locality, organisation, supporterKind, copy } = typed ?? {};
  const state = await stateOf(app.database, action.country);
  const controller = await controllerOf(app.database, action.controllerId, view.lang);
  const contact = contactOf(controller, app.settings.operator);
  const details: readonly Detail[] = [
    { term: view.t('actions.fact.campaign'), value: campaign },
    {
      term: view.t('actions.fact.controller'),
      value: contact ? <Reached view={view} {...contact} /> : controller.name,
      dir: view.dir,
    },
    { term: view.t('actions.fact.name'), value: name },
    { term: view.t('actions.fact.country'), value: state ? stateName(view.lang, state) : action.country },
    { term: view.t('actions.fact.locality'), value: locality },
    { term: view.t('actions.fact.organisation'), value: organisation },
    {
      term: view.t('actions.fact.kind'),
      value: supporterKind && kindOf(app, action).supporterKind?.(view, supporterKind),
    },
    { term: view.t('actions.fact.copy'), value: copy ? view.t('actions.yes') : undefined },
  ];
  return details.filter(({ value }) => value);
}

function Reached({ view, name, email }: { view: View; name: string; email: string }) {
  return (
    <>
      <bdi>{name}</bdi>
      {view.t('site.comma')}
      <MailLink to={email} />
    </>
  );
}

export function DetailList({ details }: { details: readonly Detail[] }) {
  return (
    <dl className="details">
      {details.map(({ term, value, dir }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <bdi dir={dir}>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
