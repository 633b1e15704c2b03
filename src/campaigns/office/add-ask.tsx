import { type Answer, NotFoundError, seeOther } from '../../http/answer.ts';
import { chosen, type Fields, typed } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { Field } from '../../site/components/field.tsx';
import { noProblems, type Problems } from '../../site/components/form.tsx';
import { type Added, addAsk } from '../add-ask.ts';
import { deskAddresses } from '../addresses.ts';
import type { AskRules } from '../ask-rules.ts';
import { chosenIn } from './rules-fields.ts';
import { RuleInputs } from './rules-inputs.tsx';
import { calledIn, itemsOf } from './worded-item.ts';

export const addAskFields: Fields = {
  slug: typed('campaigns.add.slug', 80),
  ...{ when: chosen(60), office: chosen(60), aim: chosen(60) },
};

const first: AskRules = { when: 'always', office: null, aim: 'global-justice', defaults: [] };

/** The form for another ask of a campaign. */
export async function addAskPage(request: StaffRequest): Promise<Answer> {
  return showing(request, { slug: '', rules: first }, noProblems);
}

/** Adds it, and leads to where its words are written. */
export async function addOneAsk(request: StaffRequest): Promise<Answer> {
  const { app, form, params, session, view, lang } = request;
  const slug = params.slug ?? '';
  const given = { slug: (form.get('slug') ?? '').trim(), rules: chosenIn(form, undefined).rules };
  const added = await addAsk(app.database, slug, { ...given, by: session.actor_id });
  if (added.is === 'none') throw new NotFoundError('a campaign');
  if (added.is === 'wrong') return showing(request, given, problemsOf(view, added));
  return seeOther(deskAddresses.words(lang, slug, added.id, lang));
}

function problemsOf(view: View, { wrong }: Extract<Added, { is: 'wrong' }>): Problems {
  return new Map(
    [...wrong].map(([field, why]) => [
      field,
      view.t(
        why === 'slug'
          ? 'campaigns.make.wrong.slug'
          : why === 'taken'
            ? 'campaigns.add.taken'
            : `campaigns.rules.wrong.${why}`,
      ),
    ]),
  );
}

interface Given {
  readonly slug: string;
  readonly rules: AskRules;
}

async function showing(request: StaffRequest, { slug, rules }: Given, problems: Problems): Promise<Answer> {
  const { view, lang, token } = request;
  const [campaign] = await itemsOf(request);
  const called = `\u2068${calledIn(lang, campaign).name}\u2069`;
  const address = deskAddresses.addAsk(lang, campaign.slug);
  return screen(
    { ...request, path: behindHome(lang, address) },
    view.t('campaigns.add.title', { what: called }),
    <>
      <p>{view.t('campaigns.add.lead')}</p>
      <OfficeForm view={view} token={token} action={address} button={view.t('campaigns.add.do')} problems={problems}>
        <Field
          name="slug"
          label={view.t('campaigns.add.slug')}
          hint={view.t('campaigns.make.slug.hint')}
          error={problems.get('slug')}
          defaultValue={slug}
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          dir="ltr"
        />
        <RuleInputs view={view} given={{ rules, place: 1 }} problems={problems} />
      </OfficeForm>
      <p>
        <a href={deskAddresses.oneCampaign(lang, campaign.slug)}>{view.t('campaigns.words.back', { what: called })}</a>
      </p>
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}
