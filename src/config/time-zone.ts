/** The organisation's zone is a setting; how days are told in it stands with days. */
export * from '../text/time-zone.ts';
