import type { ComponentChildren } from 'preact';
import type { Answer } from '../../http/answer.ts';
import type { View } from '../../http/view.ts';
import { list } from '../../locales/format.ts';
import { Meanwhile } from '../../office/meanwhile.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { Detail, OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { Carried } from '../../site/components/form.tsx';
import { inOrderOfNames } from '../../states/state-names.ts';
import { allStates, type State } from '../../states/states.ts';
import { deskAddresses } from '../addresses.ts';
import { lookedAt } from '../change-ask.ts';
import { type BeforeAndAfter, ruledStates } from '../ruled-states.ts';
import { numberIn } from './editing.ts';
import type { Ruling } from './ruled-ask.ts';
import { carriedOf } from './rules-fields.ts';
import { RulesForm, readAt, rulesNow, type Shown } from './rules-form.tsx';
import { chosenSaid, fieldKeys, saidFields } from './rules-said.ts';
import { WasIs } from './was-is.tsx';
import { calledIn } from './worded-item.ts';

/** What other rules would do to states, to those who are written to and to letters; and the form that sets them. */
export async function rulesLook(request: StaffRequest, ruling: Ruling, shown: Shown): Promise<Answer> {
  const { app, view, lang, token } = request;
  const { campaign, ask, asks, row, rows, plainForMonths } = ruling;
  const { given, read, back, before } = shown;
  const how = { ...given, plainForMonths, lang, on: view.today() };
  // First what it rests on: what changes in between is found when it is set.
  const print = await lookedAt(app.database, campaign.slug, asks, how.on);
  const [states, ruled] = await Promise.all([allStates(app.database), ruledStates(app.database, asks, ask, how)]);
  const looked = `${print} ${ruled.applies.after.length} ${ruled.leads.after.length}`;
  const about = { ask: ask.id, states: ruled.leads.after, office: given.rules.office };
  const around = await Promise.all(app.handed.aroundAsks.map((say) => say({ app, view }, about)));
  const called = calledIn(lang, row).name;
  const address = deskAddresses.rules(lang, campaign.slug, ask.slug);
  return screen(
    { ...request, path: behindHome(lang, address) },
    view.t('campaigns.rules.looked', { what: `\u2068${called}\u2069` }),
    <>
      {before && <Meanwhile view={view} text={view.t('campaigns.rules.again', before)} />}
      <p role="status" className="note">
        {view.t(ask.published && !ask.barred ? 'campaigns.rules.nothingYet' : 'campaigns.rules.draft')}
      </p>
      <WhatChanges view={view} ruling={ruling} shown={shown} />
      <h2>{view.t('campaigns.rules.asked')}</h2>
      <Moved view={view} states={states} of={ruled.applies} />
      <h2>{view.t('campaigns.rules.leads')}</h2>
      <p>{view.t('campaigns.rules.leads.text')}</p>
      <Moved view={view} states={states} of={ruled.leads} />
      {ruled.others.length > 0 && <p>{view.t('campaigns.rules.others')}</p>}
      <ul>
        {ruled.others.map(({ id, before, after }) => (
          <li key={id}>
            <bdi>{calledIn(lang, rows.find((one) => one.id === id) ?? row).name}</bdi>
            {': '}
            {view.t('campaigns.rules.from.to', { before, after })}
          </li>
        ))}
      </ul>
      {around}
      <h2>{view.t('campaigns.rules.go.title')}</h2>
      <OfficeForm view={view} token={token} action={address} button={view.t('campaigns.rules.go')}>
        <Carried
          values={[
            ...[...carriedOf(given), ...readAt(read), ['step', 'go'] as const, ['looked', looked] as const],
            ...(back === undefined ? [] : [['back', String(back)] as const]),
          ]}
        />
      </OfficeForm>
      <h2>{view.t('campaigns.rules.otherwise')}</h2>
      <RulesForm request={request} ruling={ruling} shown={shown} outlined />
      <p>
        <a href={deskAddresses.oneAsk(lang, campaign.slug, ask.slug)}>
          {view.t('campaigns.words.back', { what: `\u2068${called}\u2069` })}
        </a>
      </p>
    </>,
    { status: before ? 409 : 200 },
  );
}

/** What a form carries of a look: what it rested on, and how many states it came to; nothing fits where there was none. */
export function lookedIn(form: URLSearchParams) {
  const [print = '', ...counts] = (form.get('looked') ?? '').split(' ');
  const [states = 0, leads = 0] = counts.map(numberIn);
  return { print, states, leads };
}

function WhatChanges({ view, ruling, shown }: { view: View; ruling: Ruling; shown: Shown }) {
  const now = rulesNow(ruling);
  const both = saidFields.map((field) => ({
    field,
    ...{ was: chosenSaid(view, ruling.ask, field, now), is: chosenSaid(view, ruling.ask, field, shown.given) },
  }));
  const changed = both.filter(({ was, is }) => was !== is);
  return (
    <dl className="details">
      {changed.map(({ field, was, is }) => (
        <Detail key={field} label={view.t(fieldKeys[field])}>
          <WasIs was={was} is={is} />
        </Detail>
      ))}
    </dl>
  );
}

interface MovedProps {
  readonly view: View;
  readonly states: readonly State[];
  readonly of: BeforeAndAfter;
}

/** How many states, before and after, and which of them are new, which no longer there, and which all are. */
function Moved({ view, states, of: { before, after } }: MovedProps) {
  const named = (codes: readonly string[]) =>
    inOrderOfNames(
      view.lang,
      states.filter(({ iso3 }) => codes.includes(iso3)),
    ).map(({ name }) => `\u2068${name}\u2069`);
  const more = after.filter((code) => !before.includes(code));
  const fewer = before.filter((code) => !after.includes(code));
  return (
    <>
      <p>
        <b>{view.t('campaigns.rules.from.to', { before: before.length, after: after.length })}</b>
      </p>
      {more.length > 0 && (
        <p>{view.t('campaigns.rules.more', { count: more.length, states: list(view.lang, named(more)) })}</p>
      )}
      {fewer.length > 0 && (
        <p>{view.t('campaigns.rules.fewer', { count: fewer.length, states: list(view.lang, named(fewer)) })}</p>
      )}
      {after.length > 0 && (
        <Folded summary={view.t('campaigns.rules.all', { count: after.length })}>
          {list(view.lang, named(after))}
        </Folded>
      )}
    </>
  );
}

function Folded({ summary, children }: { summary: string; children: ComponentChildren }) {
  return (
    <details>
      <summary>{summary}</summary>
      <p>{children}</p>
    </details>
  );
}
