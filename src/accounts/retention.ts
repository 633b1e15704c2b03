/** For which somebody who left can be reached about what they did. */
export const REMOVED_ACCOUNT_DAYS = 30;
/** After which nobody is signed in any more, and no link or code opens anything. */
export const SIGN_IN_DAYS = 7;
/** For which whoever sent a form after their session had ended can go on with it. */
export const UNSENT_FORM_DAYS = 1;
/** For which somebody can go on with what they typed and did not save. */
export const WORKING_COPY_DAYS = 14;
/** For which it is known who had a form open: not quite a quarter of an hour. */
export const OPENED_PAGE_DAYS = 0.01;
