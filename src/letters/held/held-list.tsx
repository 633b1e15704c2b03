import { z } from 'zod';
import { everyCampaign } from '../../campaigns/campaigns.ts';
import { direction, type Lang, langs } from '../../config/langs.ts';
import { chosen } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';
import { languageName } from '../../locales/format.ts';
import { choiceFilter, offeredFilter } from '../../office/list/filters.ts';
import type { OfficeList } from '../../office/list/office-list.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import type { Problems } from '../../site/components/form.tsx';
import { listedName } from '../../states/state-names.ts';
import { allStates } from '../../states/states.ts';
import { csvLines } from '../../text/csv-lines.ts';
import { letterAddresses } from '../addresses.ts';
import { readableText } from '../letter-text.ts';
import { decideLetters } from '../review.ts';
import { holdReasons } from '../screening.ts';
import { type HeldRow, selectHeldNamed, selectHeldSlice } from './held-queries.ts';
import { readReason, readyReason, reasonField } from './ready-reasons.ts';
import { ReadyReasons, ReasonField, wrongReason } from './reason-field.tsx';
import { selectAsksOfHeld, selectStatesOfHeld } from './to-look-at-queries.ts';

/** A held letter as the list shows it; its words are opened where they are shown. */
interface ListedLetter extends HeldRow {
  readonly position: string;
  readonly campaign: string;
  readonly ask: string;
  readonly askTitle: string;
  readonly stateName: string;
  subject(): string | undefined;
}

const filters = {
  lang: choiceFilter('letters.look.language', langs, ({ lang }, one) => languageName(lang, one)),
  ask: offeredFilter('letters.look.ask', z.uuid(), offeredAsks),
  state: offeredFilter('letters.look.state', z.string().regex(/^[A-Z]{3}$/), offeredStates),
  why: choiceFilter('letters.look.why', holdReasons, ({ t }, one) => t(`letters.look.why.${one}`)),
};

/** Campaigns and their asks of which letters are held. */
async function offeredAsks({ app, view }: StaffRequest, chosenAsk: string | undefined) {
  const [asks, campaigns] = await Promise.all([selectAsksOfHeld(app.database), everyCampaign(app.database, view.lang)]);
  return campaigns.flatMap(({ id, text, asks: all }) => {
    const there = all.filter((ask) => asks.includes(ask.id) || ask.id === chosenAsk);
    if (there.length === 0 && id !== chosenAsk) return [];
    const one = (ask: (typeof there)[number]) =>
      [ask.id, view.t('letters.look.askOf', { campaign: text.name, ask: ask.text.title })] as const;
    return [[id, text.name] as const, ...there.map(one)];
  });
}

async function offeredStates({ app, view }: StaffRequest, chosenState: string | undefined) {
  const [states, all] = await Promise.all([selectStatesOfHeld(app.database), allStates(app.database)]);
  return all
    .filter(({ iso3 }) => states.includes(iso3) || iso3 === chosenState)
    .map((state) => [state.iso3, listedName(view.lang, state)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, view.lang));
}

/** Letters that wait for somebody's look, the longest waiting first. */
export const heldList: OfficeList<ListedLetter, typeof filters, 'since'> = {
  address: letterAddresses.heldLetters,
  who: 'letters.decide',
  navigation: { label: 'letters.look', group: 'work', order: 20 },
  title: 'letters.look',
  lead: 'letters.look.lead',
  beside: [{ who: 'letters.decide', label: 'letters.decided', link: letterAddresses.decidedLetters }],
  empty: 'letters.look.empty',
  filters,
  sorts: { since: 'moment' },
  first: { sort: 'since', descending: false },
  id: 'uuid',
  rows: async (request, { filtered, slice }) =>
    named(request, await selectHeldSlice(request.app.database, filtered, slice)),
  columns: [
    {
      label: 'letters.look.subject',
      cell: (letter, view) => <Subject letter={letter} view={view} />,
      link: ({ id }, lang) => letterAddresses.heldLetter(lang, id),
    },
    { label: 'letters.look.why', cell: ({ because }, { t }) => t(`letters.look.why.${because}`) },
    { label: 'letters.look.ask', cell: ({ askTitle }) => askTitle },
    { label: 'letters.look.state', cell: ({ stateName }) => stateName },
    { label: 'letters.look.language', cell: ({ lang }, view) => languageName(view.lang, lang) },
    { label: 'letters.look.since', sort: 'since', cell: ({ since }, view) => view.moment(since) },
    { label: 'letters.look.taker', cell: ({ taker }) => taker !== null && <bdi>{taker}</bdi> },
  ],
  csv: {
    name: 'held-letters',
    head: csvLines([['id', 'campaign', 'ask', 'state', 'language', 'why', 'since']]),
    line: ({ id, campaign, ask, country, lang, because, since }) =>
      csvLines([[id, campaign, ask, country, lang, because, since.toISOString()]]),
  },
  several: {
    named: async (request, ids) =>
      (await named(request, await selectHeldNamed(request.app.database, ids))).map((letter) => ({
        id: letter.id,
        name: nameOf(letter, request.view),
      })),
    deeds: [
      {
        name: 'release',
        who: 'letters.decide',
        label: 'letters.look.release',
        title: 'letters.look.release.several',
        text: 'letters.look.release.text',
        button: 'letters.look.release.several',
        done: 'letters.look.released',
        run: async ({ app, session }, ids) => (await decideLetters(app, ids, { by: session.actor_id })).done.length,
      },
      {
        name: 'refuse',
        who: 'letters.decide',
        label: 'letters.look.refuse',
        title: 'letters.look.refuse.several',
        text: 'letters.look.refuse.text',
        button: 'letters.look.refuse.several',
        done: 'letters.look.refused',
        destroys: true,
        fields: Object.fromEntries(langs.map((lang) => [fieldOf(lang), reasonField])),
        begun: { use: chosen(40) },
        begin: ({ view }, link) => <ReadyReasons view={view} link={(use) => link({ use })} />,
        ask: reasonsOf,
        run: refuseSeveral,
      },
    ],
  },
};

/** A reason for each language in which their writers are told. */
async function reasonsOf({ app, view, query, form }: StaffRequest, problems: Problems, ids: readonly string[]) {
  const letters = await selectHeldNamed(app.database, ids);
  return langsOf(letters).map((lang) => (
    <ReasonField
      key={lang}
      view={view}
      name={fieldOf(lang)}
      lang={lang}
      value={form.get(fieldOf(lang)) ?? readyReason(lang, query.get('use'), letters[0]?.because ?? 'link')}
      error={problems.get(fieldOf(lang))}
    />
  ));
}

async function refuseSeveral({ app, session, form, view }: StaffRequest, ids: readonly string[]) {
  const spoken = langsOf(await selectHeldNamed(app.database, ids));
  const read = spoken.map((lang) => [lang, readReason(form.get(fieldOf(lang)))] as const);
  const problems = read.flatMap(([lang, reason]) => {
    const wrong = wrongReason(view, reason);
    return wrong ? [[fieldOf(lang), wrong] as const] : [];
  });
  if (problems.length > 0) return new Map(problems);
  const refuse = Object.fromEntries(
    read.flatMap(([lang, reason]) => ('reason' in reason ? [[lang, reason.reason]] : [])),
  );
  return (await decideLetters(app, ids, { by: session.actor_id, refuse })).done.length;
}

function langsOf(letters: readonly Pick<HeldRow, 'writerLang'>[]): readonly Lang[] {
  return langs.filter((lang) => letters.some(({ writerLang }) => writerLang === lang));
}

function fieldOf(lang: Lang): string {
  return `reason-${lang}`;
}

async function named<Row extends HeldRow>({ app, view }: StaffRequest, rows: readonly Row[]) {
  const [campaigns, states] = await Promise.all([everyCampaign(app.database, view.lang), allStates(app.database)]);
  return rows.map((row) => {
    const campaign = campaigns.find(({ id }) => id === row.campaign_id);
    const ask = campaign?.asks.find(({ id }) => id === row.ask_id);
    const state = states.find(({ iso3 }) => iso3 === row.country);
    return {
      ...row,
      campaign: campaign?.slug ?? '',
      ask: ask?.slug ?? '',
      askTitle: ask?.text.title ?? '',
      stateName: state ? listedName(view.lang, state) : row.country,
      subject: () => readableText(app, row)?.subject,
    };
  });
}

function Subject({ letter, view }: { letter: ListedLetter; view: View }) {
  const subject = letter.subject();
  if (subject === undefined) return view.t('letters.look.unreadable');
  return (
    <bdi lang={letter.lang} dir={direction(letter.lang)}>
      {subject}
    </bdi>
  );
}

/** By what it can be told from others: what it is about, from where, and since when. */
function nameOf(letter: Omit<ListedLetter, 'position'>, view: View): string {
  const subject = letter.subject() ?? view.t('letters.look.unreadable');
  return view.t('letters.look.named', {
    subject: `\u2068${subject}\u2069`,
    where: `\u2068${letter.stateName}\u2069`,
    when: view.moment(letter.since),
  });
}
