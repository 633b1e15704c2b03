import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { Carried } from '../../site/components/form.tsx';
import { pictureAddresses } from '../addresses.ts';
import { largest, type Picture } from '../picture.ts';
import { FILE, FileField } from './give-file.tsx';

interface Props {
  readonly request: StaffRequest;
  readonly picture: Picture;
  readonly wrong: string | undefined;
}

export function ReplaceForm({ request: { view, lang, token }, picture, wrong }: Props) {
  return (
    <>
      <h2>{view.t('media.replace')}</h2>
      <p>{view.t('media.replace.text')}</p>
      <OfficeForm
        view={view}
        token={token}
        action={pictureAddresses.replace(lang, picture.id)}
        button={view.t('media.replace.do')}
        problems={new Map(wrong ? [[FILE.name, wrong]] : [])}
        outlined
        files
      >
        <Carried values={[['was', largest(picture)?.hash ?? '']]} />
        <FileField view={view} error={wrong} />
      </OfficeForm>
    </>
  );
}
