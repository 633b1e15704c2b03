import './copy-button.ts';
import { askBeforeLeaving } from './leaving.ts';
import { countLetters } from './letter-count.ts';
import { noteLinks } from './link-note.ts';
import { openTarget } from './open-target.ts';
import { offerPrinting } from './print-button.ts';
import './proof-of-work.ts';
import './share-sheet.ts';

askBeforeLeaving();
countLetters();
noteLinks();
offerPrinting();
openTarget();
addEventListener('hashchange', openTarget);
