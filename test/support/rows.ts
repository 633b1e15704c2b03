/** A row by its columns; bytes and arrays as PostgreSQL writes them. */
export type Row = Readonly<Record<string, unknown>>;

export const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const bytes = (letter: string, length: number) => `\\x${letter.repeat(2 * length)}`;
export const now = '2026-03-02T10:00:00Z';
/** A second before. */
export const before = '2026-03-02T09:59:59Z';
/** Of the clock, for what goes with its time. */
export const today = new Date();
export const person = bytes('a', 16);
export const second = bytes('9', 16);
export const nobody = bytes('b', 16);
export const unknown = id(999);
/** The program itself (`src/actors/actors.ts`). */
export const somebody = id(1);
/** Nadia O., who runs it. */
export const operator = id(18);

/** Blanks of all kinds, which nobody can read. */
export const blanks = ['', ' ', '\n\t', '\u00a0', '\u200b\u2003'] as const;
