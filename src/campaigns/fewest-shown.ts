/** Of fewer people in one country no number is told: in a small one somebody might be recognised. None at all is as few as one. */
export const FEWEST_SHOWN = 25;
