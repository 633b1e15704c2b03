import './copy-button.ts';
import { offerPrinting } from './print-button.ts';
import './proof-of-work.ts';
import './share-sheet.ts';

offerPrinting();
