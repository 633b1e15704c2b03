import type {
  ComponentChildren,
  PartialInputHTMLAttributes,
  PartialSelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'preact';

/** The library ties roles to types; ours have the role of their type, whichever it is. */
type Input<Type> = Omit<PartialInputHTMLAttributes<HTMLInputElement>, 'role' | 'type' | 'list'> & {
  readonly type?: Type | undefined;
};

interface Frame {
  readonly name: string;
  /** Its own, where another field of the page has the same name. */
  readonly id?: string | undefined;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** What is wrong with it, in words that say what to do. */
  readonly error?: string | undefined;
  /** What follows from what stands in it, where that is no mistake. */
  readonly note?: ComponentChildren;
}

type Described<Attributes> = Frame & Omit<Attributes, keyof Frame>;

function described({ name, id = name, hint, error, note }: Frame) {
  const by = [hint && `${id}-hint`, error && `${id}-error`, note && `${id}-note`].filter(Boolean).join(' ');
  return { id, name, 'aria-describedby': by || undefined, 'aria-invalid': error ? true : undefined };
}

function Framed({ name, id = name, label, hint, error, note, children }: Frame & { children: ComponentChildren }) {
  return (
    <div className={error ? 'f bad' : 'f'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Wrong name={id} error={error} />
      {children}
      {note && (
        <div className="note" id={`${id}-note`}>
          {note}
        </div>
      )}
    </div>
  );
}

function Wrong({ name, error }: { name: string; error: string | undefined }) {
  return error ? (
    <p className="err" id={`${name}-error`}>
      {error}
    </p>
  ) : null;
}

/** One line to fill in. */
export function Field({
  label,
  hint,
  error,
  note,
  ...input
}: Described<Input<'text' | 'email' | 'url' | 'date' | 'search'>>) {
  const frame = { name: input.name, label, hint, error, note };
  return (
    <Framed {...frame}>
      <input {...input} type={(input.type ?? 'text') as 'text'} {...described(frame)} />
    </Framed>
  );
}

/** The reader's own e-mail address. */
export function EmailField(props: Frame & { defaultValue?: string | undefined }) {
  return <Field {...props} type="email" autoComplete="email" inputMode="email" dir="ltr" />;
}

/** Some paragraphs to fill in. */
export function TextArea({
  label,
  hint,
  error,
  note,
  ...area
}: Described<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const frame = { name: area.name, label, hint, error, note };
  return (
    <Framed {...frame}>
      <textarea rows={6} {...area} defaultValue={whole(area.defaultValue)} {...described(frame)} />
    </Framed>
  );
}

/** Browsers leave out a line break that is the first of a text area (HTML, 13.2.6.4.7). */
function whole<Text>(text: Text): Text | string {
  return typeof text === 'string' && text.startsWith('\n') ? `\n${text}` : text;
}

/** One of many, from a list. */
export function Select({
  label,
  hint,
  error,
  children,
  ...select
}: Described<Omit<PartialSelectHTMLAttributes<HTMLSelectElement>, 'role' | 'size'>>) {
  const frame = { name: select.name, id: select.id, label, hint, error };
  return (
    <Framed {...frame}>
      <select {...select} {...described(frame)}>
        {children}
      </select>
    </Framed>
  );
}

/** A group of choices under one question. */
export function Choices({ name, label, hint, error, children }: Frame & { children: ComponentChildren }) {
  return (
    <fieldset className={error ? 'bad' : undefined} id={name} aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{label}</legend>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <Wrong name={name} error={error} />
      {children}
    </fieldset>
  );
}

/** One choice: a box or a radio with what it means. */
export function Choice({
  label,
  error,
  ...input
}: { label: ComponentChildren; error?: string | undefined } & Input<'checkbox' | 'radio'>) {
  const id = `${input.name}-${input.value ?? 'yes'}`;
  const wrong = error ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {};
  return (
    <>
      <Wrong name={id} error={error} />
      <div className="c">
        <input id={id} {...wrong} {...input} type={input.type ?? 'checkbox'} />
        <label htmlFor={id}>{label}</label>
      </div>
    </>
  );
}
