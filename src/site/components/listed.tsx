import { type ComponentChildren, Fragment } from 'preact';
import type { Lang } from '../../config/langs.ts';
import { listParts } from '../../locales/format.ts';

/** Things named one after the other as a sentence of the language does: "one, two, and three". */
export function Listed({ lang, of }: { lang: Lang; of: readonly ComponentChildren[] }) {
  const things = of.map((thing) => ({ thing }));
  return listParts(lang, things).map((part, at) => (
    <Fragment key={at}>{typeof part === 'string' ? part : part.thing}</Fragment>
  ));
}
