/** For which somebody who left can be reached about what they did. */
export const REMOVED_ACCOUNT_DAYS = 30;
