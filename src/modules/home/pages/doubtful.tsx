import { commonPaths } from '~/sheets/paths.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import { labelOfKind, sheetHref, type SheetSummary } from '~/sheets/index.ts';
import { MoreLink, Section, SheetList, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';

/** The reader may know: where sources disagree, or say too little. */
export function Doubtful({ sheets }: { sheets: SheetSummary[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Section id="a-confirmer" title={t('doubts.title')}>
      <p>{t('doubts.text')}</p>
      <SheetList
        items={sheets.map((sheet) => ({
          href: to(sheetHref(sheet.kind, sheet.slug)),
          title: sheet.title,
          lang: sheet.lang,
          meta: labelOfKind(sheet.kind, lang),
          right: <StateMark status="a-confirmer" word={t('doubts.mark')} />,
        }))}
      />
      <MoreLink href={to(commonPaths.doubts.href({}))}>{t('doubts.all')}</MoreLink>
    </Section>
  );
}
