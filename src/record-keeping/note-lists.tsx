import type { Deed } from '../accounts/roles.ts';
import { mayEver } from '../accounts/roles.ts';
import { isId } from '../database/is-id.ts';
import { type Note, type NoteKind, notesNamed, openNotes, publicPartOf, putNotesAway } from '../facts/notes.ts';
import { NotFoundError } from '../http/answer.ts';
import type { View } from '../http/view.ts';
import { officeAddresses } from '../office/addresses.ts';
import { listRoutes } from '../office/list/list-routes.ts';
import type { OfficeList } from '../office/list/office-list.ts';
import { SeveralLinks } from '../office/list/several.tsx';
import { severalAddresses } from '../office/list/several-address.ts';
import type { OfficeRoute, StaffRequest } from '../office/office-route.ts';
import { officePage } from '../office/office-route.ts';
import { screen } from '../office/screen.tsx';
import { stateAddresses } from '../states/addresses.ts';
import { csvLines } from '../text/csv-lines.ts';
import { datasets } from './kinds.ts';

/** The two kinds of note that a revision of the record leaves, and who deals with them. */
const kinds = {
  newsroom: { words: 'news', who: 'publications.change', list: officeAddresses.news, one: officeAddresses.newsNote },
  asks: { words: 'asks', who: 'campaigns.change', list: officeAddresses.changedAsks, one: officeAddresses.askNote },
} as const satisfies Readonly<Record<NoteKind, { readonly who: Deed } & Readonly<Record<string, unknown>>>>;

type ListOfNotes = OfficeList<Note, Record<never, never>, 'at'>;

function listOf(kind: NoteKind): ListOfNotes {
  const { words, who, list, one } = kinds[kind];
  return {
    address: list,
    who,
    navigation: { label: `office.notes.${words}`, group: 'work', order: 60 },
    title: `office.notes.${words}`,
    lead: `office.notes.${words}.lead`,
    empty: `office.notes.${words}.empty`,
    filters: {},
    sorts: { at: 'moment' },
    first: { sort: 'at', descending: true },
    id: 'uuid',
    rows: ({ app }, { slice }) => openNotes(app.database, kind, slice),
    columns: [
      { label: 'office.notes.what', cell: nameOf, link: ({ id }, lang) => one(lang, id) },
      { label: 'office.notes.at', sort: 'at', cell: ({ at }, view) => view.moment(at) },
    ],
    csv: {
      name: `notes-${words}`,
      head: csvLines([['id', 'revision', 'at', 'changes']]),
      line: (note) => csvLines([[note.id, note.revision, note.at.toISOString(), sizeOf(note)]]),
    },
    several: {
      named: async ({ app, view }, ids) =>
        (await notesNamed(app.database, kind, ids)).map((note) => ({ id: note.id, name: nameOf(note, view) })),
      deeds: [
        {
          name: 'settle',
          who,
          label: 'office.notes.settle',
          title: 'office.notes.settle.title',
          text: 'office.notes.settle.text',
          button: 'office.notes.settle.title',
          done: 'office.notes.settle.done',
          run: ({ app, session }, ids) => putNotesAway(app.database, kind, ids, session.actor_id),
        },
      ],
    },
  };
}

function sizeOf({ facts, changed }: Note): number {
  return facts.length + changed.length;
}

function nameOf(note: Note, { t }: View): string {
  return t('office.notes.one', { count: sizeOf(note), revision: String(note.revision) });
}

function notePage(kind: NoteKind, list: ListOfNotes) {
  return async (request: StaffRequest) => {
    const { app, view, params, session } = request;
    const [note] = await notesNamed(app.database, kind, [params.id ?? ''].filter(isId));
    if (!note) throw new NotFoundError('a note');
    // Whoever keeps the record knows of what is not public yet; whoever writes about it does not.
    const { facts, changed, hidden } = mayEver(session.role, 'record.see-embargoed')
      ? { ...note, hidden: 0 }
      : await publicPartOf(app.database, datasets[note.dataset], note);
    return screen(
      request,
      nameOf(note, view),
      <>
        <p className="q">{view.moment(note.at)}</p>
        {hidden > 0 && <p className="note">{view.t('office.notes.hidden', { count: hidden })}</p>}
        <ul>
          {facts.map(({ file, key }) => (
            <li key={`${file} ${key}`}>
              <code dir="ltr">
                {file} {key}
              </code>
            </li>
          ))}
          {changed.map(({ campaign, state, was, is }) => (
            <li key={`${campaign} ${state}`}>
              <a href={stateAddresses.state(view.lang, state)}>{state}</a>{' '}
              {view.t('office.notes.from', {
                was: was ?? view.t('office.notes.none'),
                is: is ?? view.t('office.notes.none'),
              })}{' '}
              <small>
                <bdi>{campaign}</bdi>
              </small>
            </li>
          ))}
        </ul>
        <SeveralLinks list={list} deeds={list.several?.deeds ?? []} request={request} id={note.id} />
      </>,
    );
  };
}

const lists = (['newsroom', 'asks'] as const).map((kind) => ({ kind, list: listOf(kind) }));

/** What is done at the addresses of both kinds. */
export const noteRoutes: readonly OfficeRoute[] = lists.flatMap(({ kind, list }) => [
  ...listRoutes(list),
  officePage(kinds[kind].one, kinds[kind].who, notePage(kind, list)),
]);

/** Where several notes are dealt with at once. */
export const noteAddresses = Object.assign({}, ...lists.map(({ list }) => severalAddresses(list)));
