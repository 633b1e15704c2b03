import { isLang, type Lang, langs } from '../../config/langs.ts';
import { type Answer, seeOther } from '../../http/answer.ts';
import { chosen, type Fields, written } from '../../http/fields.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { bar } from '../../publications/publications.ts';
import { noProblems, type Problems } from '../../site/components/form.tsx';
import { isLongerThan, paragraphs } from '../../text/text-cleaning.ts';
import { deskAddresses } from '../addresses.ts';
import { publishIn } from '../publish-campaign.ts';
import { isMade, type Publishing, publishable, publishingOf } from './publishing.ts';
import { Publish, States, Withdraw } from './publishing-forms.tsx';
import { calledIn, itemOf, itemPage } from './worded-item.ts';

const MOST_WHY = 1_000;

export const publishingFields: Fields = {
  ...{ step: chosen(20), langs: chosen(2, langs.length), asks: chosen(3) },
  why: written('campaigns.publishing.why', MOST_WHY),
};

/** In which languages readers have it, and what changes that. */
export async function publishingPage(request: StaffRequest): Promise<Answer> {
  return showing(request, await publishingOf(request), noProblems);
}

/** Publishes it, withdraws it or shows it again. */
export async function changePublishing(request: StaffRequest): Promise<Answer> {
  const { form } = request;
  const publishing = await publishingOf(request);
  const step = form.get('step');
  if (step === 'publish') return publishOne(request, publishing);
  if (step === 'withdraw') return withdrawOne(request, publishing);
  if (step === 'reinstate') return barOne(request, publishing, undefined);
  return showing(request, publishing, noProblems);
}

async function publishOne(request: StaffRequest, publishing: Publishing): Promise<Answer> {
  const { app, form, session, view, lang } = request;
  const { row, rows, asks } = publishing;
  const wanted = form.getAll('langs').filter(isLang);
  if (wanted.length === 0) return showing(request, publishing, wrong('langs', view.t('campaigns.publishing.choose')));
  const withAsks = row.kind === 'campaign' && form.get('asks') === 'yes';
  if (row.kind === 'campaign' && !wanted.every((one) => reachesEveryState(publishing, one, withAsks)))
    return showing(request, publishing, wrong('langs', view.t('campaigns.publishing.general')));
  const others = withAsks ? rows.filter(({ id, kind }) => kind === 'ask' && isMade(asks, id)) : [];
  const things = [row, ...others].map((one) => publishable(one, publishing));
  await publishIn(app.database, things, wanted, session.actor_id);
  return seeOther(itemPage(lang, row));
}

/** Whether something is asked of every state in a language, once this is done. */
function reachesEveryState(publishing: Publishing, lang: Lang, withAsks: boolean): boolean {
  const always = publishing.asks.find(({ barred, rules }) => !barred && rules.when === 'always');
  const row = publishing.rows.find(({ id }) => id === always?.id);
  if (!row) return false;
  const { written: there, shown } = publishable(row, publishing);
  return shown.includes(lang) || (withAsks && there.includes(lang));
}

const wrong = (field: string, said: string): Problems => new Map([[field, said]]);

async function withdrawOne(request: StaffRequest, publishing: Publishing): Promise<Answer> {
  const { form, view } = request;
  const { row, asks } = publishing;
  const why = paragraphs(form.get('why') ?? '');
  if (!why || isLongerThan(why, MOST_WHY))
    return showing(request, publishing, wrong('why', view.t('campaigns.publishing.why.wrong', { most: MOST_WHY })));
  const one = asks.find(({ id }) => id === row.id);
  if (one?.rules.when === 'always')
    return showing(request, publishing, wrong('why', view.t('campaigns.rules.wrong.last')));
  return barOne(request, publishing, why);
}

async function barOne({ app, session, lang }: StaffRequest, { row }: Publishing, why: string | undefined) {
  const { id, kind, name } = itemOf(row);
  await bar(app.database, { id, kind, name, tags: ['campaigns'] }, 'withdrawn', session.actor_id, why);
  return seeOther(itemPage(lang, row));
}

function showing(request: StaffRequest, publishing: Publishing, problems: Problems): Answer {
  const { view, lang } = request;
  const { row, publications } = publishing;
  const called = `\u2068${calledIn(lang, row).name}\u2069`;
  const publication = publications.get(row.id);
  const address = deskAddresses.publishing(lang, row.slug, row.id);
  return screen(
    { ...request, path: behindHome(lang, address) },
    view.t('campaigns.publishing.title', { what: called }),
    <>
      <States view={view} row={row} publication={publication} />
      {publication?.hidden && <p className="note">{view.t('campaigns.publishing.hidden')}</p>}
      <Publish request={request} publishing={publishing} problems={problems} />
      <Withdraw request={request} row={row} publication={publication} problems={problems} />
      <p>
        <a href={itemPage(lang, row)}>{view.t('campaigns.words.back', { what: called })}</a>
      </p>
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}
