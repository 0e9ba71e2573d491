import type { ComponentChildren } from 'preact';
import { translator, useT, useView } from '~/platform/i18n/index.ts';
import { Breadcrumb, Columns, Hero, Layout } from '~/ui/index.ts';
import type { SheetFrame } from './frame.ts';
import { buildJsonLd } from './json-ld.ts';
import { SheetMargin } from './margin.tsx';
import { contextOf } from './kind-groups.tsx';
import { messages } from './messages.ts';
import { useShell } from './shell.ts';
import { DocumentsNote, Photos } from './attachments.tsx';
import { SheetTools } from './tools.tsx';
import { AccountCorner, ActingLine, DemoBanner, FeedbackLine } from './around.tsx';

export interface PageProps {
  title: string;
  /** Which item of the menu is the present one. */
  section?: string;
  description?: string;
  jsonLd?: object;
  noIndex?: boolean;
  /** The page shows the map that moves: its script is loaded. */
  map?: boolean;
  /** The page holds a form with a draft or a passkey: the script that helps is loaded. */
  edit?: boolean;
  /** Atom or iCalendar twins of this page. */
  feeds?: readonly { href: string; type: string; title: string }[];
  children: ComponentChildren;
}

type FootGroup = 'start' | 'act' | 'explore' | 'site';

/** The footer's four lists, by the order that modules give: under 10, 20, 60, and the rest. */
const footGroupOf = (order: number): FootGroup => (order < 10 ? 'start' : order < 20 ? 'act' : order < 60 ? 'explore' : 'site');

/** Any page: what stands around it comes from the modules' manifests. */
export function Page({ map = false, edit = false, ...rest }: PageProps) {
  const view = useView();
  const shell = useShell();
  const t = useT(messages);
  const items = (where: 'main' | 'foot') =>
    shell.menu
      .filter((item) => item.where === where)
      .sort((a, b) => a.order - b.order)
      .map((item) => ({ href: view.to(item.path), label: translator(item.messages, view.lang)(item.label), section: item.section, order: item.order }));
  const foot = Object.entries(Object.groupBy(items('foot'), ({ order }) => footGroupOf(order))).map(([group, links]) => ({ title: t(`foot.${group as FootGroup}`), links }));
  const scripts = [map && shell.assets.map, edit && shell.assets.edit].filter((one) => typeof one === 'string');
  return (
    <Layout
      {...rest}
      menu={items('main')}
      footer={foot}
      account={<AccountCorner />}
      acting={<ActingLine />}
      banner={view.tryable ? <DemoBanner /> : undefined}
      after={rest.noIndex && rest.section === undefined ? undefined : <FeedbackLine />}
      assets={shell.assets}
      scripts={scripts}
      alternates={view.instance?.languages}
    />
  );
}

export interface SheetPageProps {
  frame: SheetFrame;
  breadcrumb: { href?: string; label: string }[];
  section?: string;
  /** Instead of the plain title: a thread, a map. It holds the page's h1. */
  hero?: ComponentChildren;
  lede?: ComponentChildren;
  eyebrow?: ComponentChildren;
  /** Notes of the margin that come before the common ones. */
  aside?: ComponentChildren;
  /** schema.org properties beyond the common ones. */
  jsonLd?: Record<string, unknown>;
  /** Sections that want the whole width, under the two columns. */
  wide?: ComponentChildren;
  children?: ComponentChildren;
}

/** The same frame for every kind of sheet. */
export function SheetPage({ frame, breadcrumb, section = 'observatoire', hero, lede, eyebrow, aside, jsonLd, wide, children }: SheetPageProps) {
  const view = useView();
  const t = useT(messages);
  const { sheet } = frame;
  const context = contextOf(sheet, view.lang);
  const title = context && !sheet.title.includes(context) ? `${sheet.title}, ${context}` : sheet.title;
  const lang = view.lang === sheet.lang ? undefined : sheet.lang;
  return (
    <Page title={title} section={section} description={sheet.summary ?? undefined} jsonLd={buildJsonLd(frame, view, jsonLd)}>
      <Breadcrumb items={breadcrumb} />
      {hero ?? <Hero title={lang ? <span lang={lang}>{sheet.title}</span> : sheet.title} size={sheet.title.length > 26 ? 'title' : undefined} lede={lede ?? (sheet.summary ? <span lang={lang}>{sheet.summary}</span> : undefined)} eyebrow={eyebrow} />}
      {lang && <p class="data-language">{t('data.language')}</p>}
      <Columns
        main={
          <>
            {frame.inside?.head}
            {children}
            {frame.inside?.main}
            <Photos attachments={frame.attachments} />
          </>
        }
        aside={
          <>
            <SheetTools frame={frame} />
            {aside}
            {frame.inside?.aside}
            <DocumentsNote attachments={frame.attachments} />
            <SheetMargin frame={frame} />
          </>
        }
      />
      {wide}
    </Page>
  );
}
