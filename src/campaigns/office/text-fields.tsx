import { direction, type Lang } from '../../config/langs.ts';
import type { View } from '../../http/view.ts';
import type { Key } from '../../locales/words.ts';
import { ChangedText, TwoTexts } from '../../office/two-texts.tsx';
import { Choice, Choices, Field, TextArea } from '../../site/components/field.tsx';
import { Carried } from '../../site/components/form.tsx';
import type { Editing } from './editing.ts';
import { ADDED, isLine, type Shaped } from './text-groups.ts';
import { FIELD, type Typed, typedOf } from './typed-words.ts';

/** How what is filled in later is written, for sentences about it. */
export const WRITTEN_SO = { role: '{role}', state: '{state}', when: '{when}', figure: '{figure:…}' };

interface GroupProps {
  readonly view: View;
  readonly editing: Editing;
  readonly group: Shaped;
}

/** What a field is called, with the number of its entry. */
export function placeLabel(view: View, place: string, number: number): string {
  const [first = '', entry, part] = place.split('/');
  if (part === undefined) return view.t(`campaigns.say.${place.replaceAll('/', '.')}` as Key);
  const key = entry === ADDED ? `campaigns.say.added.${first}.${part}` : `campaigns.say.${first}.${part}`;
  return view.t(key as Key, { number });
}

/** The number of an entry in its list, from 1; of what stands by itself 0. */
export function numberOf(group: Shaped, place: string): number {
  return group.list === undefined ? 0 : group.entries.findIndex(({ places }) => places.includes(place)) + 1;
}

/** The texts of a group, each beside what it is translated from. */
export function TextGroup({ view, editing, group }: GroupProps) {
  const { source, sourceBefore } = editing;
  const [said, before] = [typedOf(source?.words), sourceBefore && typedOf(sourceBefore.words)];
  return (
    <section id={group.name} aria-labelledby={`group-${group.name}`} className={source ? 'translating' : undefined}>
      <h2 id={`group-${group.name}`}>{view.t(`campaigns.group.${group.name}` as Key)}</h2>
      {hinted.includes(group.name) && (
        <p className="q s">{view.t(`campaigns.group.${group.name}.hint` as Key, WRITTEN_SO)}</p>
      )}
      {group.entries.flatMap(({ places }) =>
        places.map((place) => (
          <OneText
            key={place}
            view={view}
            editing={editing}
            place={place}
            label={placeLabel(view, place, numberOf(group, place))}
            source={source && { lang: source.lang, said: said.get(place) ?? '', before: before?.get(place) }}
          />
        )),
      )}
    </section>
  );
}

const hinted = ['call', 'ways', 'messages', 'letter', 'arguments', 'conditional'];

interface OneTextProps {
  readonly view: View;
  readonly editing: Editing;
  readonly place: string;
  readonly label: string;
  readonly source: SourceProps | undefined;
}

function OneText({ view, editing, place, label, source }: OneTextProps) {
  const { typed, problems, text, both } = editing;
  const name = FIELD + place;
  const other = both.get(place);
  const field = {
    name,
    label: other === undefined ? label : view.t('campaigns.words.kept', { what: label }),
    hint: source && <SourceText {...source} />,
    error: problems.get(name),
    defaultValue: typed.get(place) ?? '',
    lang: text.lang,
    dir: direction(text.lang),
    autoComplete: 'off',
  };
  const input = isLine(place) ? <Field {...field} /> : <TextArea {...field} rows={rowsFor(typed, place)} spellcheck />;
  if (other === undefined) return input;
  return (
    <div className="bothChanged">
      <Choices name={`both-${place}`} label={label}>
        <TwoTexts view={view} lang={text.lang} theirs={other} yours={typed.get(place) ?? ''} />
        <Carried values={[['both', place]]} />
        <Choice type="radio" name={`keep-${place}`} value="theirs" label={view.t('campaigns.words.keep.theirs')} />
        <Choice
          type="radio"
          name={`keep-${place}`}
          value="field"
          label={view.t('campaigns.words.keep.field')}
          defaultChecked
        />
      </Choices>
      {input}
    </div>
  );
}

interface SourceProps {
  readonly lang: Lang;
  readonly said: string;
  /** What it said when it was translated last, where it says something else now. */
  readonly before: string | undefined;
}

/** What the other language says, with what came into it since it was translated. */
function SourceText({ lang, said, before }: SourceProps) {
  return (
    <span className="translated" lang={lang} dir={direction(lang)}>
      {before === undefined || before === said ? said || '–' : <ChangedText lang={lang} before={before} after={said} />}
    </span>
  );
}

/** As much room as it takes where a browser does not find out by itself. */
function rowsFor(typed: Typed, place: string): number {
  const length = typed.get(place)?.length ?? 0;
  return Math.max(2, Math.min(14, Math.ceil(length / 60)));
}
