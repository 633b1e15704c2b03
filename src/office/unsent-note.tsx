import { renderToStaticMarkup } from 'preact-render-to-string';
import type { UnsentForm } from '../accounts/unsent-forms.ts';
import { fieldOf } from '../http/read-fields.ts';
import type { View } from '../http/view.ts';
import { TextArea } from '../site/components/field.tsx';
import { Carried } from '../site/components/form.tsx';
import { officeAddresses } from './addresses.ts';
import { fillForm } from './fill-form.ts';
import type { OfficeRequest } from './office-route.ts';
import { OfficeForm } from './parts.tsx';
import type { ShownAgain } from './shown-again.ts';

/** On the page of a form that is shown filled: that it was not done. */
export function UnsentNote({ request: { view, lang, token }, form }: { request: OfficeRequest; form: UnsentForm }) {
  const { id, sentAt } = form;
  return (
    <div className="note" role="status">
      <p>{view.t('office.unsent.text', { at: view.moment(sentAt) })}</p>
      <OfficeForm
        view={view}
        token={token}
        action={officeAddresses.throwUnsentAway(lang, id)}
        button={view.t('office.unsent.away')}
        outlined
      />
    </div>
  );
}

/** A page as it is, with its form filled. @param html finished but for its styles */
export function filledPage(html: string, view: View, unsent: ShownAgain): string {
  const more = (left: readonly (readonly [string, string])[]) =>
    renderToStaticMarkup(<LeftOver view={view} unsent={unsent} left={left} />);
  return fillForm(html, unsent.action, unsent.given, more) ?? html;
}

/** What a form has no field for: what was typed is seen, all else carried along. */
export function LeftOver({
  view,
  unsent: { carried, fields },
  left,
}: {
  view: View;
  unsent: ShownAgain;
  left: readonly (readonly [string, string])[];
}) {
  const labelOf = (name: string) => fieldOf(fields, name)?.label;
  const seen = left.filter(([name, text]) => labelOf(name) && text.trim() !== '');
  return (
    <>
      {seen.map(([name, text], index) => (
        <TextArea
          key={index}
          name={name}
          label={view.t(labelOf(name) ?? 'office.unsent.title')}
          defaultValue={text}
          dir="auto"
        />
      ))}
      <Carried values={[...left.filter(([name]) => !labelOf(name)), carried]} />
    </>
  );
}

/** On the first page: what somebody sent and what was not done. */
export function UnsentFirst({
  request: { view, lang },
  unsent,
}: {
  request: OfficeRequest;
  unsent: readonly Pick<UnsentForm, 'id' | 'sentAt'>[];
}) {
  return unsent.map(({ id, sentAt }) => (
    <p className="note" key={id}>
      <a href={officeAddresses.unsent(lang, id)}>{view.t('office.unsent.waits', { at: view.moment(sentAt) })}</a>
    </p>
  ));
}
