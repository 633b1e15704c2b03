declare const brand: unique symbol;

/** Who did something, as `made_by`, `decided_by` and the like refer to it. A name is none: `operatorAt` has the actor of a name. */
export type ActorId = string & { readonly [brand]: 'actor' };

/** The program itself: its duties, and what a new installation starts with. */
export const SYSTEM = '00000000-0000-7000-8000-000000000001' as ActorId;

/** Whom nobody names: what an older program or a file of ours wrote. */
export const UNKNOWN = '00000000-0000-7000-8000-000000000003' as ActorId;

/** Whoever is written to, by proof from the mailbox that the row names. */
export const ADDRESSEE = '00000000-0000-7000-8000-000000000002' as ActorId;
