import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Button, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { RoomPage } from '../../pages/room.tsx';
import { paths } from '../../paths.ts';
import type { Group } from '../../queries.ts';
import { dayOf } from '../../rules.ts';
import type { GroupDocument, Version } from '../queries.ts';
import { DocumentFields, ReadingNote, useWeight, type DocumentFieldsProps } from './words.tsx';

export interface DocumentPageProps extends Omit<DocumentFieldsProps, 'first'> {
  group: Group;
  document: GroupDocument;
  mayWrite: boolean;
  mayRemove: boolean;
}

/** A document with its versions: who brought each, when, and what it changed. */
export function DocumentPage({ group, document, mayWrite, mayRemove, sent, kept, faults = [] }: DocumentPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const at = { slug: group.slug, id: document.id };
  const [last, ...former] = document.versions;
  const shown = sent ?? { title: document.title, change: null, seen: document.version };
  return (
    <RoomPage group={group} title={document.title} current={paths.documents.href({ slug: group.slug })} errors={faults.map(({ name, key }) => ({ name, message: t(key) }))}>
      {last && <VersionLine {...{ group, document, version: last }} isLast />}
      {former.length > 0 && (
        <Section title={t('document.former', { n: former.length })}>
          <ul class="group-documents">
            {former.map((version) => (
              <li key={version.number}><VersionLine {...{ group, document, version }} /></li>
            ))}
          </ul>
        </Section>
      )}
      {mayWrite && (
        <Section id="version" title={t('document.update')} lede={t('document.update.lede')}>
          <form method="post" action={to(paths.newVersion.href(at))} encType="multipart/form-data" class="form">
            <input type="hidden" name="version" value={String(shown.seen)} />
            <DocumentFields sent={shown} kept={kept} faults={faults} />
            <p class="actions"><Button>{t('document.save')}</Button></p>
          </form>
        </Section>
      )}
      {mayRemove && (
        <Section title={t('document.remove.title')}>
          <p>{t('document.remove.text', { n: document.versions.length })}</p>
          <form method="post" action={to(paths.removeDocument.href(at))}>
            <Button kind="outline">{t('document.remove')}</Button>
          </form>
        </Section>
      )}
    </RoomPage>
  );
}

function VersionLine({ group, document, version, isLast }: { group: Group; document: GroupDocument; version: Version; isLast?: boolean }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const weigh = useWeight();
  const when = formatPartialDate(lang, dayOf(version.addedAt));
  const href = to(paths.file.href({ slug: group.slug, id: document.id, number: String(version.number) }));
  const label = t('document.download', { number: version.number, what: weigh(version) });
  return (
    <div class="version">
      <p>{isLast ? <Button href={href}>{label}</Button> : <a href={href}>{label}</a>}</p>
      <p class="hint">{t('documents.line', { by: [version.author, version.body].filter(Boolean).join(', '), when })}</p>
      {version.change && <p lang="fr">{version.change}</p>}
      {isLast && <ReadingNote version={version} />}
    </div>
  );
}
