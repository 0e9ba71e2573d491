import type { ComponentChildren } from 'preact';
import { useT, useView } from '~/platform/i18n/index.ts';
import { EditFields, Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, ErrorSummary, Hero, type FormError } from '~/ui/index.ts';
import type { Shown } from '../form.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';

export interface OrganisingPageProps {
  sheet: SheetSummary;
  title: string;
  lede?: string;
  errors?: readonly FormError[];
  /** The session, under its meeting. */
  session?: SheetSummary;
  /** Somebody who does not organise the whole meeting has no page to go back to. */
  isWhole?: boolean;
  children: ComponentChildren;
}

/** Pages of the organisers, under their meeting. */
export function OrganisingPage({ sheet, title, lede, errors = [], session, isWhole = true, children }: OrganisingPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const up = [
    { href: to(sheetHref('event', sheet.slug)), label: sheet.title },
    ...(isWhole && title !== t('organise.title') ? [{ href: to(paths.organise.href({ slug: sheet.slug })), label: t('organise.title') }] : []),
    ...(session ? [{ href: to(sheetHref('session', session.slug)), label: session.title }] : []),
  ];
  return (
    <Page title={`${title}\u00a0: ${session?.title ?? sheet.title}`} section="rencontres" noIndex>
      <Breadcrumb items={[...up, { label: title }]} />
      <Hero size="small" title={title} eyebrow={<span lang="fr">{session?.title ?? sheet.title}</span>} lede={lede} />
      <ErrorSummary errors={errors} />
      {children}
    </Page>
  );
}

export function Fields({ shown }: { shown: Shown }) {
  return <EditFields kindMessages={messages} ready={shown.ready} values={shown.values} errors={shown.errors} />;
}
