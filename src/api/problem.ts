import { z } from 'zod';

/** An error that is told to the caller: RFC 9457, section 3. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly title: string;
  constructor(status: number, title: string, detail: string) {
    super(detail);
    this.status = status;
    this.title = title;
  }
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const problemShape = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string(),
});

/** How a route describes an error that it may answer with. */
export const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemShape } },
});

/**
 * A problem as JSON: what is wrong, for a program and for the person who wrote it.
 * @param instance the address that was asked, without its query
 */
export function problemBody(problem: { status: number; title: string; detail?: string }, instance: string): string {
  return JSON.stringify({ type: 'about:blank', ...problem, instance });
}
