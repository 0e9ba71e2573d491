import type { Form } from '~/platform/http/form.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { DocumentLink, getKind, Page, PhotoImage, sheetHref, type Attachment, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Field, Hero, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Checked, Kind } from '../rules.ts';
import { WordFields, useFaults } from './words.tsx';

export interface Typed {
  kind: Kind;
  form: Form | null;
  kept: { id: string; name: string } | null;
  faults: Checked['faults'];
}

export function AttachmentsPage({ sheet, attachments, typed }: { sheet: SheetSummary; attachments: Attachment[]; typed: Typed }) {
  const t = useT(messages);
  const { to } = useView();
  const errors = useFaults(typed.faults);
  const at = { genre: getKind(sheet.kind).genre, slug: sheet.slug };
  const { kind } = typed;
  const fileError = errors.find((one) => one.name === 'fichier')?.message;
  return (
    <Page title={t('title')} noIndex>
      <Breadcrumb items={[{ href: to(sheetHref(sheet.kind, sheet.slug)), label: sheet.title }, { label: t('title') }]} />
      <Hero title={t('title')} lede={sheet.title} size="title" />
      <ErrorSummary errors={errors} />
      <nav class="file-kinds" aria-label={t('kinds')}>
        {(['photo', 'document'] as const).map((one) => (
          <a key={one} href={to(paths.list.href(at, { nature: one }))} aria-current={one === kind ? 'true' : undefined}>
            {t(`add.${one}`)}
          </a>
        ))}
      </nav>
      <form method="post" action={to(paths.list.href(at))} encType="multipart/form-data" class="form">
        <input type="hidden" name="nature" value={kind} />
        {typed.kept ? (
          <p class="kept">
            <input type="hidden" name="garde" value={typed.kept.id} />
            {t('kept', { name: typed.kept.name })}
          </p>
        ) : (
          <Field label={t(`file.${kind}`)} name="fichier" type="file" hint={t(`file.${kind}.hint`)} error={fileError} accept={accepted[kind]} />
        )}
        <WordFields kind={kind} value={(name) => typed.form?.text(name)} errors={errors} />
        <p class="actions">
          <Button>{t('send')}</Button>
        </p>
      </form>
      {attachments.length > 0 && (
        <Section title={t('present')}>
          <ul class="attachments">
            {attachments.map((one) => (
              <li key={one.id}>
                {one.kind === 'photo' ? <PhotoImage photo={one} sizes="8rem" /> : <DocumentLink document={one} />}
                <p>{one.kind === 'photo' && one.caption}</p>
                <a href={to(paths.one.href({ id: one.id }))}>{t('change', { caption: one.caption })}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

const accepted: Record<Kind, string> = {
  photo: 'image/jpeg,image/png,image/webp,image/avif',
  document: '.pdf,.docx,.odt,.xlsx,.ods,.pptx,.odp,.csv,.txt',
};
