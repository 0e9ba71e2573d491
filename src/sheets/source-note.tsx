import { useT } from '~/platform/i18n/index.ts';
import type { SheetFrame } from './frame.ts';
import { messages } from './messages.ts';

/** Leads from a sentence to its text among the sources of the margin, which are numbered in this very order. */
export function SourceNote({ frame, documentId }: { frame: SheetFrame; documentId: string | null | undefined }) {
  const t = useT(messages);
  const n = [...new Set(frame.sources.map((source) => source.documentId))].indexOf(documentId ?? '') + 1;
  if (!n) return null;
  return (
    <sup class="source-note">
      <a href={`#source-${n}`} aria-label={t('sources.note', { n })}>
        {n}
      </a>
    </sup>
  );
}
