import { othersAt } from '../../accounts/opened-pages.ts';
import { copyThere } from '../../accounts/working-copies.ts';
import { NotFoundError } from '../../http/answer.ts';
import type { OfficeForm, OfficeRoute, StaffRequest } from '../office-route.ts';
import { behindHome } from '../way-back.ts';
import { COPY, type CopiedForm, NEW, shortVersion } from './copied-form.ts';

/** The form at an address of which a working copy is kept, with what the page that shows it needs; who opened it is noted. */
export async function copiedFormAt(request: StaffRequest, { path }: OfficeRoute): Promise<CopiedForm | undefined> {
  const { app, form, params, lang, session } = request;
  const route = app.handed.officeRoutes.find((one): one is OfficeForm => one.method === 'POST' && one.path === path);
  const mayChange = route?.copied && (await mayChangeIt(request, route.copied));
  const version = mayChange && (await versionAt(request, route.copied));
  if (!version) return undefined;
  const action = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name] ?? ''));
  const [mark, there] = [form.get(COPY) ?? '', behindHome(lang, action)];
  const others = version === NEW ? [] : await othersAt(app.database, session.actor_id, there);
  const waiting = mark === '' ? await copyThere(app.database, session.actor_id, there) : undefined;
  return { action, version, stands: version, mark, others, waiting };
}

type Copied = NonNullable<OfficeForm['copied']>;

/** Whether the thing is there, and whoever asks may change it. */
export async function mayChangeIt(request: StaffRequest, { mayChange }: Copied): Promise<boolean> {
  return mayChange === undefined || (await unlessGone(mayChange(request))) === true;
}

/** @returns undefined where it is not there */
export async function versionAt(request: StaffRequest, { version }: Copied): Promise<string | undefined> {
  const stands = await unlessGone(version(request));
  return stands === undefined ? undefined : shortVersion(stands);
}

function unlessGone<Found>(found: Promise<Found>): Promise<Found | undefined> {
  return found.catch((error: Error) => {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  });
}
