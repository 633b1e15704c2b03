/** Private, so that neither a spread nor a literal has it: `{ ...visible, more }` is not visible. */
declare class Passed<To extends string> {
  private readonly passedTo: To;
}

/**
 * What may be shown to an audience: the gate (src/publications/visible-to.ts) says so, and nothing else does. What shows something takes
 * nothing else.
 */
export type Visible<Value, To extends string = 'everybody'> = Value & Passed<To>;
