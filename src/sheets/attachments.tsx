import type { Read } from '~/platform/db/index.ts';
import type { PartialDate } from '~/platform/dates/partial.ts';
import { formatPartialDate, formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { messages } from './messages.ts';
import { commonPaths } from './paths.ts';
import { toDate } from './queries.ts';

export interface Attachment {
  id: string;
  kind: 'photo' | 'document';
  name: string;
  mediaType: string;
  bytes: number;
  caption: string;
  credit: string;
  alternative: string;
  taken: PartialDate | null;
  width: number | null;
  height: number | null;
  /** Widths that a photo is kept in. */
  widths: number[];
}

/** Photos and documents of a sheet, in their order. */
export async function listAttachments(db: Read, sheetId: string): Promise<Attachment[]> {
  const rows = await db
    .selectFrom('sheet_attachments as a')
    .innerJoin('files as f', 'f.id', 'a.file_id')
    .select(['a.id', 'a.kind', 'f.name', 'f.media_type', 'f.bytes', 'a.caption', 'a.credit', 'a.alternative', 'a.taken', 'a.taken_precision', 'f.width', 'f.height'])
    .select((eb) => eb.selectFrom('file_sizes').select((e) => e.fn.agg<number[]>('array_agg', ['file_sizes.width']).as('w')).whereRef('file_sizes.file_id', '=', 'f.id').as('widths'))
    .where('a.sheet_id', '=', sheetId)
    .where('a.removed_at', 'is', null)
    .orderBy('a.position')
    .execute();
  return rows.map((row) => ({
    id: row.id, kind: row.kind as Attachment['kind'], name: row.name, mediaType: row.media_type, bytes: row.bytes, caption: row.caption, credit: row.credit,
    alternative: row.alternative, taken: toDate(row.taken, row.taken_precision), width: row.width, height: row.height, widths: [...(row.widths ?? [])].sort((a, b) => a - b),
  }));
}

/** With what they show, who took them, and when if known. */
export function Photos({ attachments }: { attachments: readonly Attachment[] }) {
  const t = useT(messages);
  const { lang } = useView();
  const photos = attachments.filter((one) => one.kind === 'photo');
  if (!photos.length) return null;
  return (
    <section class="photos" aria-labelledby="photos">
      <h2 id="photos">{t('photos.title')}</h2>
      <ul>
        {photos.map((photo) => (
          <li key={photo.id}>
            <figure>
              <PhotoImage photo={photo} />
              <figcaption>
                {photo.caption} <span class="credit">{photo.taken ? t('photos.credit.dated', { credit: photo.credit, date: formatPartialDate(lang, photo.taken) }) : t('photos.credit', { credit: photo.credit })}</span>
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The browser takes the size that it needs. */
export function PhotoImage({ photo, sizes = '(min-width: 60rem) 24rem, 92vw' }: { photo: Attachment; sizes?: string }) {
  const href = (width: number) => commonPaths.photo.href({ id: photo.id, width: String(width) });
  const middle = photo.widths.find((width) => width >= 900) ?? photo.widths.at(-1)!;
  return <img src={href(middle)} srcSet={photo.widths.map((width) => `${href(width)} ${width}w`).join(', ')} sizes={sizes} alt={photo.alternative} width={photo.width!} height={photo.height!} loading="lazy" decoding="async" />;
}

export function DocumentsNote({ attachments }: { attachments: readonly Attachment[] }) {
  const t = useT(messages);
  const documents = attachments.filter((one) => one.kind === 'document');
  if (!documents.length) return null;
  return (
    <MarginNote title={t('attached.title')}>
      <ul class="plain attached">
        {documents.map((one) => (
          <li key={one.id}>
            <DocumentLink document={one} />
          </li>
        ))}
      </ul>
    </MarginNote>
  );
}

/** Says what one is about to receive: kind, weight, who it is from. */
export function DocumentLink({ document }: { document: Attachment }) {
  const t = useT(messages);
  const { lang } = useView();
  const extension = /\.(\w+)$/.exec(document.name)?.[1]?.toUpperCase() ?? '';
  return (
    <>
      <a href={commonPaths.file.href({ id: document.id, name: document.name })}>{document.caption}</a>{' '}
      <span class="weight">{t('attached.what', { kind: extension, weight: formatNumber(lang, Math.max(1, Math.round(document.bytes / 1024))), credit: document.credit })}</span>
    </>
  );
}
