import type { PageAnswer } from '../http/answer.ts';
import { SPEAK } from '../http/fields.ts';
import { fieldOf } from '../http/read-fields.ts';
import type { View } from '../http/view.ts';
import { TextArea } from './components/field.tsx';
import { Carried, ErrorSummary, OnlyHere } from './components/form.tsx';
import { quietPage } from './page.tsx';
import { type TooLong, tooLongProblems } from './too-long.ts';

/** More was typed than a form takes: it is given back whole, each field that is too long with what to do, the others carried along. */
export function tooMuchPage(view: View, action: string, tooLong: TooLong): PageAnswer {
  return quietPage(view, view.t('site.tooMuch.title'), <TooMuch view={view} action={action} tooLong={tooLong} />, {
    status: 422,
    form: tooLong.form.fields[SPEAK] && { id: 'typed' },
  });
}

/** What stands on such a page, whosever it is. */
export function TooMuch({ view, action, tooLong }: { view: View; action: string; tooLong: TooLong }) {
  const { form, given, wrong } = tooLong;
  const problems = tooLongProblems(view, tooLong);
  return (
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
    </>
  );
}

function labelOf(view: View, { fields }: TooLong['form'], name: string): string {
  const label = fieldOf(fields, name)?.label;
  return label ? view.t(label) : name;
}
