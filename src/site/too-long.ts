import type { FormTooLongError } from '../http/posted-form.ts';
import { fieldOf } from '../http/read-fields.ts';
import type { View } from '../http/view.ts';
import type { Problems } from './components/form.tsx';

export type TooLong = Pick<FormTooLongError, 'form' | 'given' | 'wrong'>;

/** What to do about each field that holds more than its form takes. */
export function tooLongProblems({ t }: Pick<View, 't'>, { form, given, wrong }: TooLong): Problems {
  return new Map(
    [...wrong].map(([name, why]) => {
      const most = fieldOf(form.fields, name)?.characters ?? 0;
      const now = given.get(name)?.length ?? 0;
      return [name, why === 'piled' ? t('site.wrong.piled') : t('site.wrong.long', { most, now })];
    }),
  );
}

/** What is wrong with a form, with what is far too long in it, in the order of its fields; of a field that is too long, that alone. */
export function withTooLong(view: Pick<View, 't'>, problems: Problems, tooLong: TooLong | undefined): Problems {
  if (!tooLong) return problems;
  const all = new Map([...problems, ...tooLongProblems(view, tooLong)]);
  const order = Object.keys(tooLong.form.fields);
  return new Map([...all].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other)));
}

/** What was typed, with what is far too long in it as it was typed. */
export function wholeAgain<Typed extends object>(typed: Typed, tooLong: TooLong | undefined): Typed {
  if (!tooLong) return typed;
  return {
    ...typed,
    ...Object.fromEntries([...tooLong.wrong.keys()].map((name) => [name, tooLong.given.get(name) ?? ''])),
  };
}
