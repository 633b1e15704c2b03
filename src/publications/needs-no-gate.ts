import type { RedirectAnswer } from '../http/answer.ts';
import type { Handler, ShownHandler } from '../http/request.ts';
import type { Visible } from '../http/visible.ts';
import { alwaysPublic } from './visible-to.ts';

/**
 * What answers an address and shows nothing that anybody wrote or recorded, but to whom it belongs.
 * @param because why nobody could want what it shows hidden from whoever asks
 */
export function needsNoGate(because: string, handle: Handler): ShownHandler {
  return async (request) => alwaysPublic(await handle(request), because);
}

/** An answer that leads on, and shows nothing itself. */
export function leadingOn(to: RedirectAnswer): Visible<RedirectAnswer> {
  return alwaysPublic(to, 'it leads on');
}
