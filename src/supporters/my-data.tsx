import { linkStateOf } from '../actions/action.ts';
import { detailsOf } from '../actions/action-details.tsx';
import { kindOf } from '../actions/action-kind.ts';
import { actionAddresses } from '../actions/addresses.ts';
import { isLegible } from '../actions/legible.ts';
import { campaignOfAction } from '../campaigns/campaigns.ts';
import { type Answer, seeOther } from '../http/answer.ts';
import { chosen, linkForm, SPEAK, saysWrongAgain } from '../http/fields.ts';
import type { SiteRequest } from '../http/request.ts';
import { needsNoGate } from '../publications/needs-no-gate.ts';
import { openLink, sealLink } from '../sealing/mailed-link.ts';
import { noProblems, type Problems } from '../site/components/form.tsx';
import { page } from '../site/page.tsx';
import { supporterAddresses } from './addresses.ts';
import { eraseEverything } from './erase.ts';
import { asFile, exportedOf, type PersonalDataCopy, personalDataOf } from './export-data.ts';
import { MyData, Plain } from './my-data-page.tsx';
import { withdrawConsent } from './withdraw-consent.ts';

/** Why no gate stands before it. */
const THEIRS = 'what is held of whoever holds the link that was mailed to them';

const TICK = chosen(20);

/** How long a link to one's data works: it opens much, so only as long as somebody needs to read a mail. */
const VALID_FOR = 24 * 3_600_000;

/** What the page of one's data asks: to take it along, to take a consent back, or to delete it. */
export const myDataForm = linkForm({ withdraw: chosen(40), download: TICK, erase: TICK, sure: TICK, [SPEAK]: TICK });

/** Everything held of whoever holds the freshly mailed link. */
export const myDataPage = needsNoGate(THEIRS, async (request) => {
  const opened = openFresh(request);
  return 'answer' in opened ? opened.answer : openedPage(request, opened.key, noProblems);
});

/** Takes it with them, takes a consent back, or deletes everything. */
export const changeMyData = needsNoGate(THEIRS, async (request) => {
  const { app, form, lang, params } = request;
  const opened = openFresh(request);
  if ('answer' in opened) return opened.answer;
  const { key } = opened;
  const consent = form.get('withdraw');
  // Another language was asked for, and nothing else: what is ticked is kept, and nothing is deleted.
  if (form.has(SPEAK)) return openedPage(request, key, saysWrongAgain(form) ? unsure(request) : noProblems);
  if (form.has('download')) return download(request, key);
  if (form.has('erase')) return erase(request, key);
  if (consent) await withdrawConsent(app, key, consent);
  return seeOther(supporterAddresses.myDataOpened(lang, params.token ?? ''));
});

function openFresh({ app, view, params }: SiteRequest, now = Date.now()): { key: Buffer } | { answer: Answer } {
  const opened = openLink(app.keys, 'my-data', params.token ?? '');
  if (!opened) return { answer: plain(view, 'actions.link.unknown', 404) };
  if (opened.madeAt.getTime() + VALID_FOR < now) return { answer: plain(view, 'supporters.data.old', 410) };
  return { key: opened.supporterKey };
}

async function openedPage(request: SiteRequest, key: Buffer, problems: Problems): Promise<Answer> {
  const { app, view, lang, params, form } = request;
  const copy = await personalDataOf(app, key);
  if (!copy) return plain(view, 'supporters.data.nothing', 200);
  const title = view.t('supporters.data.title');
  const action = supporterAddresses.myDataOpened(lang, params.token ?? '');
  const actions = await detailsOfActions(request, copy);
  const sure = form.has('sure');
  const more = await Promise.all(app.handed.personalData.map(({ shown }) => shown?.(app, view, key)));
  return page(
    {
      view,
      title,
      description: title,
      private: true,
      form: { id: 'erase' },
      children: <MyData {...{ view, copy, actions, more, action, problems, sure }} />,
    },
    { status: problems.size > 0 ? 422 : 200 },
  );
}

function detailsOfActions({ app, view, lang }: SiteRequest, copy: PersonalDataCopy) {
  return Promise.all(
    copy.actions.map(async (action) => {
      const campaign = await campaignOfAction(app.database, action, lang);
      const kind = kindOf(app, action);
      const became = await kind.status?.(app, view, action);
      const details = await detailsOf(app, view, action, campaign?.text.name ?? '');
      const open = campaign && linkStateOf(action, campaign, new Date()) === 'ready' && (await isLegible(app, action));
      const confirm = open
        ? actionAddresses.confirm(lang, sealLink(app.keys, 'confirm', action.supporterKey, action.id))
        : undefined;
      return { action, title: view.t(kind.says.title), details, became, confirm };
    }),
  );
}

async function download({ app, view, lang }: SiteRequest, key: Buffer): Promise<Answer> {
  const copy = await personalDataOf(app, key);
  if (!copy) return plain(view, 'supporters.data.nothing', 200);
  return {
    kind: 'file',
    type: 'application/json; charset=utf-8',
    body: asFile(copy, await exportedOf(app, key, lang), lang),
    name: 'common-bonds-my-data.json',
  };
}

async function erase(request: SiteRequest, key: Buffer): Promise<Answer> {
  const { app, view } = request;
  const problems = unsure(request);
  if (problems.size > 0) return openedPage(request, key, problems);
  const erased = await eraseEverything(app, key);
  return plain(view, erased?.leaving ? 'supporters.data.erased.leaving' : 'supporters.data.erased', 200);
}

function unsure({ view, form }: SiteRequest): Problems {
  return form.has('sure') ? noProblems : new Map([['sure-yes', view.t('supporters.data.erase.tick')]]);
}

function plain(view: SiteRequest['view'], what: Parameters<typeof Plain>[0]['what'], status: number): Answer {
  const title = view.t(`${what}.title`);
  return page(
    { view, title, description: title, private: true, children: <Plain view={view} what={what} /> },
    { status },
  );
}
