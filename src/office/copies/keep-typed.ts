import { keepCopy } from '../../accounts/working-copies.ts';
import { type FileAnswer, NotFoundError } from '../../http/answer.ts';
import { chosen, type Fields } from '../../http/fields.ts';
import { withoutNul } from '../../http/posted-form.ts';
import { readFields } from '../../http/read-fields.ts';
import { MOST_SENT, withoutSecrets } from '../keep-unsent.ts';
import type { StaffRequest } from '../office-route.ts';
import { behindHome } from '../way-back.ts';
import { COPY, markOf, readMark } from './copied-form.ts';
import { mayChangeIt, versionAt } from './find-copied-form.ts';
import { formMeant } from './form-meant.ts';

/** What the script of a form says: where the form is sent, what it began with, and what stands in it, as JSON of names and values. */
export const keepFields: Fields = { to: chosen(600), version: chosen(16), fields: chosen(MOST_SENT) };

/** Keeps what somebody has typed into a form so far; nothing is saved by it. */
export async function keepTyped(request: StaffRequest): Promise<FileAnswer> {
  const { app, lang, view, form, session } = request;
  const { params, fields: declared, copied, action } = formMeant(request);
  const meant = { ...request, params };
  if (!(await mayChangeIt(meant, copied)) || (await versionAt(meant, copied)) === undefined)
    throw new NotFoundError('a form of theirs');
  const typed = typedIn(form.get('fields') ?? '');
  const read = typed && readFields(withoutNul(typed), declared);
  const version = form.get('version') ?? '';
  if (!read || read.wrong.size > 0 || read.repeated || !/^[0-9a-f]{16}$/.test(version)) return said(422, {});
  const fields = withoutSecrets(read.given, declared);
  fields.delete(COPY);
  if (String(fields).length > MOST_SENT) return said(422, {});
  const from = readMark(form.get(COPY));
  const outcome = await keepCopy(app, session.actor_id, { path: behindHome(lang, action), version, fields, from });
  switch (outcome.is) {
    case 'kept':
      return said(200, {
        mark: markOf(outcome.copy),
        said: view.t('office.copy.kept', { at: view.time(outcome.copy.typedAt) }),
      });
    case 'elsewhere':
      return said(409, {
        mark: markOf(outcome.copy),
        said: view.t('office.copy.elsewhere', { at: view.moment(outcome.copy.typedAt) }),
        over: view.t('office.copy.over'),
      });
    default:
      return said(outcome.is === 'soon' ? 429 : 409, { why: outcome.is });
  }
}

function typedIn(json: string): URLSearchParams | undefined {
  try {
    const pairs: unknown = JSON.parse(json);
    if (!Array.isArray(pairs) || !pairs.every(isPair)) return undefined;
    return new URLSearchParams(pairs);
  } catch {
    return undefined;
  }
}

function isPair(pair: unknown): pair is [string, string] {
  return Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === 'string');
}

function said(status: number, body: object): FileAnswer {
  return {
    ...{ kind: 'file', status, type: 'application/json; charset=utf-8', body: JSON.stringify(body), noindex: true },
  } as FileAnswer;
}
