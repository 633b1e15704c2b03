import { mayEver } from '../accounts/roles.ts';
import { latestEntries } from '../audit/list-audit.ts';
import { officeAddresses } from './addresses.ts';
import { doneWords } from './done-words.ts';
import type { StaffRequest } from './office-route.ts';

const LATEST = 10;

/** On the page of a thing: what people changed of it lately, the latest first. @param item as audit entries name it */
export async function itemHistory(
  { app, view, lang, session }: StaffRequest,
  item: readonly [kind: string, name: string],
) {
  const [itemKind, name] = item;
  const entries = await latestEntries(app.database, { itemKind, item: name }, LATEST + 1);
  const all = mayEver(session.role, 'audit.read');
  return (
    <>
      <h2>{view.t('office.history')}</h2>
      {entries.length === 0 && <p>{view.t('office.history.none')}</p>}
      <ul className="list">
        {entries.slice(0, LATEST).map((entry) => (
          <li key={entry.id}>
            {all ? (
              <a href={officeAddresses.auditEntry(lang, entry.id)}>{doneWords(lang, entry.operation)}</a>
            ) : (
              doneWords(lang, entry.operation)
            )}
            <br />
            <small>
              <bdi>{entry.who}</bdi>, {view.moment(entry.made_at)}
            </small>
          </li>
        ))}
      </ul>
      {all && entries.length > LATEST && (
        <p>
          <a href={officeAddresses.audit(lang, { kind: itemKind, item: name })}>{view.t('office.history.all')}</a>
        </p>
      )}
    </>
  );
}
