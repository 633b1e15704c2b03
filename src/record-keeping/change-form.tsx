import type { Fields } from '../facts/shapes.ts';
import type { Answer } from '../http/answer.ts';
import type { View } from '../http/view.ts';
import { Meanwhile, OtherFields } from '../office/meanwhile.tsx';
import type { StaffRequest } from '../office/office-route.ts';
import { Detail, OfficeForm } from '../office/parts.tsx';
import { screen } from '../office/screen.tsx';
import { behindHome } from '../office/way-back.ts';
import { Carried, noProblems, type Problems } from '../site/components/form.tsx';
import { keepingAddresses } from './addresses.ts';
import { Inputs } from './inputs.tsx';
import { idOfKey, type Kind } from './kinds.ts';
import type { Recorded, RecordedRow } from './recorded-rows.ts';
import { cellText, rowName } from './row-name.ts';
import { formOf, versionOf } from './typed-row.ts';

/** A row that somebody types: a new one, or one that stands. */
export interface Changing {
  readonly kind: Kind;
  readonly recorded: Recorded;
  readonly row: RecordedRow | undefined;
  readonly typed: Fields;
}

interface How {
  readonly problems?: Problems;
  /** What the form was read at, where it stays so. */
  readonly was?: string;
  /** Somebody changed the row meanwhile, or it is no more. */
  readonly elsewhere?: boolean;
  readonly gone?: boolean;
  /** What was typed is what stands. */
  readonly nothing?: boolean;
  readonly outlined?: boolean;
}

/** The form, what it is called and where it is sent. */
export function changeForm({ view, lang, token }: StaffRequest, changing: Changing, how: How = {}) {
  const { kind, recorded, row, typed } = changing;
  const { problems = noProblems, outlined = false } = how;
  const action = row ? keepingAddresses.edit(lang, kind.name, idOfKey(row.key)) : keepingAddresses.add(lang, kind.name);
  const title = row
    ? view.t('record-keeping.correct.title', { name: rowName(view, recorded, row) })
    : view.t(`record-keeping.add.${kind.name}`);
  const fixed = row ? kind.fixed : [];
  const form = (
    <OfficeForm
      view={view}
      token={token}
      action={action}
      button={view.t('record-keeping.look')}
      problems={problems}
      outlined={outlined}
    >
      <Carried
        values={[
          ...fixed.map((name) => [name, typed[name] ?? ''] as const),
          ...(row ? [['was', how.was ?? versionOf(row.fields)] as const] : []),
        ]}
      />
      {fixed.length > 0 && (
        <dl className="details">
          {fixed.map((name) => (
            <Detail key={name} label={view.t(`record-keeping.column.${name}`)}>
              <bdi>{cellText(view, recorded, name, typed[name] ?? '')}</bdi>
            </Detail>
          ))}
        </dl>
      )}
      <Inputs
        view={view}
        recorded={recorded}
        kind={kind}
        typed={typed}
        problems={problems}
        names={kind.columns.filter((name) => !fixed.includes(name))}
      />
    </OfficeForm>
  );
  return { title, action, form };
}

/** The form as a page, with what is wrong with it. */
export function editing(request: StaffRequest, changing: Changing, how: How = {}): Answer {
  const { view, lang } = request;
  const { problems = noProblems, elsewhere = false, gone = false, nothing = false } = how;
  const { kind, row } = changing;
  const { title, action, form } = changeForm(request, changing, how);
  return screen(
    { ...request, path: behindHome(lang, action) },
    title,
    <>
      {elsewhere && <Elsewhere view={view} {...changing} />}
      {gone && <Meanwhile view={view} text={view.t('record-keeping.gone')} />}
      {nothing && <p className="note">{view.t('record-keeping.nothing')}</p>}
      <p>{view.t(kind.name === 'treaty-acts' ? 'record-keeping.form.acts' : 'record-keeping.form.lead')}</p>
      {form}
      <p>
        {row ? (
          <a href={keepingAddresses.one(lang, kind.name, idOfKey(row.key))}>{view.t('record-keeping.back')}</a>
        ) : (
          <a href={keepingAddresses.all(lang)}>{view.t('office.list.back')}</a>
        )}
      </p>
    </>,
    { status: elsewhere || gone ? 409 : problems.size > 0 ? 422 : 200 },
  );
}

/** What somebody else recorded beside what was typed here. */
function Elsewhere({ view, kind, recorded, row, typed }: Changing & { view: View }) {
  const stands = formOf(kind, row?.fields ?? {});
  const others = kind.columns.filter((name) => stands[name] !== typed[name]);
  const said = (name: string, value = '') => cellText(view, recorded, name, value);
  const fields = others.map((name) => ({
    label: view.t(`record-keeping.column.${name}`),
    ...{ theirs: said(name, stands[name]), yours: said(name, typed[name]) },
  }));
  return <OtherFields view={view} text={view.t('record-keeping.meanwhile')} fields={fields} />;
}
