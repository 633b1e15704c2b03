/**
 * One request, sent over and over. In header values and body, `{unique}` is another word each time, `{network}` another visitor's
 * network.
 */
export interface Load {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes it a POST. */
  readonly body?: string;
  readonly seconds?: number;
}

/** What a generator counted: answers with 2xx or 3xx, and everything else. */
export interface Counted {
  readonly answered: number;
  readonly failed: number;
  readonly seconds: number;
  /** Processor time that it took itself, in seconds. */
  readonly cpu: number;
}

export type Generator = (load: Required<Omit<Load, 'body'>> & Pick<Load, 'body'>) => Promise<Counted>;

export const CONNECTIONS = 32;
/** Where `{unique}` and `{network}` stand, between what stays. */
export const PLACES = /(\{unique\}|\{network\})/;
