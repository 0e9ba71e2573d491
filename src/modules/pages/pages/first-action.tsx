import { commonPaths } from '~/sheets/paths.ts';
import type { ComponentChildren } from 'preact';
import { labelOfKind, Page, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { Hero, MoreLink, Section, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { FirstSteps } from '../queries.ts';

/** What a newcomer needs: framework, powers, means, help. Everything comes from sheets or cites its document. */
export function FirstActionPage({ steps }: { steps: FirstSteps }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Page title={t('first.title')} section="first" description={t('first.lede')}>
      <Hero title={t('first.title')} lede={t('first.lede')} />
      <Section id="cadre" title={t('first.framework')} lede={t('first.framework.lede')}>
        <Sheets sheets={steps.laws} right={<StateMark status="a-confirmer" word={t('first.toVerify')} />} />
      </Section>
      <Section id="competences" title={t('first.powers')} lede={t('first.powers.lede')}>
        <ul class="passages">
          {steps.powers.map(({ said, document, title, locator }) => (
            <li key={said}>
              {t(said)}{' '}
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
        <Sheets sheets={steps.helpers} />
      </Section>
      <Section id="commencer" title={t('first.start')} rule>
        <ul class="passages">
          <li><a href={to('/territoires')}>{t('first.start.find')}</a></li>
          <li><a href={to('/observatoire')}>{t('first.start.neighbours')}</a></li>
          <li><a href={to(paths.glossary.href({}))}>{t('first.start.words')}</a></li>
        </ul>
      </Section>
    </Page>
  );
}

function Sheets({ sheets, right }: { sheets: SheetSummary[]; right?: ComponentChildren }) {
  const { lang, to } = useView();
  return (
    <SheetList
      items={sheets.map((sheet) => ({
        href: to(sheetHref(sheet.kind, sheet.slug)),
        title: sheet.title,
        lang: sheet.lang,
        context: labelOfKind(sheet.kind, lang),
        meta: sheet.summary ? <span lang={sheet.lang}>{sheet.summary}</span> : undefined,
        right,
      }))}
    />
  );
}
