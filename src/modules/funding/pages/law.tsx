import { formatDay, formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfKind, labelOfState, labelOfType, sheetHref, SheetPage, type SheetFrame } from '~/sheets/index.ts';
import { DefinitionList, Note, Section, SheetList } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { LawDetail } from '../queries.ts';
import { isVerified } from '../rules.ts';
import { Check } from './laws.tsx';

export function LawPage({ frame, law }: { frame: SheetFrame; law: LawDetail }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet } = frame;
  const verified = isVerified(law);
  const countries = new Intl.DisplayNames(lang, { type: 'region' });
  const state = labelOfState('law', sheet.state, lang);
  return (
    <SheetPage
      frame={frame}
      breadcrumb={[{ href: to(paths.laws.href({})), label: t('laws.title') }, { label: sheet.title }]}
      jsonLd={sheet.start ? { legislationDate: sheet.start.value } : undefined}
    >
      {!verified && (
        <Note tone="confirm" title={t('law.toVerify')} sign="a-confirmer">
          <p>{t('law.toVerify.text')}</p>
        </Note>
      )}
      <Section id="essentiel" title={t('law.essentials')}>
        <DefinitionList
          items={[
            [t('laws.type'), labelOfType('law', sheet.type, lang)],
            [t('law.date'), sheet.start ? formatPartialDate(lang, sheet.start) : t('law.date.unknown')],
            [t('law.country'), sheet.countries.length ? sheet.countries.map((code) => countries.of(code)).join(', ') : t('law.international')],
            ...(state ? [[t('schemes.state'), state] as [string, string]] : []),
            [
              t('law.check'),
              verified ? t('law.verified.text', { name: law.verifiedBy!, date: formatDay(lang, law.verifiedOn!, { dateStyle: 'long' }) }) : <Check law={law} />,
            ],
          ]}
        />
      </Section>
      <Section id="cite" title={t('law.cited')}>
        {frame.incoming.length === 0 ? (
          <p>{t('law.cited.none')}</p>
        ) : (
          <SheetList items={frame.incoming.map((one) => ({ href: to(sheetHref(one.kind, one.slug)), title: one.title, context: labelOfKind(one.kind, lang) }))} />
        )}
      </Section>
    </SheetPage>
  );
}
