import './copy-button.ts';
import './share-sheet.ts';
