import { formatDay, formatHour, formatNumber, useT, useView, type Lang } from '~/platform/i18n/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import { linkify, paragraphsOf } from '../rules.ts';

const inFrance = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Paris');

export const dayOf = (lang: Lang, at: string) => formatDay(lang, inFrance(at).toPlainDate().toString(), { dateStyle: 'long' });

/** « 15 novembre 2026, 12 h 04 ». */
export function Moment({ at }: { at: string }) {
  const t = useT(messages);
  const { lang } = useView();
  const time = inFrance(at);
  return <time dateTime={time.toInstant().toString({ smallestUnit: 'second' })}>{t('message.at', { day: dayOf(lang, at), hour: formatHour(lang, time.toPlainTime().toString().slice(0, 5)) })}</time>;
}

/** Typed with a plain space before « ? » or « : »: that sign never begins a line. */
export const bindSigns = (text: string) => text.replaceAll(/ (?=[:;?!»])/g, '\u00a0').replaceAll('« ', '«\u00a0');

/** Paragraphs, line breaks and links of what somebody typed; nothing else of it is read. */
export function Text({ text }: { text: string }) {
  return (
    <div class="message-text">
      {paragraphsOf(text).map((paragraph, index) => (
        <p key={index}>
          {linkify(paragraph).map((piece) => ('href' in piece ? <a href={piece.href} rel="nofollow ugc noopener">{piece.text}</a> : piece.text))}
        </p>
      ))}
    </div>
  );
}

export interface Who {
  name: string | null;
  author: string;
  body: { kind: string; slug: string; title: string; lang: string } | null;
}

/** A name where people work together, then the function and for whom. */
export function Author({ name, author, body }: Who) {
  const { to } = useView();
  return (
    <>
      <strong>{name ?? author}</strong>
      {name && name !== author && <>, {author}</>}
      {body && (
        <>
          , <a href={to(sheetHref(body.kind, body.slug))} lang={body.lang}>{body.title}</a>
        </>
      )}
    </>
  );
}

/** « 340 ko », « 2,1 Mo ». */
export function formatSize(lang: Lang, bytes: number): string {
  return bytes < 1_000_000
    ? formatNumber(lang, Math.max(1, Math.round(bytes / 1000)), { style: 'unit', unit: 'kilobyte' })
    : formatNumber(lang, bytes / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
}
