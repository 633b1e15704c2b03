/** What the room of accounts does to the actors of those who have one. */
export { insertStaff, isNameTaken, isStaff, makePseudonymous, rename } from './actor-queries.ts';
