import { formatDay, formatList, useT, useView } from '~/platform/i18n/index.ts';
import { themeName } from '~/reference/index.ts';
import { labelOfKind, Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { Breadcrumb, Button, Empty, ErrorSummary, Field, Hero, Note, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import { groupByKind, type Issue, type Progress } from '../../queries.ts';
import { most, offeredThemes, offeredZones } from '../../rules.ts';

export interface TypedIssue {
  title: string;
  introduction: string;
  items: string[];
  version: number;
}

export interface ComposeFault {
  name: 'titre' | 'introduction' | 'fiche';
  code: 'title.missing' | 'title.long' | 'introduction.long' | 'items.many' | 'stale' | 'empty';
}

export interface ComposePageProps {
  issue: Issue;
  chosen: SheetSummary[];
  offered: SheetSummary[];
  progress: Progress;
  typed?: TypedIssue;
  faults: ComposeFault[];
  theme: string;
  zone: string;
}

/** What was published since the last issue, to pick and to order, with a few words before. */
export function ComposePage({ issue, chosen, offered, progress, typed, faults, theme, zone }: ComposePageProps) {
  const t = useT(messages);
  const { to, lang } = useView();
  const errors = faults.map(({ name, code }) => ({ name, message: t(`fault.${code}`, { most: name === 'fiche' ? most.items : name === 'titre' ? most.title : most.introduction }) }));
  const errorOf = (name: ComposeFault['name']) => errors.find((one) => one.name === name)?.message;
  const picked = typed?.items ?? chosen.map(({ id }) => id);
  const rest = offered.filter(({ id }) => !chosen.some((one) => one.id === id));
  const open = issue.state === 'draft';
  return (
    <Page title={issue.title} noIndex>
      <Breadcrumb items={[{ href: to(paths.desk.href({})), label: t('desk.title') }, { label: issue.title }]} />
      <Hero title={open ? t('compose.title') : <span lang="fr">{issue.title}</span>} size="title" eyebrow={issue.number === null ? undefined : t('issue.number', { number: issue.number })} lede={open ? t('compose.lede', { day: formatDay(lang, issue.since.slice(0, 10), { dateStyle: 'long' }) }) : t(`state.${issue.state as 'sent'}.sentence`, { treated: progress.treated, subscribers: progress.subscribers, mailed: progress.mailed })} />
      {!open && <Note title={t('compose.closed')}><p><a href={to(paths.show.href({ number: String(issue.number) }))}>{t('compose.read')}</a></p></Note>}
      <ErrorSummary errors={errors} />
      {open && (
        <>
          <form method="post" action={to(paths.compose.href({ id: issue.id }))}>
            <input type="hidden" name="version" value={String(issue.version)} />
            <Field name="titre" label={t('field.title')} value={typed?.title ?? issue.title} error={errorOf('titre')} />
            <Field type="textarea" name="introduction" rows={5} label={t('field.introduction')} hint={t('field.introduction.hint')} value={typed?.introduction ?? issue.introduction} error={errorOf('introduction')} optional />
            <div id="champ-fiche">
              <Section title={t('compose.chosen', { n: chosen.length })} rule>
                {errorOf('fiche') && <p class="field-error">{errorOf('fiche')}</p>}
                {chosen.length === 0 ? <p>{t('compose.chosen.none')}</p> : <Picks list={chosen} picked={picked} />}
              </Section>
              <Section title={t('compose.offered', { n: rest.length })}>
                {/* In the same form: what is ticked and typed is kept when one asks for something else. */}
                <div class="newsletter-filter">
                  <Field type="select" name="theme" label={t('filter.theme')} value={theme} options={[['', t('filter.all')], ...offeredThemes.map((one) => [one.slug, one[lang]] as const)]} />
                  <Field type="select" name="zone" label={t('filter.zone')} value={zone} options={[['', t('filter.world')], ...offeredZones.map((one) => [one.slug, one[lang]] as const)]} />
                  <Button kind="outline">{t('filter.do')}</Button>
                </div>
                {rest.length === 0 && <Empty title={t('compose.none')}><p>{t('compose.none.text')}</p></Empty>}
                {groupByKind(rest).map(({ kind, items }) => (
                  <div key={kind}>
                    <h3>{labelOfKind(kind, lang, items.length)}</h3>
                    <Picks list={items} picked={picked} />
                  </div>
                ))}
              </Section>
            </div>
            <div class="actions">
              <Button>{t('compose.save')}</Button>
              <Button kind="outline" name="ensuite" value="apercu">{t('compose.preview')}</Button>
            </div>
          </form>
          <form method="post" action={to(paths.remove.href({ id: issue.id }))}>
            <div class="actions"><Button kind="plain">{t('compose.remove')}</Button></div>
          </form>
        </>
      )}
    </Page>
  );
}

/** Each with its place: a number to type, since what has no script must order too. */
function Picks({ list, picked }: { list: readonly SheetSummary[]; picked: readonly string[] }) {
  const t = useT(messages);
  const { to, lang } = useView();
  return (
    <ul class="plain newsletter-picks">
      {list.map((item) => (
        <li key={item.id}>
          <label class="choice">
            <input type="checkbox" name="fiche" value={item.id} checked={picked.includes(item.id)} /> <span lang={item.lang}>{item.title}</span>
          </label>
          <label class="newsletter-place">
            {t('compose.place')} <span class="visually-hidden" lang={item.lang}>{item.title}</span> <input name={`ordre-${item.id}`} inputmode="numeric" size={3} value={picked.includes(item.id) ? String(picked.indexOf(item.id) + 1) : ''} />
          </label>
          <p class="hint">{[labelOfKind(item.kind, lang), formatList(lang, item.themes.slice(0, 3).map((slug) => themeName(slug, lang)))].filter(Boolean).join(' · ')} <a href={to(sheetHref(item.kind, item.slug))}>{t('compose.see')}<span class="visually-hidden" lang={item.lang}> {item.title}</span></a></p>
        </li>
      ))}
    </ul>
  );
}
