import { forgetUnsentForm, keepForm } from '../accounts/unsent-forms.ts';
import type { ActorId } from '../actors/actors.ts';
import { isId } from '../database/is-id.ts';
import { fieldOf } from '../http/read-fields.ts';
import { TOKEN } from './form-token.ts';
import type { OfficeForm, OfficeRequest } from './office-route.ts';
import { UNSENT } from './shown-again.ts';

/** Of what is kept, as a form encodes it: files that are pasted may be longer, and stand in files. */
const MOST = 500_000;

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
  const sent = new URLSearchParams(
    [...form].filter(([name]) => ![TOKEN, UNSENT, STEP].includes(name) && !fieldOf(fields, name)?.secret),
  );
  const isEmpty = [...sent].every(([, value]) => value.trim() === '');
  if (isEmpty || path.length > 500 || String(sent).length > MOST) return undefined;
  const again = form.get(UNSENT) ?? '';
  return keepForm(app, actor, { path, fields: sent }, isId(again) ? again : undefined);
}

/** Once a form was answered that had been kept. */
export async function sentAgain({ app, form, session }: OfficeRequest): Promise<void> {
  const id = form.get(UNSENT) ?? '';
  if (session && isId(id)) await forgetUnsentForm(app.database, session.actor_id, id);
}
