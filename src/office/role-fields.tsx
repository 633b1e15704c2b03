import type { AccountRow } from '../accounts/accounts.ts';
import { roles } from '../accounts/roles.ts';
import { endonyms, langs } from '../config/langs.ts';
import type { View } from '../http/view.ts';
import { list } from '../locales/format.ts';
import { isolated } from '../locales/isolated.ts';
import { Choice, Choices, Select } from '../site/components/field.tsx';

/** What somebody is there for; of a translator with the languages into which they translate. */
export function roleOf(view: View, { role, languages }: Pick<AccountRow, 'role' | 'languages'>): string {
  const named = view.t(`office.role.${role}`);
  if (languages.length === 0) return named;
  return view.t('office.role.into', {
    role: named,
    languages: list(
      view.lang,
      languages.map((lang) => isolated(endonyms[lang])),
    ),
  });
}

/** A role, and a translator's languages. */
export function RoleFields({
  view,
  role,
  languages,
  error,
}: {
  readonly view: View;
  readonly role: string;
  readonly languages: readonly string[];
  readonly error?: string | undefined;
}) {
  return (
    <>
      <Select name="role" label={view.t('office.staff.role')} defaultValue={role} error={error}>
        {roles.map((one) => (
          <option key={one} value={one}>
            {view.t(`office.role.${one}`)}
          </option>
        ))}
      </Select>
      <Choices name="languages" label={view.t('office.staff.languages')} hint={view.t('office.staff.languages.hint')}>
        {langs.map((lang) => (
          <Choice
            key={lang}
            name="languages"
            value={lang}
            defaultChecked={languages.includes(lang)}
            label={<span lang={lang}>{endonyms[lang]}</span>}
          />
        ))}
      </Choices>
    </>
  );
}
