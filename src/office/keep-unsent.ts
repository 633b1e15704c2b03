import { forgetUnsentForm, keepForm } from '../accounts/unsent-forms.ts';
import { forgetCopy } from '../accounts/working-copies.ts';
import type { ActorId } from '../actors/actors.ts';
import { isId } from '../database/is-id.ts';
import type { Fields } from '../http/fields.ts';
import { fieldOf } from '../http/read-fields.ts';
import { COPY, readMark } from './copies/copied-form.ts';
import { TOKEN } from './form-token.ts';
import type { OfficeForm, OfficeRequest } from './office-route.ts';
import { UNSENT } from './shown-again.ts';

/** Of what is kept, as a form encodes it: files that are pasted may be longer, and stand in files. */
export const MOST_SENT = 500_000;

/** By what some forms say which of their acts is meant: left out, so that a form comes back before its first look. */
const STEP = 'step';

/**
 * Keeps what was sent and can’t be done before somebody shows who they are; codes and what passkeys answer are left out.
 * @returns by what it is found again; undefined where there is nothing of theirs to keep
 */
export async function keepSent(
  { app, form, path }: OfficeRequest,
  { form: { fields } }: OfficeForm,
  actor: ActorId,
): Promise<string | undefined> {
  const sent = withoutSecrets(form, fields);
  const isEmpty = [...sent].every(([, value]) => value.trim() === '');
  if (isEmpty || path.length > 500 || String(sent).length > MOST_SENT) return undefined;
  const again = form.get(UNSENT) ?? '';
  return keepForm(app, actor, { path, fields: sent }, isId(again) ? again : undefined);
}

/** What of a form may be copied. */
export function withoutSecrets(form: URLSearchParams, fields: Fields): URLSearchParams {
  const others = [...form].filter(([name]) => !NEVER.includes(name) && !fieldOf(fields, name)?.secret);
  return new URLSearchParams(others);
}

const NEVER = [TOKEN, UNSENT, STEP];

/** Once a form was done that had been copied: as unsent, or as a working copy in which there is nothing newer than what was sent. */
export async function sentAgain({ app, form, session }: OfficeRequest): Promise<void> {
  if (!session) return;
  const id = form.get(UNSENT) ?? '';
  if (isId(id)) await forgetUnsentForm(app.database, session.actor_id, id);
  const copy = readMark(form.get(COPY));
  if (copy) await forgetCopy(app.database, session.actor_id, copy);
}
