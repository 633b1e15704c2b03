import { address } from '../http/address.ts';

/** Where the pages of this room are. */
export const siteAddresses = {
  root: address('/'),
  privacy: address('/:lang/privacy'),
  mark: address('/brand/mark.svg'),
  logo: address('/brand/united-by-common-bonds.svg'),
  logoPicture: address('/brand/united-by-common-bonds.png'),
  oneColour: address('/brand/mark-one-colour.svg'),
  shareCard: address('/:lang/card.png'),
  /** Where the one card was before there was one in each language. */
  formerShareCard: address('/brand/share.png'),
  robots: address('/robots.txt'),
  security: address('/.well-known/security.txt'),
  sitemap: address('/sitemap.xml'),
  /** The face of headings, under a name that carries a hash of what is in it. */
  font: address('/fonts/:name'),
  /** The browser's files, whose names carry a hash of what is in them. */
  asset: address('/assets/:name'),
} as const;
