import type english from './en.json';

declare module '../../locales/catalogues.ts' {
  interface English {
    media: typeof english;
  }
}
