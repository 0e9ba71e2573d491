/** How long an export waits for its owner. */
export const exportDays = 7;

/** How long the log of readings is kept. */
export const accessMonths = 12;
