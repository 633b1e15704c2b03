import type { z } from 'zod';
import type { Key } from '../locales/words.ts';
import type { App } from './app.ts';
import type { Visible } from './visible.ts';

/** What an address of the API is asked. */
export interface OpenQuestion {
  readonly app: App;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | number | undefined>>;
}

/** One address of the API that a room adds; it is described and held to its shape like all others. */
export interface OpenEndpoint {
  /** Behind /api/v1, with `{name}` for what stands in the address. */
  readonly path: string;
  /** What it answers, in a line: on the page of open data in each language, in OpenAPI in English. */
  readonly summaryKey: Key;
  readonly params?: z.ZodObject;
  readonly query: z.ZodObject;
  readonly answer: z.ZodType;
  /** By which an answer is dropped, beside those of the record. */
  readonly tags?: readonly string[];
  /** When it answers 410. */
  readonly gone?: string;
  readonly handle: (question: OpenQuestion) => Promise<Visible<object>>;
}

declare module './app.ts' {
  interface Handed {
    readonly endpoints: readonly OpenEndpoint[];
  }
}
