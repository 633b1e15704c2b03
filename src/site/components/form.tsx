import type { ComponentChildren } from 'preact';
import type { View } from '../../http/view.ts';

/** What is wrong with a form: field by field; on the page in the order of its fields (`summary-order.ts`). */
export type Problems = ReadonlyMap<string, string>;
export const noProblems: Problems = new Map();

/**
 * On top of a form that could not be taken: each problem with a link to its field.
 * @param also what is no mistake, and has to be known at the same time
 */
export function ErrorSummary({
  view,
  problems,
  also = noProblems,
}: {
  view: View;
  problems: Problems;
  also?: Problems | undefined;
}) {
  if (problems.size === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: whoever sent the form is led to what is wrong with it, also without JavaScript
    <div className="sum" role="alert" aria-labelledby="problems" tabIndex={-1} autoFocus>
      <h2 id="problems">{view.t('site.problems', { count: problems.size + also.size })}</h2>
      <ul className="wrongs">
        {[...problems, ...also].map(([field, problem]) => (
          <li key={`${field} ${problem}`}>
            <a href={`#${field}`}>{problem}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * On a page that a form came back with: the browser can't bring back what was typed there once somebody has left it, so that is said, and
 * a script asks before it happens.
 */
export function OnlyHere({ view }: { view: View }) {
  return (
    <p className="q s" data-only-here>
      {view.t('site.onlyHere')}
    </p>
  );
}

/** A form that acts. Its button says what it does; what is not the first thing to do is outlined, what destroys has a colour of its own. */
export function ActionForm({
  action,
  button,
  children,
  id,
  outlined = false,
  destroys = false,
  files = false,
}: {
  action: string;
  button: ComponentChildren;
  children?: ComponentChildren;
  id?: string;
  outlined?: boolean;
  destroys?: boolean;
  files?: boolean;
}) {
  return (
    <form method="post" action={action} noValidate id={id} encType={files ? 'multipart/form-data' : undefined}>
      {children}
      <p className="row">
        <button className={destroys ? 'go o destroy' : outlined ? 'go o' : 'go'} type="submit">
          {button}
        </button>
      </p>
    </form>
  );
}

/** Values that a later step needs, carried along. */
export function Carried({ values }: { values: Iterable<readonly [string, string]> }) {
  return [...values].map(([name, value], index) => <input key={index} type="hidden" name={name} value={value} />);
}
