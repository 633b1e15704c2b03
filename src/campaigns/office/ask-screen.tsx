import { mayEver } from '../../accounts/roles.ts';
import { direction, type Lang } from '../../config/langs.ts';
import { type Answer, NotFoundError } from '../../http/answer.ts';
import type { View } from '../../http/view.ts';
import type { Key } from '../../locales/words.ts';
import { itemHistory } from '../../office/item-history.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { Detail } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { publicationsOf } from '../../publications/publications.ts';
import { treaties } from '../../states/shapes.ts';
import { newestOf, versionOf } from '../../texts/versions.ts';
import { deskAddresses } from '../addresses.ts';
import type { AskText } from '../campaign-text.ts';
import { selectAskFacts } from './campaign-screen-queries.ts';
import { Languages } from './languages.tsx';
import { publishedIn } from './published-in.ts';
import { calledIn, itemOf, itemsOf } from './worded-item.ts';

/** What a state is asked to do: when, of which office, in which words. */
export async function askScreen(request: StaffRequest): Promise<Answer> {
  const { app, view, lang, params, session } = request;
  const [campaign, ...asks] = await itemsOf(request);
  const place = asks.findIndex(({ ask }) => ask === params.ask);
  const row = asks[place];
  if (!row) throw new NotFoundError('an ask');
  const facts = (await selectAskFacts(app.database, campaign.id)).find(({ id }) => id === row.id);
  const newest = await newestOf(app.database, [row.id]);
  const publications = await publicationsOf(app.database, 'ask');
  const called = calledIn(lang, row);
  const current = row.texts.find((one) => one.lang === called.lang)?.version;
  const version = current && (await versionOf(app.database, { item: row.id, lang: called.lang }, current));
  return screen(
    request,
    called.name,
    <>
      <dl className="details">
        <Detail label={view.t('campaigns.desk.name')}>
          <a href={deskAddresses.oneCampaign(lang, campaign.slug)}>
            <bdi>{calledIn(lang, campaign).name}</bdi>
          </a>
        </Detail>
        <Detail label={view.t('campaigns.desk.published')}>{publishedIn(view, publications.get(row.id))}</Detail>
        <Detail label={view.t('campaigns.ask.condition')}>{facts && conditionWords(view, facts.condition)}</Detail>
        <Detail label={view.t('campaigns.ask.office')}>
          {view.t(`campaigns.office.${facts?.office ?? 'any'}` as Key)}
        </Detail>
        <Detail label={view.t('campaigns.ask.aim')}>{view.t(`campaigns.aim.${facts?.aim}` as Key)}</Detail>
        <Detail label={view.t('campaigns.ask.place')}>
          {view.t('campaigns.ask.placeOf', { place: place + 1, of: asks.length })}
        </Detail>
      </dl>
      <p className="row">
        {mayEver(session.role, 'campaigns.change') && (
          <a className="go o" href={deskAddresses.rules(lang, campaign.slug, row.ask ?? '')}>
            {view.t('campaigns.rules.change')}
          </a>
        )}{' '}
        {mayEver(session.role, 'publications.change') && (
          <a className="go o" href={deskAddresses.publishing(lang, campaign.slug, row.id)}>
            {view.t('campaigns.publishing')}
          </a>
        )}{' '}
        <a href={deskAddresses.rulesVersions(lang, campaign.slug, row.ask ?? '')}>
          {view.t('campaigns.rules.earlier')}
        </a>
      </p>
      <h2>{view.t('campaigns.desk.words')}</h2>
      <Languages request={request} row={row} newest={newest} />
      {version && <Letter lang={called.lang} text={version.words as AskText} begins={facts?.defaults ?? []} />}
      {await itemHistory(request, ['ask', itemOf(row).name])}
      <p>
        <a href={deskAddresses.oneCampaign(lang, campaign.slug)}>
          {view.t('campaigns.words.back', { what: `\u2068${calledIn(lang, campaign).name}\u2069` })}
        </a>
      </p>
    </>,
  );
}

/** Of which states it is asked. */
export function conditionWords(view: View, condition: string): string {
  const treaty = treaties.find((one) => condition === `no-${one}`);
  if (treaty) return view.t('campaigns.condition.treaty', { treaty: view.t(`states.treaty.${treaty}`) });
  return view.t(`campaigns.condition.${condition}` as Key);
}

interface LetterProps {
  readonly lang: Lang;
  readonly text: AskText;
  readonly begins: readonly string[];
}

/** The letter as it begins; the arguments that a writer may choose instead are at its words. */
function Letter({ lang, text, begins }: LetterProps) {
  const chosen = begins.flatMap((name) => text.arguments?.find(({ id }) => id === name) ?? []);
  return (
    <blockquote className="says" lang={lang} dir={direction(lang)}>
      <p>
        <b>{text.subject}</b>
      </p>
      <p>{text.opening}</p>
      {chosen.map((one) => (
        <p key={one.id}>{one.text}</p>
      ))}
      <p>{text.closing}</p>
    </blockquote>
  );
}
