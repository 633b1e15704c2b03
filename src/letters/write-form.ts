import type { Ask, Campaign } from '../campaigns/campaigns.ts';
import { isLang, type Lang } from '../locales/langs.ts';
import type { Representative } from '../representatives/find-representatives.ts';
import type { Problems } from '../site/components/form.tsx';
import type { View } from '../site/view.ts';
import { stateName } from '../states/state-names.ts';
import type { State } from '../states/states.ts';
import { type Mailbox, readMailbox } from '../supporters/mailbox.ts';
import { oneLine, paragraphs, readName, visibleLength } from '../supporters/plain-words.ts';
import { prepareLetter } from './compose.ts';

export const LONGEST_LETTER = 5_000;
const LONGEST_SUBJECT = 200;
const LONGEST_WHY = 1_500;

/** Whom a letter is for, and in which campaign: what has been chosen before anything is typed. */
export interface Choice {
  readonly campaign: Campaign;
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

/** The language that the letter is to be in; the reader's own where none was chosen. */
export function letterLang(asked: string | null, fallback: Lang): Lang {
  return asked !== null && isLang(asked) ? asked : fallback;
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
  return prepareLetter(choice.lang, choice.ask.text, chosen, choice.addressees, stateName(choice.lang, choice.state));
}

/** Reads the posted form; asked to, it puts the letter together anew from the chosen arguments. */
export function readDraft(form: URLSearchParams, choice: Choice): Draft {
  const chosen = chosenArguments(form, choice.ask);
  const text = (name: string) => form.get(name) ?? '';
  const words =
    form.get('step') === 'prepare'
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
    publicName: form.has('public-name'),
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
export function checkDraft(draft: Draft, view: View): { written: Written } | { problems: Problems } {
  const problems = new Map<string, string>();
  const wrong = (field: string, when: boolean, problem: string) => when && problems.set(field, problem);
  const name = readName(draft.name);
  const mailbox = readMailbox(draft.email);
  wrong('why', visibleLength(draft.why) > LONGEST_WHY, view.t('letters.wrong.whyLong', { most: LONGEST_WHY }));
  wrong('subject', draft.subject === '', view.t('letters.wrong.subject'));
  wrong(
    'subject',
    visibleLength(draft.subject) > LONGEST_SUBJECT,
    view.t('letters.wrong.subjectLong', { most: LONGEST_SUBJECT }),
  );
  wrong('body', draft.body === '', view.t('letters.wrong.body'));
  wrong(
    'body',
    visibleLength(draft.body) > LONGEST_LETTER,
    view.t('letters.wrong.bodyLong', { most: LONGEST_LETTER, now: visibleLength(draft.body) }),
  );
  wrong('name', name === undefined, view.t('letters.wrong.name'));
  wrong('email', mailbox === undefined, view.t('letters.wrong.email'));
  const locality = draft.locality === '' ? '' : readName(draft.locality);
  wrong('locality', locality === undefined, view.t('letters.wrong.locality'));
  if (problems.size > 0 || !name || !mailbox || locality === undefined) return { problems };
  const consents = [draft.news && ('news' as const), draft.publicName && ('public-name' as const)].filter(
    (consent) => consent !== false,
  );
  return {
    written: {
      name,
      mailbox,
      why: draft.why,
      subject: draft.subject,
      body: draft.body,
      locality,
      copy: draft.copy,
      consents,
    },
  };
}
