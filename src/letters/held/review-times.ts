/** For how long whoever takes a letter has it alone, in minutes. */
export const TAKEN_MINUTES = 10;

/** For how long nothing leaves of what was decided, so that it can be taken back, in seconds. */
export const UNDO_SECONDS = 120;

/** By which the mail about a refusal can be stopped. */
export function refusalKey(letterId: string): string {
  return `mail-refusal ${letterId}`;
}
