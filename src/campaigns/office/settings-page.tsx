import { type Answer, NotFoundError, seeOther } from '../../http/answer.ts';
import { chosen, type Fields, typed } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import { OtherFields } from '../../office/meanwhile.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { Field } from '../../site/components/field.tsx';
import { Carried, noProblems, type Problems } from '../../site/components/form.tsx';
import { deskAddresses } from '../addresses.ts';
import { selectSettingRow } from '../campaign-queries.ts';
import {
  changeSettings,
  type SettingField,
  settingFields,
  settingsOf,
  type TypedSettings,
} from '../change-settings.ts';
import { calledIn, itemsOf } from './worded-item.ts';

const MOST = 400;
const carried = (name: SettingField) => `was-${name}`;

export const settingsFields: Fields = {
  ...Object.fromEntries(settingFields.map((name) => [name, typed(`campaigns.settings.${name}`, MOST)])),
  'was-*': chosen(MOST * 4),
};

function typedIn(form: URLSearchParams, nameOf: (name: SettingField) => string = (name) => name): TypedSettings {
  const values = settingFields.map((name) => [name, (form.get(nameOf(name)) ?? '').trim().replace(/\s+/g, ' ')]);
  return Object.fromEntries(values);
}

/** What is set now. */
export async function settingsVersion({ app, params, view }: StaffRequest): Promise<string | undefined> {
  const row = await selectSettingRow(app.database, params.slug ?? '', false);
  return row && JSON.stringify(settingsOf(row, view.timeZone));
}

/** The days, limits and hashtags of a campaign. */
export async function settingsPage(request: StaffRequest): Promise<Answer> {
  const row = await selectSettingRow(request.app.database, request.params.slug ?? '', false);
  if (!row) throw new NotFoundError('a campaign');
  const now = settingsOf(row, request.view.timeZone);
  return showing(request, { typed: now, was: now });
}

/** Sets them, unless something typed can't be or somebody else was there meanwhile. */
export async function changeCampaign(request: StaffRequest): Promise<Answer> {
  const { app, form, params, session, view, lang } = request;
  const slug = params.slug ?? '';
  const [given, was] = [typedIn(form), typedIn(form, carried)];
  const change = { typed: given, was, zone: view.timeZone, by: session.actor_id };
  const outcome = await changeSettings(app.database, slug, change);
  switch (outcome.is) {
    case 'done':
      return seeOther(deskAddresses.oneCampaign(lang, slug));
    case 'none':
      throw new NotFoundError('a campaign');
    case 'moved':
      return showing(request, { typed: given, was: outcome.now, elsewhere: outcome.now });
    default:
      return showing(request, {
        ...{ typed: given, was },
        problems: new Map([...outcome.wrong].map(([name, why]) => [name, view.t(`campaigns.settings.wrong.${why}`)])),
      });
  }
}

interface Shown {
  readonly typed: TypedSettings;
  readonly was: TypedSettings;
  readonly problems?: Problems;
  /** What somebody set meanwhile. */
  readonly elsewhere?: TypedSettings;
}

async function showing(request: StaffRequest, { typed: given, was, problems = noProblems, elsewhere }: Shown) {
  const { view, lang, token } = request;
  const [campaign] = await itemsOf(request);
  const address = deskAddresses.settings(lang, campaign.slug);
  const called = `\u2068${calledIn(lang, campaign).name}\u2069`;
  return screen(
    { ...request, path: behindHome(lang, address) },
    view.t('campaigns.settings.title', { what: called }),
    <>
      {elsewhere && <Elsewhere view={view} theirs={elsewhere} yours={given} />}
      <p>{view.t('campaigns.settings.lead', { zone: view.timeZone })}</p>
      <OfficeForm
        view={view}
        token={token}
        action={address}
        button={view.t('campaigns.settings.save')}
        problems={problems}
      >
        <Carried values={settingFields.map((name) => [carried(name), was[name]] as const)} />
        {settingFields.map((name) => (
          <Field
            key={name}
            name={name}
            label={view.t(`campaigns.settings.${name}`)}
            hint={view.t(`campaigns.settings.${name}.hint`)}
            error={problems.get(name)}
            defaultValue={given[name]}
            autoComplete="off"
            dir="ltr"
            {...(name.endsWith('On') ? { type: 'date' as const } : {})}
          />
        ))}
      </OfficeForm>
      <p>
        <a href={deskAddresses.oneCampaign(lang, campaign.slug)}>{view.t('campaigns.words.back', { what: called })}</a>
      </p>
    </>,
    { status: elsewhere ? 409 : problems.size > 0 ? 422 : 200 },
  );
}

/** What somebody else set beside what was typed here. */
function Elsewhere({ view, theirs, yours }: { view: View; theirs: TypedSettings; yours: TypedSettings }) {
  const fields = settingFields.map((name) => ({
    label: view.t(`campaigns.settings.${name}`),
    ...{ theirs: theirs[name], yours: yours[name] },
  }));
  return <OtherFields view={view} text={view.t('campaigns.settings.meanwhile')} fields={fields} />;
}
