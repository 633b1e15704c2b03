import { endonyms } from '../config/langs.ts';
import { Select } from '../site/components/field.tsx';
import type { LetterPart } from './letter-part.ts';

/** Where it is on the page. */
export const OTHERWISE = 'otherwise';

/** What to put forward, in an order of one's own, and in which language; another press puts the letter together anew. */
export function Arguments({ view, choice, draft }: LetterPart) {
  const all = choice.ask.text.arguments;
  return (
    <details id={OTHERWISE}>
      <summary>{view.t('letters.arguments.title')}</summary>
      <p className="hint">{view.t('letters.arguments.hint')}</p>
      <Select name="lang" label={view.t('letters.arguments.lang')} defaultValue={choice.lang}>
        {choice.campaign.langs.map((lang) => (
          <option key={lang} value={lang} lang={lang}>
            {endonyms[lang]}
          </option>
        ))}
      </Select>
      {all.map(({ id, label }) => (
        <div className="c" key={id}>
          <select
            className="short"
            name={`argument-${id}`}
            id={`argument-${id}`}
            defaultValue={draft.chosen.indexOf(id) + 1 || ''}
          >
            <option value="">–</option>
            {all.map((_, index) => (
              <option key={all[index]?.id} value={index + 1}>
                {view.number(index + 1)}
              </option>
            ))}
          </select>
          <label htmlFor={`argument-${id}`} lang={choice.lang}>
            {label}
          </label>
        </div>
      ))}
      <p className="row">
        <button className="go o" type="submit" name="step" value="prepare">
          {view.t('letters.arguments.go')}
        </button>
      </p>
    </details>
  );
}
