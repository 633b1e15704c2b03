import './file-text.ts';
import './passkey-form.ts';
