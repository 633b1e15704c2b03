import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const siteAddresses = {
  root: address('/'),
  privacy: address('/:lang/privacy'),
  mark: address('/brand/mark.svg'),
  logo: address('/brand/united-by-common-bonds.svg'),
  logoPicture: address('/brand/united-by-common-bonds.png'),
  shareCard: address('/brand/share.png'),
  robots: address('/robots.txt'),
  security: address('/.well-known/security.txt'),
  sitemap: address('/sitemap.xml'),
  /** The browser's files, whose names carry a hash of what is in them. */
  asset: address('/assets/:name'),
} as const;
