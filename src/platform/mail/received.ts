import PostalMime from 'postal-mime';

/** A mail that came, as far as it is read. */
export interface ReceivedLetter {
  /** As the mail itself says it: anybody may write anything there. */
  from: string | null;
  messageId: string | null;
  text: string;
  files: { name: string; mediaType: string; content: Uint8Array<ArrayBuffer> }[];
  /** Written by a machine: an absence, a bounce, a list. Nobody answers those, and nothing keeps them. */
  automatic: boolean;
}

/** Longer words are no answer; what reads them is kept from labouring. */
const longestBody = 200_000;

/** @param envelopeFrom empty for bounces (RFC 5321 4.5.5) */
export async function parseLetter(raw: Uint8Array<ArrayBuffer>, envelopeFrom: string): Promise<ReceivedLetter> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 });
  const header = (name: string) => mail.headers.find((one) => one.key === name)?.value.trim().toLowerCase();
  const submitted = header('auto-submitted');
  const automatic = envelopeFrom === ''
    // RFC 3834 5
    || (submitted !== undefined && submitted !== 'no')
    || /^(bulk|junk|list|auto_reply)$/.test(header('precedence') ?? '')
    || ['x-autoreply', 'x-autorespond', 'list-id'].some((name) => header(name) !== undefined)
    || (header('content-type') ?? '').startsWith('multipart/report');
  return {
    from: mail.from?.address?.trim() ?? null,
    messageId: mail.messageId ?? null,
    text: (mail.text?.trim() ? mail.text : stripTags(mail.html ?? '')).slice(0, longestBody),
    // Pictures of signatures are named by the HTML; a telephone calls « inline » what somebody attached.
    files: mail.attachments.flatMap((one) =>
      !one.related && (one.disposition === 'attachment' || one.filename !== null) && one.content instanceof ArrayBuffer
        ? [{ name: one.filename ?? 'document', mediaType: one.mimeType, content: new Uint8Array(one.content) }]
        : []),
    automatic,
  };
}

/** The words of a mail that has no plain text: shown as text, never as HTML. */
function stripTags(html: string): string {
  return html
    .slice(0, 1_000_000)
    .replace(/<(style|script|head)\b[^>]*>[^]*?<\/\1>/gi, '')
    .replace(/<blockquote\b[^>]*>/gi, '\n> ')
    .replace(/<br\b[^>]*>|<\/(p|div|li|tr|h\d)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|&#160;/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replace(/&#0*39;|&apos;/g, "'").replaceAll('&amp;', '&')
    .replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}
