import { direction, endonyms, type Lang, langs } from '../../config/langs.ts';
import { inLanguage } from '../../http/address.ts';
import { SPEAK, WRONG } from '../../http/fields.ts';
import type { View } from '../../http/view.ts';

/** A page's form, whose words go along where the language is switched. It declares `speak`, and does nothing where that came. */
export interface SwitchedForm {
  readonly id: string;
  /** What Enter in one of its fields does. */
  readonly enter?: { readonly name: string; readonly value: string; readonly formAction?: string };
}

/** The same page in the other languages; where it is not there in one, that language's first page. */
export function LanguageSwitch({
  view,
  there,
  form,
  wrong,
}: {
  view: View;
  there: readonly Lang[];
  form: SwitchedForm | undefined;
  /** The page says what is wrong with its form; so it does in the other language. */
  wrong: boolean;
}) {
  return (
    <>
      {/* Enter presses a form's first button, and those of the languages would come first. */}
      {form && <button className="a" type="submit" form={form.id} {...form.enter} tabIndex={-1} aria-hidden="true" />}
      <ul>
        {langs.map((lang) => (
          <li key={lang}>
            <Language {...{ view, lang, there, wrong }} form={there.includes(lang) ? form : undefined} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Language({
  view,
  lang,
  form,
  there,
  wrong,
}: {
  view: View;
  lang: Lang;
  form: SwitchedForm | undefined;
  there: readonly Lang[];
  wrong: boolean;
}) {
  if (lang === view.lang) return <b aria-current="true">{endonyms[lang]}</b>;
  const named = { lang, dir: direction(lang), children: endonyms[lang] };
  if (!form) return <a href={inLanguage(lang, there.includes(lang) ? view.path : '')} hrefLang={lang} {...named} />;
  const formAction = inLanguage(lang, view.path.split('?')[0] ?? '');
  const sent = { name: SPEAK, value: wrong ? WRONG : '1' };
  return <button type="submit" form={form.id} formAction={formAction} formNoValidate {...sent} {...named} />;
}
