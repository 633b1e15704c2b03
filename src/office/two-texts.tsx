import type { ComponentChildren } from 'preact';
import { direction, type Lang } from '../config/langs.ts';
import type { View } from '../http/view.ts';
import { compareWords } from '../texts/compare-words.ts';

interface TwoTextsProps {
  readonly view: View;
  /** Of both; undefined: they are what may stand in any. */
  readonly lang?: Lang | undefined;
  readonly theirs: string;
  readonly yours: string;
}

/** What somebody else wrote meanwhile beside what was typed here, each with what the other has not marked. */
export function TwoTexts({ view, lang, theirs, yours }: TwoTextsProps) {
  const of = lang ?? view.lang;
  return (
    <div className="both">
      <OneOfTwo label={view.t('office.meanwhile.theirs')} lang={lang} of={of} own={theirs} other={yours} />
      <OneOfTwo label={view.t('office.meanwhile.yours')} lang={lang} of={of} own={yours} other={theirs} />
    </div>
  );
}

interface OneOfTwoProps {
  readonly label: string;
  readonly lang: Lang | undefined;
  readonly of: Lang;
  readonly own: string;
  readonly other: string;
}

function OneOfTwo({ label, lang, of, own, other }: OneOfTwoProps) {
  const runs = compareWords(of, other, own);
  const shown: ComponentChildren[] = runs.flatMap(({ kind, text }, at) => {
    if (kind === 'removed') return [];
    return [kind === 'added' ? <mark key={at}>{text}</mark> : text];
  });
  return (
    <div>
      <small>{label}</small>
      <p lang={lang} dir={lang ? direction(lang) : 'auto'}>
        {shown.length > 0 ? shown : '–'}
      </p>
    </div>
  );
}

/** One text as it is, with what came into it marked and what went struck out. */
export function ChangedText({ lang, before, after }: { lang: Lang; before: string; after: string }) {
  return compareWords(lang, before, after).map(({ kind, text }, at) => {
    if (kind === 'same') return text;
    return kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>;
  });
}
