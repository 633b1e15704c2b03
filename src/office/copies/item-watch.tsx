import { officeAddresses } from '../addresses.ts';
import type { OfficeRequest } from '../office-route.ts';
import { type CopiedForm, NEW } from './copied-form.ts';
import { othersWords } from './others-words.ts';

/** On the page of a form: who else has it open, as it was opened; a script goes on asking, and whether its item was changed. */
export function ItemWatch({ request: { view }, copied }: { request: OfficeRequest; copied: CopiedForm }) {
  if (copied.stands === NEW) return null;
  return (
    <item-watch data-to={officeAddresses.watch(view.lang)} data-action={copied.action} data-version={copied.stands}>
      <p role="status" className="note">
        {othersWords(view, copied.others)}
      </p>
      <p role="status" className="note" />
    </item-watch>
  );
}
