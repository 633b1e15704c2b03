import type { Ask, Campaign } from '../campaigns/campaign.ts';
import type { Lang } from '../config/langs.ts';
import type { View } from '../http/view.ts';
import type { Representative } from '../representatives/find-representatives.ts';
import type { Problems } from '../site/components/form.tsx';
import { type TooLong, withTooLong } from '../site/too-long.ts';
import { mayBeNamed } from '../states/risks.ts';
import type { State } from '../states/states.ts';
import { type Mailbox, readMailbox } from '../text/mailbox.ts';
import { firstOf, isLongerThan, oneLine, paragraphs, readName, visibleLength } from '../text/text-cleaning.ts';
import { finishLetter, prepareLetter } from './compose.ts';
import { containsLink } from './contains-link.ts';
import { LONGEST_LETTER, LONGEST_SUBJECT, LONGEST_WHY } from './write-fields.ts';

/** Whom a letter is for, and in which campaign: what has been chosen before anything is typed. */
export interface Choice {
  /** In the reader's language. */
  readonly campaign: Campaign;
  /** In the letter's. */
  readonly ask: Ask;
  readonly state: State;
  readonly addressees: readonly Representative[];
  readonly lang: Lang;
}

/** A letter as it was typed; kept whole whatever is wrong with it. */
export interface Draft {
  readonly chosen: readonly string[];
  readonly why: string;
  readonly subject: string;
  readonly body: string;
  readonly name: string;
  readonly email: string;
  readonly locality: string;
  readonly copy: boolean;
  readonly news: boolean;
  readonly publicName: boolean;
}

/** A letter that can be taken. */
export interface Written {
  readonly name: string;
  readonly mailbox: Mailbox;
  readonly why: string;
  readonly subject: string;
  readonly body: string;
  readonly locality: string;
  readonly copy: boolean;
  readonly consents: readonly ('news' | 'public-name')[];
}

/** The draft to begin with: the prepared letter with its default arguments. */
export function newDraft(choice: Choice): Draft {
  const { defaults } = choice.ask;
  return {
    chosen: defaults,
    why: '',
    ...prepared(choice, defaults),
    name: '',
    email: '',
    locality: '',
    copy: false,
    news: false,
    publicName: false,
  };
}

function prepared(choice: Choice, chosen: readonly string[]) {
  return prepareLetter(choice.lang, choice.ask.text, chosen, choice.addressees, choice.state);
}

const looked = ['why', 'subject', 'body', 'name', 'locality'] as const;
export type Looked = (typeof looked)[number];

/** The field in which something looks like an address or markup, so that a person reads the letter before it leaves. */
export function linkedField(draft: Draft): Looked | undefined {
  const alone = looked.find((field) => containsLink(draft[field]));
  return alone ?? (containsLink(looked.map((field) => draft[field]).join('\n')) ? 'body' : undefined);
}

/** Whether the words are those that were prepared, so that what is prepared for others may take their place. */
export function isAsPrepared(draft: Draft, choice: Choice): boolean {
  const { subject, body } = prepared(choice, draft.chosen);
  return draft.subject === oneLine(subject) && draft.body === paragraphs(body);
}

/** Reads the posted form; asked to, it puts the letter together anew from the chosen arguments. */
export function readDraft(form: URLSearchParams, choice: Choice): Draft {
  const chosen = chosenArguments(form, choice.ask);
  const text = (name: string) => form.get(name) ?? '';
  const forOthers = form.get('go') === 'write' && !form.has('body');
  const words =
    form.get('step') === 'prepare' || forOthers
      ? prepared(choice, chosen)
      : { subject: oneLine(text('subject')), body: paragraphs(text('body')) };
  return {
    chosen,
    ...words,
    why: paragraphs(text('why')),
    name: text('name').trim(),
    email: text('email').trim(),
    locality: text('locality').trim(),
    copy: form.has('copy'),
    news: form.has('news'),
    publicName: mayBeNamed(choice.state) && form.has('public-name'),
  };
}

/** Arguments by the place that the writer gave each; without a place one is left out. */
function chosenArguments(form: URLSearchParams, ask: Ask): string[] {
  return ask.text.arguments
    .map(({ id }, index) => ({ id, place: Number(form.get(`argument-${id}`) || 0), index }))
    .filter(({ place }) => place >= 1 && place <= ask.text.arguments.length)
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ id }) => id);
}

/** Checks a draft. @returns the letter, or what is wrong with it, field by field in the reader's language */
export function checkDraft(
  draft: Draft,
  choice: Choice,
  view: View,
  tooLong: TooLong | undefined,
): { written: Written } | { problems: Problems } {
  const name = readName(draft.name);
  const mailbox = readMailbox(draft.email);
  const locality = draft.locality === '' ? '' : readName(draft.locality);
  const problems = new Map([...wrongWords(draft, choice, view), ...wrongWriter({ name, mailbox, locality }, view)]);
  if (problems.size > 0 || tooLong || !name || !mailbox || locality === undefined)
    return { problems: withTooLong(view, problems, tooLong) };
  const consents = [draft.news && ('news' as const), draft.publicName && ('public-name' as const)].filter(
    (consent) => consent !== false,
  );
  const { why, subject, body, copy } = draft;
  return { written: { name, mailbox, why, subject, body, locality, copy, consents } };
}

/** Checks what is to be printed: nobody is asked for a name there, and what stands in a field is as long as it may be. */
export function checkPrinted(draft: Draft, choice: Choice, view: View, tooLong: TooLong | undefined): Problems {
  const named = draft.name === '' || readName(draft.name) !== undefined;
  const problems = new Map([
    ...wrongWords(draft, choice, view),
    ...(named ? [] : [['name', view.t('letters.wrong.name')] as const]),
  ]);
  return withTooLong(view, problems, tooLong);
}

function* wrongWords(draft: Draft, choice: Choice, { t }: View): Generator<readonly [string, string]> {
  const { why, subject, body } = draft;
  const tooLong = isLongerThan(why, LONGEST_WHY);
  if (tooLong) yield ['why', t('letters.wrong.whyLong', { most: LONGEST_WHY })];
  if (subject === '') yield ['subject', t('letters.wrong.subject')];
  if (isLongerThan(subject, LONGEST_SUBJECT))
    yield ['subject', t('letters.wrong.subjectLong', { most: LONGEST_SUBJECT })];
  if (body === '') yield ['body', t('letters.wrong.body')];
  const shortened = tooLong ? { ...draft, why: firstOf(why, LONGEST_WHY) } : draft;
  const longest = isLongerThan(body, LONGEST_LETTER) ? body : longestFinished(shortened, choice);
  if (isLongerThan(longest, LONGEST_LETTER))
    yield ['body', t('letters.wrong.bodyLong', { most: LONGEST_LETTER, now: visibleLength(longest) })];
}

/** The letter as the office gets it that needs most words: form of address, name and personal words count too. */
function longestFinished(draft: Draft, { lang, addressees, ask }: Choice): string {
  const writer = { name: readName(draft.name) ?? '', why: draft.why };
  const finished = addressees.map((addressee) => finishLetter(lang, draft, addressee, writer, ask.text.closing).body);
  return finished.reduce((longest, body) => (body.length > longest.length ? body : longest), '');
}

function* wrongWriter(
  read: { name?: string | undefined; mailbox?: Mailbox | undefined; locality?: string | undefined },
  { t }: View,
): Generator<readonly [string, string]> {
  if (read.name === undefined) yield ['name', t('letters.wrong.name')];
  if (read.mailbox === undefined) yield ['email', t('letters.wrong.email')];
  if (read.locality === undefined) yield ['locality', t('letters.wrong.locality')];
}
