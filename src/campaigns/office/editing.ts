import { isLang, type Lang } from '../../config/langs.ts';
import { chosen, type Fields, written } from '../../http/fields.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import type { Problems } from '../../site/components/form.tsx';
import type { Version } from '../../texts/version.ts';
import { madeFrom, originalOf, versionOf } from '../../texts/versions.ts';
import { type Shaped, shapedFor } from './text-groups.ts';
import { FIELD, type Typed, typedOf } from './typed-words.ts';
import type { WorkText } from './worded-item.ts';

/** What the form for words carries. */
export const wordsFields: Fields = {
  [`${FIELD}*`]: written('campaigns.words', 12_000),
  read: chosen(10),
  source: chosen(20),
  renewed: chosen(3),
  show: chosen(3),
  both: chosen(200, 100),
  'keep-*': chosen(10),
};

/** What somebody changed meanwhile. */
export interface Meanwhile {
  readonly who: string | undefined;
  readonly newest: Version;
  /** Places that only they changed: theirs stand in the form. */
  readonly taken: readonly string[];
}

/** What the form shows. */
export interface Editing {
  readonly text: WorkText;
  /** The version at which it is read; 0: there is none. */
  readonly read: number;
  readonly typed: Typed;
  readonly shaped: readonly Shaped[];
  /** The version of another language beside it, from which it is translated. */
  readonly source: Version | undefined;
  /** What that said when it was translated last. */
  readonly sourceBefore: Version | undefined;
  readonly problems: Problems;
  /** Places that two people changed, with what the other wrote. */
  readonly both: ReadonlyMap<string, string>;
  readonly meanwhile: Meanwhile | undefined;
}

/** The newest version, or what a language begins with. */
export async function editingNewest(request: StaffRequest, text: WorkText): Promise<Editing> {
  const own = await versionOf(request.app.database, { item: text.item.id, lang: text.lang });
  const source = await newestSource(request, text, own);
  return editingFrom(request, text, { own, source, typed: typedOf(own?.words) });
}

interface From {
  readonly own: Version | undefined;
  readonly source: Version | undefined;
  readonly typed: Typed;
  readonly problems?: Problems;
  readonly both?: ReadonlyMap<string, string>;
  readonly meanwhile?: Meanwhile;
}

export async function editingFrom({ app }: StaffRequest, text: WorkText, from: From): Promise<Editing> {
  const { own, source, typed, problems = new Map(), both = new Map(), meanwhile } = from;
  const made = madeFrom(own);
  const sourceBefore =
    made && text.translation === 'older' && made.lang === source?.lang
      ? await versionOf(app.database, { item: text.item.id, lang: made.lang }, made.number)
      : undefined;
  const shaped = shapedFor(text.item.kind, [source?.words, own?.words], typed.keys(), source === undefined);
  return { text, read: own?.number ?? 0, typed, shaped, source, sourceBefore, problems, both, meanwhile };
}

/** What a translation is made from, as it says now; undefined: this is the original, or the first of all. */
async function newestSource(
  { app }: StaffRequest,
  { item, lang }: WorkText,
  own: Version | undefined,
): Promise<Version | undefined> {
  const original = await originalOf(app.database, item.id);
  if (!original || original.lang === lang) return undefined;
  return versionOf(app.database, { item: item.id, lang: own?.sourceLang ?? original.lang });
}

/** The version that a form stood beside, `en:4`. */
export async function sourceIn({ app, form }: StaffRequest, { item, lang }: WorkText): Promise<Version | undefined> {
  const [of = '', number = ''] = (form.get('source') ?? '').split(':');
  if (!isLang(of) || of === lang) return undefined;
  return versionOf(app.database, { item: item.id, lang: of as Lang }, numberIn(number));
}

/** A number of a version, as forms and addresses have it; 0 where it is none. */
export function numberIn(given: string | null | undefined): number {
  return /^[1-9]\d{0,8}$/.test(given ?? '') ? Number(given) : 0;
}
