import { FormWithFile, type UploadedFile } from '../../http/uploaded-file.ts';
import type { View } from '../../http/view.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { Field } from '../../site/components/field.tsx';
import { MOST_BYTES } from '../reading/limits.ts';
import type { Stored } from '../store-picture.ts';

/** The field by which a picture comes. */
export const FILE = { name: 'file', bytes: MOST_BYTES } as const;
const TYPES = 'image/jpeg,image/png,image/webp,image/avif';

/** Where a picture is chosen on the own machine. */
export function FileField({ view, error }: { view: View; error?: string | undefined }) {
  return (
    <Field
      name={FILE.name}
      label={view.t('media.file')}
      hint={view.t('media.file.hint', { size: view.size(MOST_BYTES) })}
      error={error}
      type={'file' as 'text'}
      accept={TYPES}
    />
  );
}

/** What was given, or what is wrong with it before it is looked at. */
export function givenFile({ form, view }: StaffRequest): UploadedFile | string {
  const file = form instanceof FormWithFile ? form.file : undefined;
  if (!file) return view.t('media.wrong.none');
  if (file.bytes === 0) return view.t('media.wrong.unreadable');
  return file.cut ? view.t('media.wrong.long', { size: view.size(MOST_BYTES) }) : file;
}

/** What to do about a picture that was not taken. */
export function wrongWith({ t }: Pick<View, 't'>, { is }: Stored): string | undefined {
  switch (is) {
    case 'stored':
    case 'here':
      return undefined;
    default:
      return t(`media.wrong.${is}`);
  }
}
