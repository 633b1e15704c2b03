import { getForOne } from '../http/route.ts';
import type { Room } from '../room.ts';
import { mediaAddresses, pictureAddresses } from './addresses.ts';
import { examplePicture } from './example/example-picture.ts';
import { mediaFile } from './media-file.ts';
import { officeScreens } from './office/office-screens.ts';
import { pictureKind } from './picture-kind.ts';
import { removePicturesAgain } from './restored-pictures-queries.ts';
import { rowRules } from './row-rules.ts';

/** Why what is said of a picture names nobody whose data is kept: whoever is named is shown with it, and goes with it. */
const SHOWN = 'what every reader is shown with the picture, or staff call it; it goes with the picture';

export const media: Room = {
  name: 'media',
  speaks: true,
  auditedItems: { picture: 'media.picture' },
  owns: ['pictures', 'picture_words', 'picture_sizes', 'media_files', 'media_parts', 'picture_uses'],
  retention: {
    pictures: { nothingOfPeople: { name: SHOWN, credit: SHOWN } },
    picture_words: { nothingOfPeople: { alternative: SHOWN, caption: SHOWN } },
    picture_sizes: 'nothing of people',
    media_files: 'nothing of people',
    media_parts: 'nothing of people',
    picture_uses: 'nothing of people',
  },
  addresses: { ...mediaAddresses, ...pictureAddresses },
  routes: [getForOne(mediaAddresses.file, mediaFile)],
  demonstration: examplePicture,
  afterRestore: removePicturesAgain,
  rowRules,
  publications: [pictureKind],
  office: officeScreens,
  styles: ['media.css'],
};
