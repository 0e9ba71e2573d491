import type { Form } from '~/platform/http/form.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Hero } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Checked, Kind } from '../rules.ts';
import { useFaults, WordFields } from './words.tsx';

interface Shown {
  id: string;
  kind: string;
  caption: string;
  credit: string;
  alternative: string;
  taken: string | null;
  sheetKind: string;
  slug: string;
  title: string;
}

export function AttachmentPage({ attachment, form, faults }: { attachment: Shown; form: Form | null; faults: Checked['faults'] }) {
  const t = useT(messages);
  const { to } = useView();
  const errors = useFaults(faults);
  const present: Record<string, string | undefined> = { legende: attachment.caption, credit: attachment.credit, alternative: attachment.alternative, prise: attachment.taken ?? undefined };
  return (
    <Page title={t('one.title')} noIndex>
      <Breadcrumb items={[{ href: to(sheetHref(attachment.sheetKind, attachment.slug)), label: attachment.title }, { label: t('one.title') }]} />
      <Hero title={t('one.title')} lede={attachment.caption} size="title" />
      <ErrorSummary errors={errors} />
      <form method="post" action={to(paths.one.href({ id: attachment.id }))} class="form">
        <WordFields kind={attachment.kind as Kind} value={(name) => (form ? form.text(name) : present[name])} errors={errors} />
        <Button>{t('save')}</Button>
      </form>
      <form method="post" action={to(paths.remove.href({ id: attachment.id }))} class="form">
        <p>{t('remove.text')}</p>
        <Button kind="outline">{t('remove')}</Button>
      </form>
    </Page>
  );
}
