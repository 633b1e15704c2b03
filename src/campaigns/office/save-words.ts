import { isId } from '../../database/is-id.ts';
import { type Answer, NotFoundError, seeOther } from '../../http/answer.ts';
import type { View } from '../../http/view.ts';
import { refusedPage } from '../../office/office-errors.tsx';
import type { StaffRequest } from '../../office/office-route.ts';
import type { Problems } from '../../site/components/form.tsx';
import type { Source, Version } from '../../texts/version.ts';
import { historyOf, newestOf, versionOf } from '../../texts/versions.ts';
import { deskAddresses } from '../addresses.ts';
import { writeWords } from '../write-words.ts';
import { editScreen } from './edit-screen.tsx';
import { type Editing, editingFrom, editingNewest, numberIn, sourceIn } from './editing.ts';
import { merged } from './merged.ts';
import { outcomeOf } from './outcome.ts';
import { WRITTEN_SO } from './text-fields.tsx';
import { shapedFor } from './text-groups.ts';
import { FIELD, readWords, type Typed, typedIn, typedOf, type Wrong } from './typed-words.ts';
import { type WorkText, workTextOf } from './worded-item.ts';

/** The form for words in one language; whoever writes others reads what it says. */
export async function editWords(request: StaffRequest): Promise<Answer> {
  const text = await workTextOf(request);
  if (!text.may('campaigns.write'))
    return seeOther(deskAddresses.versions(request.lang, text.row.slug, text.item.id, text.lang));
  return editScreen(request, await editingNewest(request, text));
}

/** The newest version of the words. */
export async function wordsVersion({ app, params }: StaffRequest): Promise<string | undefined> {
  const item = params.item ?? '';
  if (!isId(item)) return undefined;
  const newest = await newestOf(app.database, [item]);
  return String(newest.find(({ lang }) => lang === params.of)?.number ?? 0);
}

/** Whether somebody may write these, and not others alone. */
export async function mayWriteWords(request: StaffRequest): Promise<boolean> {
  return (await workTextOf(request)).may('campaigns.write');
}

/** Makes a version of what was typed, unless something of it can't be taken or somebody else was there meanwhile. */
export async function saveWords(request: StaffRequest): Promise<Answer> {
  const { app, form, session } = request;
  const text = await workTextOf(request);
  if (!text.may('campaigns.write')) return refusedPage(request, 'role');
  const sent = await sentIn(request, text);
  const read = readWords(text.item.kind, sent.typed, sent.shaped, [sent.source?.words, sent.own?.words]);
  if ('wrong' in read) return again(request, text, sent, problemsOf(request.view, read.wrong));
  const show = form.get('show') === 'yes' && text.may('campaigns.approve');
  const written = { words: read.words, read: sent.own?.number ?? 0, source: madeFromNow(request, sent), show };
  const outcome = await outcomeOf(writeWords(app.database, text.item, text.lang, written, session.actor_id));
  if (outcome.is === 'moved' && outcome.newest) return elsewhere(request, text, sent, outcome.newest);
  if (outcome.is === 'short') return again(request, text, sent, missing(request.view, outcome.missing));
  if (outcome.is !== 'done') throw new NotFoundError('a text');
  const { version, stands } = outcome.done;
  return seeOther(savedPage(request, text, { stands, isNew: version !== written.read }));
}

/** What a translation was made from, where somebody has just made it, or says that it is whole again. */
function madeFromNow({ form }: StaffRequest, { own, source }: Sent): Source | undefined {
  const isMade = own === undefined || form.get('renewed') === 'yes';
  return isMade && source ? { lang: source.lang, number: source.number } : undefined;
}

interface Saved {
  readonly stands: boolean;
  readonly isNew: boolean;
}

function savedPage({ lang }: StaffRequest, { row, item, lang: of }: WorkText, { stands, isNew }: Saved): string {
  const done = !stands ? 'waits' : isNew ? 'shown' : 'same';
  return deskAddresses.words(lang, row.slug, item.id, of, { done });
}

interface Sent {
  readonly own: Version | undefined;
  readonly source: Version | undefined;
  readonly typed: Typed;
  readonly shaped: Editing['shaped'];
  /** Places that two people have changed, as the page said, with what the other wrote. */
  readonly both: ReadonlyMap<string, string>;
}

async function sentIn(request: StaffRequest, text: WorkText): Promise<Sent> {
  const { app, form } = request;
  const number = numberIn(form.get('read'));
  const own = number === 0 ? undefined : await versionOf(app.database, { item: text.item.id, lang: text.lang }, number);
  const source = await sourceIn(request, text);
  const theirs = typedOf(own?.words);
  const both = new Map(form.getAll('both').map((place) => [place, theirs.get(place) ?? '']));
  const typed = new Map(typedIn(form));
  for (const [place, other] of both) if (form.get(`keep-${place}`) === 'theirs') typed.set(place, other);
  const shaped = shapedFor(text.item.kind, [source?.words, own?.words], typed.keys(), source === undefined);
  return { own, source, typed, shaped, both };
}

async function again(request: StaffRequest, text: WorkText, sent: Sent, problems: Problems): Promise<Answer> {
  return editScreen(request, await editingFrom(request, text, { ...sent, problems }));
}

/** What two people wrote from one version, beside each other. */
async function elsewhere(request: StaffRequest, text: WorkText, sent: Sent, newest: Version): Promise<Answer> {
  const { typed, both, taken } = merged(typedOf(sent.own?.words), sent.typed, typedOf(newest.words));
  const [last] = await historyOf(request.app.database, { item: text.item.id, lang: text.lang }, 1);
  const meanwhile = { who: last?.who ?? undefined, newest, taken };
  return editScreen(
    request,
    await editingFrom(request, text, { own: newest, source: sent.source, typed, both, meanwhile }),
  );
}

function problemsOf(view: View, wrong: ReadonlyMap<string, Wrong>): Problems {
  return new Map(
    [...wrong].map(([place, one]) => [
      FIELD + place,
      typeof one === 'string' ? view.t(`campaigns.wrong.${one}`, WRITTEN_SO) : view.t('campaigns.wrong.long', one),
    ]),
  );
}

function missing(view: View, names: readonly string[]): Problems {
  return new Map(names.map((name) => [`${FIELD}arguments/${name}/label`, view.t('campaigns.wrong.begins')]));
}
