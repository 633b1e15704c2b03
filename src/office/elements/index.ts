import './passkey-form.ts';
