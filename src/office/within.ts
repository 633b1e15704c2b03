/** What was read, or why not: an error's name; undefined where it took too long. */
type Read<Value> = { readonly value: Value } | { readonly error: string | undefined };

/** Waits no longer than that for something that a page can do without. @param milliseconds after which the page goes on alone */
export async function within<Value>(milliseconds: number, reading: Promise<Value>): Promise<Read<Value>> {
  const { promise: late, resolve } = Promise.withResolvers<Read<Value>>();
  const timer = setTimeout(resolve, milliseconds, { error: undefined });
  try {
    return await Promise.race([reading.then((value) => ({ value })), late]);
  } catch (error) {
    return { error: (error as Error).name };
  } finally {
    clearTimeout(timer);
  }
}
