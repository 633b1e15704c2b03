/** A letter is for nobody who can be written to: no such state, office or person, too many of them, or nothing to ask of them. */
export class UnknownAddresseeError extends Error {
  override readonly name = 'UnknownAddresseeError';
}
