import { elementsScript } from '../assets.ts';

/**
 * Where the first of a long page has been read: what moves on it comes beside the rest, and not after it. On a slow line that saves a
 * round trip.
 */
export function ElementsSoon() {
  return elementsScript ? <link rel="modulepreload" href={elementsScript} /> : null;
}
