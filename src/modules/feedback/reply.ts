import { localizePath, translator } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';
import type { Feedback } from './queries.ts';
import { retention } from './rules.ts';

/** The reply, in the language of the page that the visitor wrote from, with what they wrote under it. */
export function buildReply(feedback: Feedback, answer: string, { actor, body, origin }: { actor: string; body: string; origin: string }): { subject: string; text: string } {
  const t = translator(messages, feedback.lang);
  const page = feedback.sheet?.title ?? feedback.page;
  const quoted = (feedback.text ?? '').split('\n').map((line) => `> ${line}`).join('\n');
  return {
    subject: t('reply.subject', { page }),
    text: [
      t('reply.hello'), answer, t('reply.from', { actor, body }), t('reply.page', { address: origin + localizePath(feedback.lang, feedback.page) }),
      t('reply.yours'), quoted, t('reply.erased', { days: retention.mailDays, months: retention.mailMonths }),
    ].join('\n\n'),
  };
}
