import type { ComponentChildren } from 'preact';
import type { View } from '../http/view.ts';
import { Field } from '../site/components/field.tsx';
import { ActionForm, ErrorSummary, type Problems } from '../site/components/form.tsx';
import { CopiedWhileTyped, GoesOnFrom } from './copies/copied-while-typed.tsx';
import { Token } from './token.tsx';

/** A form of the office, with what is wrong with it on top. */
export function OfficeForm({
  view,
  token,
  action,
  button,
  problems,
  outlined,
  destroys,
  files,
  children,
}: {
  readonly view: View;
  readonly token: string;
  readonly action: string;
  readonly button: string;
  readonly problems?: Problems;
  readonly outlined?: boolean;
  readonly destroys?: boolean;
  /** Whether a file comes with it. */
  readonly files?: boolean;
  readonly children?: ComponentChildren;
}) {
  return (
    <>
      {problems && <ErrorSummary view={view} problems={problems} />}
      <CopiedWhileTyped view={view} action={action}>
        <ActionForm
          action={action}
          button={button}
          outlined={outlined ?? false}
          destroys={destroys ?? false}
          files={files ?? false}
        >
          <Token token={token} />
          <GoesOnFrom action={action} />
          {children}
        </ActionForm>
      </CopiedWhileTyped>
    </>
  );
}

/** Digits or letters that somebody reads off something else. */
export function CodeField({
  name,
  label,
  hint,
  error,
  letters = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly letters?: boolean;
}) {
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      error={error}
      dir="ltr"
      inputMode={letters ? 'text' : 'numeric'}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellcheck={false}
      maxLength={40}
    />
  );
}

/** Ten codes that are shown once. */
export function RecoveryCodes({ view, codes }: { view: View; codes: readonly string[] }) {
  return (
    <>
      <p className="lead">{view.t('office.codes.text')}</p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <bdi className="key" dir="ltr">
              <code>{code}</code>
            </bdi>
          </li>
        ))}
      </ol>
    </>
  );
}

/** One of the lines that say what is known of a thing. */
export function Detail({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
