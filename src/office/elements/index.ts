import './file-text.ts';
import './item-watch.ts';
import './passkey-form.ts';
import './working-copy.ts';
