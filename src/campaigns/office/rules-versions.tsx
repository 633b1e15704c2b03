import { isDeepStrictEqual } from 'node:util';
import { mayEver } from '../../accounts/roles.ts';
import type { Answer } from '../../http/answer.ts';
import { chosen } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { Detail } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { Field } from '../../site/components/field.tsx';
import { deskAddresses } from '../addresses.ts';
import { ruleFields } from '../ask-rules.ts';
import { type RuledAsk, type RulesVersion, selectRules } from '../ask-rules-queries.ts';
import { numberIn } from './editing.ts';
import { rulingOf } from './ruled-ask.ts';
import { fieldKeys, ruleSaid } from './rules-said.ts';
import { madeBy } from './versions-page.tsx';
import { WasIs } from './was-is.tsx';
import { calledIn } from './worded-item.ts';

const AT_ONCE = 30;
export const rulesVersionsQuery = { before: chosen(10), of: chosen(10), with: chosen(10) };

/** All that the rules of an ask were, the latest first, each with what it changed. */
export async function rulesVersions(request: StaffRequest): Promise<Answer> {
  const { app, view, lang, query, session } = request;
  const { campaign, ask, row } = await rulingOf(request);
  const all = await selectRules(app.database, ask.id, AT_ONCE + 1, numberIn(query.get('before')) || undefined);
  const at = [lang, campaign.slug, ask.slug] as const;
  const last = all[AT_ONCE - 1];
  const called = `\u2068${calledIn(lang, row).name}\u2069`;
  return screen(
    { ...request, path: behindHome(lang, deskAddresses.rulesVersions(...at)) },
    view.t('campaigns.rules.versions', { what: called }),
    <>
      {ask.number > 1 && <Compare request={request} ask={ask} slug={campaign.slug} />}
      {await besideEachOther(request, ask)}
      <ul className="list">
        {all.slice(0, AT_ONCE).map((one, place) => (
          <li key={one.number}>
            <h2>
              {view.t('campaigns.versions.one', { number: one.number })}
              {one.number === ask.number && ` · ${view.t('campaigns.rules.stands')}`}
            </h2>
            <p>
              <bdi>{madeBy(view, one)}</bdi>, {view.moment(one.madeAt)}
            </p>
            <Changed view={view} ask={ask} one={one} before={all[place + 1]} />
            {one.number !== ask.number && mayEver(session.role, 'campaigns.change') && (
              <p>
                <a href={deskAddresses.rules(...at, { version: String(one.number) })}>
                  {view.t('campaigns.rules.bring', { number: one.number })}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      {all.length > AT_ONCE && last && (
        <p>
          <a href={deskAddresses.rulesVersions(...at, { before: String(last.number) })}>
            {view.t('campaigns.versions.more')}
          </a>
        </p>
      )}
      <p>
        <a href={deskAddresses.oneAsk(...at)}>{view.t('campaigns.words.back', { what: called })}</a>
      </p>
    </>,
  );
}

function Compare({
  request: { view, lang, query },
  ask,
  slug,
}: {
  request: StaffRequest;
  ask: RuledAsk;
  slug: string;
}) {
  const field = (name: 'of' | 'with', otherwise: number) => (
    <Field
      name={name}
      label={view.t(`campaigns.rules.compare.${name}`)}
      inputMode="numeric"
      defaultValue={query.get(name) ?? String(otherwise)}
      maxLength={10}
      dir="ltr"
    />
  );
  return (
    <form method="get" action={deskAddresses.rulesVersions(lang, slug, ask.slug)}>
      <h2>{view.t('campaigns.rules.compare')}</h2>
      {field('of', ask.number)}
      {field('with', ask.number - 1)}
      <p className="row">
        <button className="go o" type="submit">
          {view.t('campaigns.rules.compare')}
        </button>
      </p>
    </form>
  );
}

/** Any two versions that are named, the earlier first; nothing where none are. */
async function besideEachOther({ app, view, query }: StaffRequest, ask: RuledAsk) {
  if (!query.has('of') && !query.has('with')) return null;
  const numbers = [numberIn(query.get('of')), numberIn(query.get('with'))].sort((a, b) => a - b);
  const [before, one] = await Promise.all(
    numbers.map(async (number) =>
      (await selectRules(app.database, ask.id, 1, number + 1)).find((found) => found.number === number),
    ),
  );
  if (!before || !one) return <p className="note">{view.t('campaigns.rules.compare.none', { most: ask.number })}</p>;
  const same = ruleFields.every((name) => isDeepStrictEqual(before.rules[name], one.rules[name]));
  return (
    <section>
      <h2>{view.t('campaigns.rules.compared', { before: before.number, after: one.number })}</h2>
      {same ? (
        <p>{view.t('campaigns.rules.compare.same')}</p>
      ) : (
        <Changed view={view} ask={ask} one={one} before={before} />
      )}
    </section>
  );
}

interface ChangedProps {
  readonly view: View;
  readonly ask: RuledAsk;
  readonly one: RulesVersion;
  /** Undefined: it is the first. */
  readonly before: RulesVersion | undefined;
}

function Changed({ view, ask, one, before }: ChangedProps) {
  const said = ruleFields.map((field) => ({
    field,
    is: ruleSaid(view, ask, field, one.rules),
    was: before && ruleSaid(view, ask, field, before.rules),
  }));
  return (
    <dl className="details">
      {said
        .filter(({ was, is }) => was !== is)
        .map(({ field, was, is }) => (
          <Detail key={field} label={view.t(fieldKeys[field])}>
            <WasIs was={was} is={is} />
          </Detail>
        ))}
    </dl>
  );
}
