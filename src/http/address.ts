import type { Lang } from '../config/langs.ts';

/** What may stand behind the question mark of a link. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

type UpTo<Text extends string, Mark extends string> = Text extends `${infer Head}${Mark}${string}` ? Head : Text;
type Names<Pattern extends string> = Pattern extends `${string}:${infer Rest}`
  ? [UpTo<UpTo<Rest, '/'>, '.'>, ...Names<Rest>]
  : [];
type Parts<Of extends readonly string[]> = { [At in keyof Of]: Of[At] extends 'lang' ? Lang : string };

/**
 * An address of the site: called with the parts of its path in order, and what follows, it gives the link; `pattern` is what its route
 * answers.
 */
export type Address<Pattern extends string, Rest extends readonly unknown[]> = ((
  ...given: [...Parts<Names<Pattern>>, ...Rest]
) => string) & { readonly pattern: Pattern };

/** @param path as a View has it: behind the language */
export function inLanguage(lang: Lang, path: string): string {
  return `/${lang}${path}`;
}

/** Any address, for lists. */
export interface AnyAddress {
  readonly pattern: string;
}

/** @param pattern a path with `:name` for each part that varies */
export function address<const Pattern extends string>(pattern: Pattern): Address<Pattern, [query?: Query]> {
  return made(pattern, (query) => search(query as Query | undefined));
}

/** An address whose page can be asked for as of a day: the link's last part is that day, `YYYY-MM-DD`, or nothing for today. */
export function addressOnDay<const Pattern extends string>(pattern: Pattern): Address<Pattern, [on?: string]> {
  return made(pattern, (on) => search({ on: on as string | undefined }));
}

function made<Pattern extends string, Rest extends readonly unknown[]>(
  pattern: Pattern,
  rest: (value: unknown) => string,
): Address<Pattern, Rest> {
  const parts = pattern.split(/:[a-z0-9]+/i);
  const link = (...given: readonly unknown[]) => {
    const varying = parts.slice(1).map((part, at) => encodeURIComponent(String(given[at])) + part);
    return parts[0] + varying.join('') + rest(given[parts.length - 1]);
  };
  return Object.assign(link, { pattern }) as Address<Pattern, Rest>;
}

function search(values: Query | undefined): string {
  if (!values) return '';
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const item of typeof value === 'string' ? [value] : (value ?? [])) query.append(name, item);
  }
  const text = query.toString();
  return text && `?${text}`;
}
