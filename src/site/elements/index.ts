import './copy-button.ts';
import './proof-of-work.ts';
import './share-sheet.ts';
