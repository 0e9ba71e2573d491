import { renderToString } from 'preact-render-to-string';
import type { ComponentChildren } from 'preact';
import type { Lang } from '~/platform/i18n/index.ts';

/** The HTML twin of a mail's text: plain elements, no style, no image, nothing that tells that it was opened. */
export function renderMail(lang: Lang, content: ComponentChildren): string {
  return `<!doctype html>${renderToString(
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
      </head>
      <body>{content}</body>
    </html>,
  )}`;
}

/** RFC 8058: the mail program offers one click, and posts to this address. */
export function unsubscribeHeaders(href: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
