import { commonPaths } from '~/sheets/paths.ts';
import type { ComponentChildren } from 'preact';
import { labelOfKind, Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { Hero, MoreLink, Section, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { FirstLaw, FirstSteps } from '../queries.ts';

/** Articles and laws that our survey of standards names; nobody has opened the official texts again. */
const articles = ['1115-1', '1115-1-1', '1115-6', 'laws'] as const;

/** What a newcomer needs: framework, powers, means, help. Everything comes from sheets or cites its document. */
export function FirstActionPage({ steps }: { steps: FirstSteps }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('first.title')} section="first" description={t('first.lede')}>
      <Hero title={t('first.title')} lede={t('first.lede')} />
      <Section id="cadre" title={t('first.framework')} lede={t('first.framework.lede')}>
        <Laws laws={steps.laws} />
        <h3>{t('first.articles')}</h3>
        <ul class="passages">
          {articles.map((article) => (
            <li key={article}>
              {t(`first.article.${article}`)} <StateMark status="a-confirmer" word={t('first.toVerify')} />
            </li>
          ))}
        </ul>
        <p class="quiet">{t('first.articles.from')}</p>
        <MoreLink href={to('/textes')}>{t('first.framework.all')}</MoreLink>
      </Section>
      <Section id="competences" title={t('first.powers')} lede={t('first.powers.lede')}>
        <ul class="passages">
          {steps.powers.map(({ level, document, title, locator }) => (
            <li key={level}>
              <strong>{t(`first.level.${level}`)}</strong> {t(`first.powers.${level}`)}{' '}
              <span class="sheet-context">
                {t('first.source')} <a href={to(commonPaths.document.href({ id: document }))} lang="fr">{title}</a>, {locator}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="moyens" title={t('first.means')} lede={t('first.means.lede')}>
        <Sheets sheets={steps.means} />
        <MoreLink href={to('/financements')}>{t('first.means.all')}</MoreLink>
      </Section>
      <Section id="aide" title={t('first.help')} lede={t('first.help.lede')}>
        <Sheets sheets={steps.helpers} kinds />
        <p>
          {t('first.help.people')} <a href={to(commonPaths.people.href({}))}>{t('first.help.directory')}</a>
        </p>
      </Section>
      <Section id="commencer" title={t('first.start')} rule>
        <ol class="passages">
          <li><a href={to(commonPaths.claims.href({}))}>{t('first.start.find')}</a> <span class="passage-more">{t('first.start.find.text')}</span></li>
          <li><a href={to('/observatoire')}>{t('first.start.neighbours')}</a> <span class="passage-more">{t('first.start.neighbours.text')}</span></li>
          <li><a href={to('/questions')}>{t('first.start.peers')}</a> <span class="passage-more">{t('first.start.peers.text')}</span></li>
          <li><a href={to('/bourse')}>{t('first.start.exchange')}</a> <span class="passage-more">{t('first.start.exchange.text')}</span></li>
          <li><a href={to(commonPaths.partnerSearch.href({}))}>{t('first.start.search')}</a> <span class="passage-more">{t('first.start.search.text')}</span></li>
        </ol>
        <MoreLink href={to(paths.glossary.href({}))}>{t('first.start.words')}</MoreLink>
      </Section>
    </Page>
  );
}

/** Each text with who vouches for its sheet and since when, or that nobody does yet. */
function Laws({ laws }: { laws: FirstLaw[] }) {
  const t = useT(messages);
  const { lang } = useView();
  const marks = new Map(laws.map((law) => [law.id, law.verified
    ? <StateMark status="confirme" word={t('first.verified', { name: law.verified.by, date: formatPartialDate(lang, { value: law.verified.on, precision: 'day' }) })} />
    : <StateMark status="a-confirmer" word={t('first.toVerify')} />]));
  return <Sheets sheets={laws} right={(sheet) => marks.get(sheet.id)} />;
}

/** `kinds`: a network beside an organisation; where all are of one kind, the heading says it. */
function Sheets({ sheets, kinds, right }: { sheets: SheetSummary[]; kinds?: boolean; right?: (sheet: SheetSummary) => ComponentChildren }) {
  const { lang, to } = useView();
  return (
    <SheetList
      items={sheets.map((sheet) => ({
        href: to(sheetHref(sheet.kind, sheet.slug)),
        title: sheet.title,
        lang: sheet.lang,
        context: kinds ? labelOfKind(sheet.kind, lang) : undefined,
        meta: sheet.summary ? <span lang={sheet.lang}>{sheet.summary}</span> : undefined,
        right: right?.(sheet),
      }))}
    />
  );
}
