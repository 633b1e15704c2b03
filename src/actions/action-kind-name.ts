/** The kinds of actions: each room says by `declare module` which it has. */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it
export interface ActionKindNames {}

export type ActionKindName = keyof ActionKindNames & string;
