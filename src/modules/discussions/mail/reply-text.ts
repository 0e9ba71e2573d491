import EmailReplyParser from 'email-reply-parser';
import { languages } from '~/platform/i18n/index.ts';
import { messages } from '../messages.ts';

const marks = languages.map((lang) => messages[lang]['mail.above']);
/** « Le 15 nov. 2026 à 12:04, Jumelles <…> a écrit : »: what a program writes above what it quotes. */
const introduces = /^(>|le |on |el |de\s?:|from\s?:|-{2,}|_{2,}).*|.*(a écrit|wrote|escribió)\s?:?$/i;

/** What was written in an answer, without the mail that it quotes nor the signature. */
export function parseReply(text: string): string {
  const visible = new EmailReplyParser().read(text.replace(/\r\n?/g, '\n')).getVisibleText();
  const lines = visible.split('\n');
  const cut = lines.findIndex((line) => marks.some((mark) => line.includes(mark)));
  if (cut < 0) return visible.trim();
  const kept = lines.slice(0, cut);
  while (kept.length > 0 && (kept.at(-1)!.trim() === '' || introduces.test(kept.at(-1)!.trim()))) kept.pop();
  return kept.join('\n').trim();
}
