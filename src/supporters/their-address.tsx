import type { View } from '../http/view.ts';
import { Field } from '../site/components/field.tsx';
import type { Problems } from '../site/components/form.tsx';

interface TheirAddressProps {
  readonly view: View;
  readonly form: URLSearchParams;
  readonly hint: string;
  readonly problems: Problems;
}

/** Where staff type whose data it is about: an address that their own browser is not to offer. */
export function TheirAddress({ view, form, hint, problems }: TheirAddressProps) {
  return (
    <Field
      name="email"
      type="email"
      inputMode="email"
      dir="ltr"
      autoComplete="off"
      label={view.t('supporters.people.email')}
      hint={hint}
      error={problems.get('email')}
      defaultValue={form.get('email') ?? ''}
    />
  );
}
