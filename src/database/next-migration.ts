/**
 * The file of a migration that comes after all others.
 * @param files names of those that are there, `NNN-name.sql`
 * @throws Error, in one line, for a name that is none or is taken
 */
export function nextMigration(files: readonly string[], name: string): string {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || name.length > 60)
    throw new Error('NAME: small letters, digits and single hyphens, 60 characters at most');
  const known = files.flatMap((file) => /^(\d{3})-(.+)\.sql$/.exec(file)?.slice(1, 3) ?? []);
  if (known.includes(name)) throw new Error('NAME: there is a migration of this name');
  const last = Math.max(0, ...files.map((file) => Number(/^\d{3}/.exec(file)?.[0] ?? 0)));
  return `${String(last + 1).padStart(3, '0')}-${name}.sql`;
}
