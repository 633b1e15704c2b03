import type { View } from '../http/view.ts';
import { isolated } from '../locales/isolated.ts';
import { Choice, TextArea } from '../site/components/field.tsx';
import type { Problems } from '../site/components/form.tsx';
import { shapeNamed } from './kinds.ts';
import { fileLabel, filesOf, MOST_CHARACTERS, type TypedTables } from './typed-tables.ts';

interface Props {
  readonly view: View;
  readonly given: TypedTables;
  readonly problems: Problems;
}

/** A field for each table of a folder; those that are left empty stay as they stand. */
export function TableInputs({ view, given, problems }: Props) {
  const { t } = view;
  const files = filesOf(given.dataset);
  return (
    <>
      <FolderText view={view} />
      {files.map((file, at) => (
        <details key={file} open={at === 0 || problems.has(file) || (given.texts[file] ?? '') !== ''}>
          <summary>
            <span>
              {t(fileLabel(file))} <code dir="ltr">{file}.csv</code>
            </span>
          </summary>
          <TextArea
            name={file}
            label={t(fileLabel(file))}
            hint={t('record-keeping.import.hint', { columns: isolated(headOf(given, file)) })}
            error={problems.get(file)}
            defaultValue={given.texts[file] ?? ''}
            rows={6}
            dir="auto"
            spellcheck={false}
            autoComplete="off"
          />
        </details>
      ))}
      <Choice name="whole" value="1" label={t('record-keeping.import.whole')} defaultChecked={given.whole} />
    </>
  );
}

function headOf({ dataset }: TypedTables, file: string): string {
  return Object.keys(shapeNamed(dataset, file).row.shape).join(', ');
}

/** Reads a folder's files into their fields, where scripts run. */
function FolderText({ view: { t } }: { view: View }) {
  return (
    <file-text
      hidden
      data-most={String(MOST_CHARACTERS)}
      data-read={t('record-keeping.import.files.read')}
      data-wrong={t('representatives.import.file.wrong')}
      data-long={t('representatives.import.file.long')}
    >
      <div className="f">
        <label htmlFor="files">{t('record-keeping.import.files')}</label>
        <input type="file" id="files" multiple accept=".csv,text/csv" />
      </div>
      <p role="status" />
    </file-text>
  );
}
