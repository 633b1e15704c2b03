import type { Lang } from '../config/langs.ts';
import type { Answer } from './answer.ts';
import type { App } from './app.ts';
import type { FormTooLongError } from './posted-form.ts';
import type { View } from './view.ts';
import type { Visible } from './visible.ts';

/** One request to a public address, already checked: known language, valid UTF-8, same origin where it acts. */
export interface SiteRequest {
  readonly app: App;
  readonly lang: Lang;
  readonly view: View;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The posted form; empty for a GET. Untrusted: check every field. */
  readonly form: URLSearchParams;
  /** What was too long in it, whole, where the form's own page tells that; in `form` these fields are empty. */
  readonly tooLong?: FormTooLongError | undefined;
  /** The visitor's network, for counting in memory only; never stored, never logged. */
  readonly network: string;
  readonly acceptLanguage: string;
  /** False where the browser says that another site, a mail or a bookmark led here (Fetch Metadata); older browsers don't say. */
  readonly fromOurPages: boolean;
}

export type Handler = (request: SiteRequest) => Promise<Answer>;

/** What answers an address: nothing that the gate did not let through (src/publications/visible-to.ts). */
export type ShownHandler = (request: SiteRequest) => Promise<Visible<Answer>>;
