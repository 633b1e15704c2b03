/** 24 months at their longest; the database deletes none before. */
export const AUDIT_DAYS = 731;
