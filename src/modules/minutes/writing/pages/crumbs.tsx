import { useT, useView } from '~/platform/i18n/index.ts';
import { meetingPaths } from '~/modules/meetings/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { Breadcrumb } from '~/ui/index.ts';
import type { Subject } from '../../access.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';

/** Meetings, this one, its minutes, and where one is in them. */
export function MinutesCrumbs({ writing, last }: { writing: Subject; last?: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Breadcrumb
      items={[
        { href: to(meetingPaths.list.href({})), label: t('crumb.list') },
        { href: to(sheetHref(writing.sheet.kind, writing.sheet.slug)), label: writing.sheet.title },
        ...(last ? [{ href: to(paths.desk.href(writing.at)), label: t('desk.title') }, { label: last }] : [{ label: t('desk.title') }]),
      ]}
    />
  );
}
