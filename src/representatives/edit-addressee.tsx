import { randomUUID } from 'node:crypto';
import { isId } from '../database/is-id.ts';
import { type Answer, NotFoundError, seeOther } from '../http/answer.ts';
import { chosen, type Fields, typed } from '../http/fields.ts';
import type { View } from '../http/view.ts';
import { OtherFields } from '../office/meanwhile.tsx';
import type { StaffRequest } from '../office/office-route.ts';
import { OfficeForm } from '../office/parts.tsx';
import { screen } from '../office/screen.tsx';
import { behindHome } from '../office/way-back.ts';
import { Field } from '../site/components/field.tsx';
import { Carried, noProblems, type Problems } from '../site/components/form.tsx';
import { stateMeant } from '../states/state-meant.ts';
import { allStates } from '../states/states.ts';
import { type Stored, selectStored } from './addressee-change-queries.ts';
import { reachAddresses } from './addresses.ts';
import { addAddressee, changeAddressee } from './change-addressee.ts';
import { displayName } from './naming.ts';
import {
  fieldsOf,
  personFields,
  type Typed,
  type TypedField,
  typedFields,
  typedIn,
  typedOf,
  versionOf,
  wrongIn,
} from './typed-addressee.ts';

export const editFields: Fields = { ...typedFields, was: chosen(60) };
export const addFields: Fields = { ...typedFields, state: typed('representatives.list.state', 100), key: chosen(40) };

/** The form for somebody who is known. */
export async function editPage(request: StaffRequest): Promise<Answer> {
  const stored = await storedOf(request);
  return editing(request, stored, typedOf(stored));
}

/** What is known of somebody now. */
export async function addresseeVersion(request: StaffRequest): Promise<string> {
  return versionOf(typedOf(await storedOf(request)));
}

/** @throws NotFoundError */
async function storedOf({ app, params }: StaffRequest): Promise<Stored> {
  const id = params.id ?? '';
  const stored = isId(id) ? await selectStored(app.database, id, false) : undefined;
  if (!stored) throw new NotFoundError('an addressee');
  return stored;
}

/** Changes them, unless something typed can't be taken or somebody else was there meanwhile. */
export async function changeOne(request: StaffRequest): Promise<Answer> {
  const { app, form, session, view, lang } = request;
  const stored = await storedOf(request);
  const content = { ...typedOf(stored), ...only(fieldsOf(stored), typedIn(form)) };
  const problems = problemsOf(view, content, fieldsOf(stored));
  if (problems.size > 0) return editing(request, stored, content, { problems, was: form.get('was') ?? '' });
  const change = { content, was: form.get('was') ?? '', by: session.actor_id, day: view.today() };
  const outcome = await changeAddressee(app.database, stored.id, change);
  if (outcome === 'done') return seeOther(reachAddresses.oneAddressee(lang, stored.id));
  const now = await storedOf(request);
  if (outcome === 'elsewhere') return editing(request, now, content, { elsewhere: true });
  return editing(request, now, content, { problems: new Map([['email', view.t('representatives.edit.known')]]) });
}

function only(fields: readonly TypedField[], content: Typed): Partial<Typed> {
  return Object.fromEntries(fields.map((name) => [name, content[name]]));
}

function problemsOf(view: View, content: Typed, fields: readonly TypedField[]): Problems {
  return new Map(
    wrongIn(content, fields).map((name) => [
      name === 'period' ? 'ended_on' : name,
      view.t(`representatives.edit.wrong.${name}`),
    ]),
  );
}

interface How {
  readonly problems?: Problems;
  /** What the form was read at, where it stays so. */
  readonly was?: string;
  /** Somebody changed it meanwhile. */
  readonly elsewhere?: boolean;
}

async function editing(request: StaffRequest, stored: Stored, content: Typed, how: How = {}): Promise<Answer> {
  const { view, lang, token } = request;
  const { problems = noProblems, elsewhere = false } = how;
  const fields = fieldsOf(stored);
  const one = { ...stored, role: stored.mandates[0]?.role ?? null };
  return screen(
    { ...request, path: behindHome(lang, reachAddresses.editAddressee(lang, stored.id)) },
    view.t('representatives.edit.title', { name: displayName(lang, one) }),
    <>
      {elsewhere && <Elsewhere view={view} stored={typedOf(stored)} content={content} fields={fields} />}
      <p>{view.t('representatives.edit.lead')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={reachAddresses.editAddressee(lang, stored.id)}
        button={view.t(elsewhere ? 'representatives.edit.over' : 'representatives.edit.save')}
        problems={problems}
      >
        <Carried values={[['was', how.was ?? versionOf(typedOf(stored))]]} />
        <Inputs view={view} content={content} fields={fields} problems={problems} />
      </OfficeForm>
      <p>
        <a href={reachAddresses.oneAddressee(lang, stored.id)}>{view.t('representatives.edit.back')}</a>
      </p>
    </>,
    { status: elsewhere ? 409 : problems.size > 0 ? 422 : 200 },
  );
}

/** What somebody else wrote beside what was typed here, word by word. */
function Elsewhere({
  view,
  stored,
  content,
  fields,
}: {
  view: View;
  stored: Typed;
  content: Typed;
  fields: readonly TypedField[];
}) {
  const each = fields.map((name) => ({
    label: view.t(`representatives.edit.${name}`),
    ...{ theirs: stored[name], yours: content[name] },
  }));
  return <OtherFields view={view} text={view.t('representatives.edit.elsewhere.text')} fields={each} />;
}

interface InputsProps {
  readonly view: View;
  readonly content: Typed;
  readonly fields: readonly TypedField[];
  readonly problems: Problems;
}

const hinted: readonly TypedField[] = ['email', 'source', 'as_of', 'started_on', 'ended_on'];

function Inputs({ view, content, fields, problems }: InputsProps) {
  return fields.map((name) => (
    <Field
      key={name}
      name={name}
      label={view.t(`representatives.edit.${name}`)}
      hint={
        hinted.includes(name)
          ? view.t(`representatives.edit.${name}.hint` as 'representatives.edit.email.hint')
          : undefined
      }
      error={problems.get(name)}
      defaultValue={content[name]}
      autoComplete="off"
      {...(name === 'email' ? { dir: 'ltr', inputMode: 'email' as const } : { dir: 'auto' })}
    />
  ));
}

/** The form for somebody new. */
export async function addPage(request: StaffRequest): Promise<Answer> {
  return adding(request, noProblems);
}

export async function addOne(request: StaffRequest): Promise<Answer> {
  const { app, form, session, view, lang } = request;
  const content = typedIn(form);
  const { state } = stateMeant(await allStates(app.database), form.get('state') ?? '');
  const wrongState = state ? [] : [['state', view.t('representatives.edit.wrong.state')] as const];
  const problems = new Map([...wrongState, ...problemsOf(view, content, personFields)]);
  const key = form.get('key') ?? '';
  if (!state || problems.size > 0 || !isId(key)) return adding(request, problems);
  const add = { state: state.iso3, content, by: session.actor_id, day: view.today() };
  return seeOther(reachAddresses.oneAddressee(lang, await addAddressee(app.database, key, add)));
}

function adding(request: StaffRequest, problems: Problems): Answer {
  const { view, lang, token, form } = request;
  const key = form.get('key') ?? '';
  return screen(
    { ...request, path: behindHome(lang, reachAddresses.addAddressee(lang)) },
    view.t('representatives.add'),
    <>
      <p>{view.t('representatives.add.lead')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={reachAddresses.addAddressee(lang)}
        button={view.t('representatives.add')}
        problems={problems}
      >
        <Carried values={[['key', isId(key) ? key : randomUUID()]]} />
        <Field
          name="state"
          label={view.t('representatives.list.state')}
          error={problems.get('state')}
          defaultValue={form.get('state') ?? ''}
        />
        <Inputs view={view} content={typedIn(form)} fields={personFields} problems={problems} />
      </OfficeForm>
      <p>
        <a href={reachAddresses.addressees(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status: problems.size > 0 ? 422 : 200 },
  );
}
