import { formatNumber, useT, useView } from '~/platform/i18n/index.ts';
import { Field } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import type { Version } from '../queries.ts';
import type { Fault, Sent } from '../rules.ts';

/** « PDF, 240 ko »: what one is about to receive. */
export function useWeight(): (file: Pick<Version, 'name' | 'bytes'>) => string {
  const t = useT(messages);
  const { lang } = useView();
  return ({ name, bytes }) => t('documents.weight', { kind: /\.(\w+)$/.exec(name)?.[1]?.toUpperCase() ?? '', weight: formatNumber(lang, Math.max(1, Math.round(bytes / 1024))) });
}

/** Said only when the text cannot be searched, or not whole. */
export function ReadingNote({ version }: { version: Pick<Version, 'reading' | 'cut'> }) {
  const t = useT(messages);
  if (version.reading === 'read') return version.cut ? <p class="hint">{t('reading.cut')}</p> : null;
  return <p class="hint">{t(`reading.${version.reading}`)}</p>;
}

const accepted = '.pdf,.docx,.odt,.xlsx,.ods,.pptx,.odp,.csv,.txt';

export interface DocumentFieldsProps {
  sent?: Sent;
  kept?: { id: string; name: string } | null;
  faults?: readonly Fault[];
  /** A first version changes nothing. */
  first?: boolean;
}

export function DocumentFields({ sent, kept, faults = [], first }: DocumentFieldsProps) {
  const t = useT(messages);
  const errorOf = (name: Fault['name']) => faults.filter((fault) => fault.name === name).map(({ key }) => t(key))[0];
  return (
    <>
      <Field name="titre" label={t('document.title')} value={sent?.title} maxLength={200} error={errorOf('titre')} />
      {kept ? (
        <p class="kept">
          <input type="hidden" name="garde" value={kept.id} />
          {t('document.kept', { name: kept.name })}
        </p>
      ) : (
        <Field name="fichier" type="file" label={t(first ? 'document.file' : 'document.newFile')} hint={t('document.file.hint')} accept={accepted} optional={!first} error={errorOf('fichier')} />
      )}
      {!first && <Field name="change" type="textarea" rows={3} label={t('document.change')} hint={t('document.change.hint')} optional value={sent?.change ?? ''} maxLength={1000} error={errorOf('change')} />}
    </>
  );
}
