export const en = {
  'trap': 'Leave this field empty: it is there to recognise robots.',
  'refused.trap': 'This field must stay empty. Clear it, then send again.',
  'refused.fast': 'This was sent so fast that we took it for a robot’s work. Read it over for a moment, then send again.',
  'refused.old': 'This page had been open for a long time. Send again: nothing is lost.',
  'refused.often': 'Many messages have come from your network within the hour. Try again later: what you wrote is kept on this page.',
} as const;
