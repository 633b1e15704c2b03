/**
 * SQLSTATE classes and codes that pass: connection lost, shut down or cancelled, resources short (connections, disk, memory), a lock not
 * got, transactions that met, the system beneath. Then what the network says.
 */
const CODES = /^(08|40|53|57|58|55P03)|^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|ENOENT|ENETUNREACH|EHOSTUNREACH|EAI_AGAIN)/;

/** What the driver says without a code. */
const WORDS = [
  /^(Query read timeout|timeout (expired|exceeded when trying to connect)|Connection terminated)/,
  /^Client (has encountered a connection error|was closed)/,
];

/** Whether a failure is of the database or the way to it, and passes: the same may succeed later, and what was typed must stay. */
export function isTransient(error: Error & { code?: unknown }): boolean {
  return CODES.test(String(error.code ?? '')) || WORDS.some((words) => words.test(error.message));
}
