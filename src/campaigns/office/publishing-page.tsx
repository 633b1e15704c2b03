import { isLang, langs } from '../../config/langs.ts';
import { type Answer, seeOther } from '../../http/answer.ts';
import { chosen, type Fields, written } from '../../http/fields.ts';
import { list } from '../../locales/format.ts';
import { Meanwhile } from '../../office/meanwhile.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { bar } from '../../publications/publications.ts';
import { noProblems, type Problems } from '../../site/components/form.tsx';
import { isLongerThan, paragraphs } from '../../text/text-cleaning.ts';
import { deskAddresses } from '../addresses.ts';
import { guardAsk, refusalOf } from '../guard-ask.ts';
import { changedSince, publishSeen } from '../publish-campaign.ts';
import type { ItemRow } from './item-queries.ts';
import { type PublishingOne, publishingOf, seenIn } from './publishing.ts';
import { Publish, States, Withdraw } from './publishing-forms.tsx';
import { calledIn, itemOf, itemPage } from './worded-item.ts';

const MOST_WHY = 1_000;

export const publishingFields: Fields = {
  ...{ step: chosen(20), langs: chosen(2, langs.length), asks: chosen(3) },
  seen: chosen(60, 200),
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

async function publishOne(request: StaffRequest, publishing: PublishingOne): Promise<Answer> {
  const { app, form, session, view, lang } = request;
  const { row } = publishing;
  const wanted = form.getAll('langs').filter(isLang);
  if (wanted.length === 0) return showing(request, publishing, wrong('langs', view.t('campaigns.publishing.choose')));
  const seen = seenIn(form);
  const what = { slug: row.slug, item: row.id, langs: wanted, withAsks: form.get('asks') === 'yes', seen };
  const published = await publishSeen(app.database, what, session.actor_id);
  if (published === 'done') return seeOther(itemPage(lang, row));
  const now = await publishingOf(request);
  if (published === 'moved') return showing(request, now, noProblems, changedSince(now, seen));
  return showing(request, now, wrong('langs', view.t('campaigns.publishing.general')));
}

const wrong = (field: string, said: string): Problems => new Map([[field, said]]);

async function withdrawOne(request: StaffRequest, publishing: PublishingOne): Promise<Answer> {
  const { form, view } = request;
  const why = paragraphs(form.get('why') ?? '');
  if (!why || isLongerThan(why, MOST_WHY))
    return showing(request, publishing, wrong('why', view.t('campaigns.publishing.why.wrong', { most: MOST_WHY })));
  return barOne(request, publishing, why);
}

async function barOne(request: StaffRequest, publishing: PublishingOne, why: string | undefined): Promise<Answer> {
  const { app, session, lang, view } = request;
  const { id, kind, name } = itemOf(publishing.row);
  const guard = kind === 'ask' ? guardAsk : undefined;
  const refused = await refusalOf(
    bar(app.database, { id, kind, name, tags: ['campaigns'], guard }, 'withdrawn', session.actor_id, why),
  );
  if (refused) {
    const said = view.t(`campaigns.rules.wrong.${refused}`);
    return showing(request, await publishingOf(request), wrong(why === undefined ? 'reinstate' : 'why', said));
  }
  return seeOther(itemPage(lang, publishing.row));
}

/** @param moved what was changed since it was seen: nothing is published, and it is looked at again */
function showing(
  request: StaffRequest,
  publishing: PublishingOne,
  problems: Problems,
  moved?: readonly ItemRow[],
): Answer {
  const { view, lang } = request;
  const { row, publications } = publishing;
  const called = `\u2068${calledIn(lang, row).name}\u2069`;
  const publication = publications.get(row.id);
  const address = deskAddresses.publishing(lang, row.slug, row.id);
  return screen(
    { ...request, path: behindHome(lang, address) },
    view.t('campaigns.publishing.title', { what: called }),
    <>
      {moved && <Moved request={request} moved={moved} />}
      <States view={view} row={row} publication={publication} />
      {publication?.hidden && <p className="note">{view.t('campaigns.publishing.hidden')}</p>}
      <Publish request={request} publishing={publishing} problems={problems} />
      <Withdraw request={request} row={row} publication={publication} problems={problems} />
      <p>
        <a href={itemPage(lang, row)}>{view.t('campaigns.words.back', { what: called })}</a>
      </p>
    </>,
    { status: moved ? 409 : problems.size > 0 ? 422 : 200 },
  );
}

function Moved({ request: { view, lang }, moved }: { request: StaffRequest; moved: readonly ItemRow[] }) {
  const names = moved.map((row) => `\u2068${calledIn(lang, row).name}\u2069`);
  return (
    <Meanwhile view={view} text={view.t('campaigns.publishing.moved')}>
      {names.length > 0 && <p>{view.t('campaigns.publishing.movedOf', { names: list(lang, names) })}</p>}
    </Meanwhile>
  );
}
