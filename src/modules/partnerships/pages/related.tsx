import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfKind, labelOfType, linked, sheetHref, type SheetFrame } from '~/sheets/index.ts';
import { LinkSign, Section, SheetList, type SheetItem } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { PartnershipDetail } from '../queries.ts';
import { signOf } from '../rules.ts';
import { wordOfType, type Names } from './words.ts';

interface RelatedProps {
  frame: SheetFrame;
  detail: PartnershipDetail;
  names: Names;
}

/** What has no date of its own, and who else works there. */
export function Related({ frame, detail, names }: RelatedProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  const undated: SheetItem[] = detail.together
    .filter((one) => !one.start)
    .map((one) => ({
      href: to(sheetHref(one.kind, one.slug)),
      title: one.title,
      lang: one.lang,
      right: labelOfType(one.kind, one.type, lang) ?? labelOfKind(one.kind, lang),
    }));
  const territory = linked(frame.outgoing, 'foreign')[0];
  return (
    <Section title={t('related.title')}>
      {undated.length > 0 && <SheetList items={undated} />}
      {territory && (
        <>
          <h3>
            <a href={to(sheetHref('territory', territory.slug))}>{t('related.others', { territory: formatList(lang, names.foreign) })}</a>
          </h3>
          {detail.parallels.length === 0 && <p class="quiet">{t('related.alone')}</p>}
          {detail.parallels.length > 0 && (
            <SheetList
              items={detail.parallels.map((one) => ({
                href: to(sheetHref('partnership', one.slug)),
                title: t('related.also', { authority: formatList(lang, one.french.map((party) => party.title)) }),
                sign: <LinkSign kind={signOf(one.type)} bare />,
                right: wordOfType(one.type, lang),
              }))}
            />
          )}
        </>
      )}
    </Section>
  );
}
