import { direction, type Lang } from '../../config/langs.ts';
import type { View } from '../../http/view.ts';
import { languageName } from '../../locales/format.ts';
import { TextArea } from '../../site/components/field.tsx';
import { LONGEST_REASON, type readReason, readyReasons } from './ready-reasons.ts';

interface ReasonFieldProps {
  readonly view: View;
  readonly name: string;
  /** Of the writers who are told it. */
  readonly lang: Lang;
  readonly value: string;
  readonly error: string | undefined;
}

/** The reason that writers of a language are mailed. */
export function ReasonField({ view, name, lang, value, error }: ReasonFieldProps) {
  return (
    <TextArea
      name={name}
      label={view.t('letters.look.reasonIn', { language: languageName(view.lang, lang) })}
      hint={view.t('letters.look.reason.hint', { most: LONGEST_REASON })}
      error={error}
      defaultValue={value}
      rows={5}
      lang={lang}
      dir={direction(lang)}
      spellcheck
    />
  );
}

/** What a reason may begin with: each leads to the same page with it in the field. */
export function ReadyReasons({ view, link }: { view: View; link: (use: string) => string }) {
  return (
    <>
      <p id="ready">{view.t('letters.look.ready')}</p>
      <ul className="reasons" aria-labelledby="ready">
        {readyReasons.map((name) => (
          <li key={name}>
            <a href={link(name)}>{view.t(`letters.reason.${name}.name`)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is wrong with a reason, in words that say what to do. */
export function wrongReason({ t }: View, read: ReturnType<typeof readReason>): string | undefined {
  if ('reason' in read) return undefined;
  return read.wrong === 'none'
    ? t('letters.look.reason.none')
    : t('letters.look.reason.long', { most: LONGEST_REASON });
}
