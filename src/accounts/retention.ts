/** For which somebody who left can be reached about what they did. */
export const REMOVED_ACCOUNT_DAYS = 30;
/** After which nobody is signed in any more, and no link or code opens anything. */
export const SIGN_IN_DAYS = 7;
