import { useT, useView } from '~/platform/i18n/index.ts';
import { Button } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { RoomPage } from '../../pages/room.tsx';
import { paths } from '../../paths.ts';
import type { Group } from '../../queries.ts';
import { DocumentFields, type DocumentFieldsProps } from './words.tsx';

export function NewDocumentPage({ group, faults = [], ...typed }: { group: Group } & DocumentFieldsProps) {
  const t = useT(messages);
  const { to } = useView();
  const here = paths.newDocument.href({ slug: group.slug });
  return (
    <RoomPage group={group} title={t('document.new')} lede={t('document.new.lede')} current={here} errors={faults.map(({ name, key }) => ({ name, message: t(key) }))}>
      <form method="post" action={to(here)} encType="multipart/form-data" class="form">
        <DocumentFields {...typed} faults={faults} first />
        <p class="actions">
          <Button>{t('document.add')}</Button>
          <Button kind="plain" href={to(paths.documents.href({ slug: group.slug }))}>{t('back')}</Button>
        </p>
      </form>
    </RoomPage>
  );
}
