/** What the rooms above do with those who acted. */
export { lockSupporter, selectJoined as joinedBy, selectSupporter as supporterOf } from './action-queries.ts';
export { forgetMailLimits } from './mail-allowance-queries.ts';
