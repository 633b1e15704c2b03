import type { UnsentForm } from '../accounts/unsent-forms.ts';
import type { Fields } from '../http/fields.ts';

/** The field by which a form says that it is sent again, and what was kept of it need be no longer. */
export const UNSENT = 'unsent';

/** What was sent and not done, with which a page is shown. */
export interface ShownAgain {
  readonly form: UnsentForm;
  readonly fields: Fields;
  readonly action: string;
}
