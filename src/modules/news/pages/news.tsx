import { commonPaths } from '~/sheets/paths.ts';
import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { countryName } from '~/reference/index.ts';
import { labelOfKind, linked, sheetHref, SheetPage, type SheetFrame } from '~/sheets/index.ts';
import { FactsLine, Hero, Note, Section, SheetList } from '~/ui/index.ts';
import { newsKind } from '../messages.ts';
import { paths } from '../paths.ts';
import { isPresent } from '../rules.ts';

export function NewsPage({ frame, expiresOn }: { frame: SheetFrame; expiresOn: string }) {
  const t = useT(newsKind);
  const { lang, to, today } = useView();
  const { sheet } = frame;
  const [owner] = linked(frame.outgoing, 'holder');
  const about = linked(frame.outgoing, 'about');
  const own = sheet.lang === lang ? undefined : sheet.lang;
  return (
    <SheetPage
      frame={frame}
      section="actualites"
      breadcrumb={[{ href: to(paths.list.href({})), label: t('list.title') }, { label: sheet.title }]}
      hero={
        <Hero title={own ? <span lang={own}>{sheet.title}</span> : sheet.title} size="title">
          <FactsLine items={[sheet.start && formatPartialDate(lang, sheet.start), owner && <a href={to(sheetHref(owner.kind, owner.slug))}>{owner.title}</a>, ...sheet.countries.map((iso) => countryName(iso, lang))]} />
        </Hero>
      }
      jsonLd={{ headline: sheet.title, ...(sheet.start ? { datePublished: sheet.start.value } : {}), ...(owner ? { publisher: { '@type': 'Organization', name: owner.title } } : {}) }}
    >
      <Standing state={sheet.state} expiresOn={expiresOn} today={today} />
      <p class="as-written" lang={own}>{sheet.summary}</p>
      {frame.right === 'own' && frame.attachments.length === 0 && (
        <p>
          <a href={to(commonPaths.attachments.href({ genre: 'actualite', slug: sheet.slug }))}>{t('photo.add')}</a>
        </p>
      )}
      {about.length > 0 && (
        <Section id="fiches" title={t('about.title')}>
          <SheetList items={about.map((one) => ({ href: to(sheetHref(one.kind, one.slug)), title: one.title, context: labelOfKind(one.kind, lang) }))} />
        </Section>
      )}
    </SheetPage>
  );
}

/** What is no longer of today says so. */
function Standing({ state, expiresOn, today }: { state: string | null; expiresOn: string; today: string }) {
  const t = useT(newsKind);
  const { lang } = useView();
  if (isPresent({ state, expiresOn }, today)) return null;
  if (state === 'draft' || state === 'withdrawn') return <Note tone="context" title={t(`note.${state}`)} />;
  return <Note tone="context" title={t('note.past', { date: formatPartialDate(lang, { value: expiresOn, precision: 'day' }) })} />;
}
