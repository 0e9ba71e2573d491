import { Fragment } from 'preact';
import { useT, useView } from '~/platform/i18n/index.ts';
import { messages } from './messages.ts';
import { commonPaths } from './paths.ts';

export interface Saying {
  documentId: string;
  title: string;
  locator: string | null;
  nature?: string;
}

/** « Source : la stratégie de Bordeaux, l. 40 »: the texts that say it, each a link to its page. An opinion is told as one. */
export function SaidIn({ label, sources }: { label: string; sources: readonly Saying[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <>
      {label}{' '}
      {sources.map((source, index) => (
        <Fragment key={source.documentId + source.locator}>
          {index > 0 && ', '}
          <a href={to(commonPaths.document.href({ id: source.documentId }))} lang="fr">
            {source.title}
          </a>
          {source.locator && `, ${source.locator}`}
          {source.nature === 'opinion' && ` (${t('sources.opinion')})`}
        </Fragment>
      ))}
    </>
  );
}
