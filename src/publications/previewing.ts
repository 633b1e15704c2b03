import { AsyncLocalStorage } from 'node:async_hooks';
import { type Audience, everybody, type Preview } from './audience.ts';

const previews = new AsyncLocalStorage<Preview>();

/**
 * Renders what readers would see, for staff alone: whatever passes the gate for everybody passes it for this audience meanwhile. What comes
 * of it goes to whoever looks, and into no cache.
 */
export function previewing<Result>(preview: Preview, render: () => Promise<Result>): Promise<Result> {
  return previews.run(preview, render);
}

/** For whom pages are made that readers would see: everybody, where no preview is rendered. */
export function readersNow(): Audience {
  return previews.getStore() ?? everybody;
}
