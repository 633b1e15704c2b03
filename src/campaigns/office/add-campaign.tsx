import { direction, langs } from '../../config/langs.ts';
import { ownController } from '../../controllers/install.ts';
import { type Answer, seeOther } from '../../http/answer.ts';
import { chosen, type Fields, typed, written } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import { languageName } from '../../locales/format.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { Choices, Field, Select, TextArea } from '../../site/components/field.tsx';
import { noProblems, type Problems } from '../../site/components/form.tsx';
import { deskAddresses } from '../addresses.ts';
import { selectCampaignNames } from '../campaign-queries.ts';
import { makeCampaign } from '../make-campaign.ts';
import type { NewCampaign, NewField, WrongNew } from '../new-campaign.ts';
import { takenFrom } from '../taken-over.ts';
import { WRITTEN_SO } from './text-fields.tsx';

export const addQuery: Fields = { from: chosen(200) };
export const addFields: Fields = {
  slug: typed('campaigns.make.slug', 80),
  opensOn: typed('campaigns.settings.opensOn', 20),
  from: chosen(200),
  'name-*': typed('campaigns.say.name', 400),
  'call-*': written('campaigns.say.call', 2_000),
};

function typedIn(form: URLSearchParams): NewCampaign {
  const of = (name: string) => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  return {
    ...{ slug: of('slug'), opensOn: of('opensOn'), from: of('from') },
    words: new Map(langs.map((lang) => [lang, { name: of(`name-${lang}`), call: of(`call-${lang}`) }])),
  };
}

/** The form for another campaign, from nothing or with what one has that is there. */
export async function addPage(request: StaffRequest): Promise<Answer> {
  const from = request.query.get('from') ?? '';
  const other = from === '' ? undefined : await takenFrom(request.app.database, from);
  const callIn = (lang: string) => other?.texts.find((one) => one.lang === lang)?.text.call ?? '';
  const words = new Map(langs.map((lang) => [lang, { name: '', call: callIn(lang) }]));
  return showing(request, { slug: '', opensOn: '', from: other ? from : '', words }, noProblems);
}

/** Makes it, unless something typed can't be. */
export async function addCampaign(request: StaffRequest): Promise<Answer> {
  const { app, form, session, view, lang } = request;
  const given = typedIn(form);
  const how = { zone: view.timeZone, controller: ownController(app.settings), by: session.actor_id };
  const made = await makeCampaign(app.database, given, how);
  if (made.is === 'done') return seeOther(deskAddresses.oneCampaign(lang, given.slug));
  return showing(request, given, new Map([...made.wrong].map(([field, why]) => [field, saidOf(view, field, why)])));
}

function saidOf(view: View, field: NewField, why: WrongNew): string {
  if (why === 'day') return view.t('campaigns.settings.wrong.day');
  if (why === 'long') return view.t('campaigns.wrong.long', { most: field.startsWith('call') ? 2_000 : 400 });
  if (why === 'figure' || why === 'unknownFigure') return view.t(`campaigns.wrong.${why}`, WRITTEN_SO);
  return view.t(`campaigns.make.wrong.${why}`);
}

async function showing(request: StaffRequest, given: NewCampaign, problems: Problems): Promise<Answer> {
  const { app, view, lang, token } = request;
  const known = [...(await selectCampaignNames(app.database)).keys()];
  return screen(
    { ...request, path: behindHome(lang, deskAddresses.add(lang)) },
    view.t('campaigns.make'),
    <>
      <p>{view.t('campaigns.make.lead')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={deskAddresses.add(lang)}
        button={view.t('campaigns.make.do')}
        problems={problems}
      >
        <Select
          name="from"
          label={view.t('campaigns.make.from')}
          hint={view.t('campaigns.make.from.hint')}
          error={problems.get('from')}
          defaultValue={given.from}
        >
          <option value="">{view.t('campaigns.make.from.nothing')}</option>
          {known.map((slug) => (
            <option key={slug} value={slug}>
              {slug}
            </option>
          ))}
        </Select>
        <Field
          name="slug"
          label={view.t('campaigns.make.slug')}
          hint={view.t('campaigns.make.slug.hint')}
          error={problems.get('slug')}
          defaultValue={given.slug}
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          dir="ltr"
        />
        <Field
          name="opensOn"
          type="date"
          label={view.t('campaigns.settings.opensOn')}
          hint={view.t('campaigns.make.opensOn.hint', { zone: view.timeZone })}
          error={problems.get('opensOn')}
          defaultValue={given.opensOn}
          autoComplete="off"
          dir="ltr"
        />
        <h2>{view.t('campaigns.make.words')}</h2>
        <p>{view.t('campaigns.make.words.hint')}</p>
        <Words view={view} given={given} problems={problems} />
      </OfficeForm>
      <p>
        <a href={deskAddresses.campaigns(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}

interface WordsProps {
  readonly view: View;
  readonly given: NewCampaign;
  readonly problems: Problems;
}

/** Its name and its call, language by language. */
function Words({ view, given, problems }: WordsProps) {
  return langs.map((lang) => {
    const field = (name: 'name' | 'call') => ({
      ...{ name: `${name}-${lang}`, lang, dir: direction(lang), autoComplete: 'off' },
      label: view.t(`campaigns.say.${name}`),
      error: problems.get(`${name}-${lang}`),
      defaultValue: given.words.get(lang)?.[name] ?? '',
    });
    return (
      <Choices key={lang} name={`words-${lang}`} label={languageName(view.lang, lang)}>
        <Field {...field('name')} />
        <TextArea {...field('call')} rows={3} spellcheck />
      </Choices>
    );
  });
}
