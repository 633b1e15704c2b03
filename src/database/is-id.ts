/** Whether a text is an id as PostgreSQL takes it (RFC 9562): hex digits alone are not enough, their hyphens must stand right. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
