import { direction, endonyms, type Lang, langs } from '../../config/langs.ts';
import { inLanguage } from '../../http/address.ts';
import { SPEAK } from '../../http/fields.ts';
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
}: {
  view: View;
  there: readonly Lang[];
  form: SwitchedForm | undefined;
}) {
  return (
    <>
      {/* Enter presses a form's first button, and those of the languages would come first. */}
      {form && <button className="a" type="submit" form={form.id} {...form.enter} tabIndex={-1} aria-hidden="true" />}
      <ul>
        {langs.map((lang) => (
          <li key={lang}>
            <Language view={view} lang={lang} form={there.includes(lang) ? form : undefined} there={there} />
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
}: {
  view: View;
  lang: Lang;
  form: SwitchedForm | undefined;
  there: readonly Lang[];
}) {
  if (lang === view.lang) return <b aria-current="true">{endonyms[lang]}</b>;
  const named = { lang, dir: direction(lang), children: endonyms[lang] };
  if (!form) return <a href={inLanguage(lang, there.includes(lang) ? view.path : '')} hrefLang={lang} {...named} />;
  const formAction = inLanguage(lang, view.path.split('?')[0] ?? '');
  return (
    <button type="submit" form={form.id} formAction={formAction} formNoValidate name={SPEAK} value="1" {...named} />
  );
}
