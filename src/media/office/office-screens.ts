import { chosen } from '../../http/fields.ts';
import { listRoutes } from '../../office/list/list-routes.ts';
import { type OfficeRoute, officeForm, officePage } from '../../office/office-route.ts';
import { pictureAddresses } from '../addresses.ts';
import { aboutForm } from './about-form.tsx';
import { addGiven, addPage } from './add-picture.tsx';
import { changeAbout } from './change-about.ts';
import { FILE } from './give-file.tsx';
import { picturesList } from './picture-list.tsx';
import { pictureScreen } from './picture-screen.tsx';
import { previewFile } from './preview.ts';
import { removedPage, removeNow, safetyForm, safetyPage } from './remove-for-safety.tsx';
import { removeGiven, removePage } from './remove-picture.tsx';
import { replaceForm, replaceGiven } from './replace-picture.ts';
import { hidePicture, showPicture } from './show-picture.ts';
import { changePictureWords, pictureWordsForm, pictureWordsPage } from './words-page.tsx';

/** Where staff works with pictures. */
export const officeScreens: readonly OfficeRoute[] = [
  ...listRoutes(picturesList),
  officePage(pictureAddresses.add, 'media.change', addPage),
  officeForm(pictureAddresses.add, 'media.change', {}, addGiven, { file: FILE }),
  officePage(pictureAddresses.picture, 'signed-in', pictureScreen, { did: chosen(10) }),
  officeForm(pictureAddresses.picture, 'media.change', aboutForm, changeAbout),
  officePage(pictureAddresses.preview, 'signed-in', previewFile),
  officePage(pictureAddresses.words, 'media.describe', pictureWordsPage),
  officeForm(pictureAddresses.words, 'media.describe', pictureWordsForm, changePictureWords),
  officeForm(pictureAddresses.replace, 'media.change', replaceForm, replaceGiven, { file: FILE }),
  officeForm(pictureAddresses.show, 'publications.change', {}, showPicture),
  officeForm(pictureAddresses.hide, 'publications.change', {}, hidePicture),
  officePage(pictureAddresses.safety, 'publications.remove-for-safety', safetyPage),
  officeForm(pictureAddresses.safety, 'publications.remove-for-safety', safetyForm, removeNow),
  officePage(pictureAddresses.removed, 'signed-in', removedPage),
  officePage(pictureAddresses.remove, 'media.change', removePage),
  officeForm(pictureAddresses.remove, 'media.change', {}, removeGiven),
];
