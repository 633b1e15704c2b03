import { type Answer, seeOther } from '../../http/answer.ts';
import type { StaffRequest } from '../../office/office-route.ts';
import { OfficeForm } from '../../office/parts.tsx';
import { screen } from '../../office/screen.tsx';
import { behindHome } from '../../office/way-back.ts';
import { pictureAddresses } from '../addresses.ts';
import { addPicture } from '../store-picture.ts';
import { FILE, FileField, givenFile, wrongWith } from './give-file.tsx';

/** Where a new picture is given. */
export async function addPage(request: StaffRequest): Promise<Answer> {
  return showing(request);
}

/** Takes it, and leads to its page, where it is described. */
export async function addGiven(request: StaffRequest): Promise<Answer> {
  const { app, lang, view, session } = request;
  const file = givenFile(request);
  if (typeof file === 'string') return showing(request, file);
  const stored = await addPicture({ ...app, by: session.actor_id }, file.path, file.name);
  const wrong = wrongWith(view, stored);
  if (wrong || !('id' in stored)) return showing(request, wrong);
  return seeOther(pictureAddresses.picture(lang, stored.id, { did: stored.is }));
}

function showing(request: StaffRequest, wrong?: string): Answer {
  const { view, lang, token } = request;
  return screen(
    { ...request, path: behindHome(lang, pictureAddresses.add(lang)) },
    view.t('media.add'),
    <>
      <OfficeForm
        view={view}
        token={token}
        action={pictureAddresses.add(lang)}
        button={view.t('media.add.do')}
        problems={new Map(wrong ? [[FILE.name, wrong]] : [])}
        files
      >
        <FileField view={view} error={wrong} />
      </OfficeForm>
      <p className="q s">{view.t('media.stripped')}</p>
      <p>
        <a href={pictureAddresses.pictures(lang)}>{view.t('office.list.back')}</a>
      </p>
    </>,
    { status: wrong ? 422 : 200 },
  );
}
