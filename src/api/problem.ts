import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { FailureKind } from '../http/failure.ts';

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

const problems: Readonly<Record<FailureKind, Problem>> = {
  unknown: { status: 404, title: 'Nothing there' },
  ended: { status: 410, title: 'No longer there' },
  refused: { status: 400, title: 'Not understood' },
};

interface Problem {
  readonly status: number;
  readonly title: string;
}

/** What is told of an error of which a room says what it means; undefined: no room does. */
export function problemOfKind({ handed }: Pick<App, 'handed'>, { name }: Error): Problem | undefined {
  const means = handed.failures.get(name)?.means;
  return means && problems[means];
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
