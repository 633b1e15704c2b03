import type { PageAnswer } from '../http/answer.ts';
import { SPEAK } from '../http/fields.ts';
import { fieldOf } from '../http/read-fields.ts';
import type { View } from '../http/view.ts';
import { TextArea } from './components/field.tsx';
import { Carried, ErrorSummary, OnlyHere } from './components/form.tsx';
import { quietPage } from './page.tsx';
import { type TooLong, tooLongProblems } from './too-long.ts';

/** More was typed than a form takes: it is given back whole, each field that is too long with what to do, the others carried along. */
export function tooMuchPage(view: View, action: string, { form, given, wrong }: TooLong): PageAnswer {
  const problems = tooLongProblems(view, { form, given, wrong });
  return quietPage(
    view,
    view.t('site.tooMuch.title'),
    <>
      <ErrorSummary view={view} problems={problems} />
      <p className="lead">{view.t('site.tooMuch.text')}</p>
      <OnlyHere view={view} />
      <form id="typed" method="post" action={action} noValidate>
        <Carried values={[...given].filter(([name]) => name !== SPEAK && !wrong.has(name))} />
        {[...problems].map(([name, problem]) => (
          <TextArea
            key={name}
            name={name}
            label={labelOf(view, form, name)}
            error={problem}
            defaultValue={given.get(name) ?? ''}
            dir="auto"
          />
        ))}
        <p className="row">
          <button className="go" type="submit">
            {view.t('site.tooMuch.button')}
          </button>
        </p>
      </form>
    </>,
    { status: 422, form: form.fields[SPEAK] && { id: 'typed' } },
  );
}

function labelOf(view: View, { fields }: TooLong['form'], name: string): string {
  const label = fieldOf(fields, name)?.label;
  return label ? view.t(label) : name;
}
