import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { SourceNote, type SheetFrame } from '~/sheets/index.ts';
import { DataTable, Section } from '~/ui/index.ts';
import type { Exchange } from '../exchanges/queries.ts';
import { buildBalance } from '../exchanges/rules.ts';
import { messages } from '../messages.ts';

/** R038: elected officials' dialogue apart from technical exchanges, with the balance of both. */
export function Exchanges({ frame, exchanges }: { frame: SheetFrame; exchanges: Exchange[] }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!exchanges.length) return null;
  const balance = buildBalance(exchanges);
  const rows = exchanges.map((one) => [
    <time dateTime={one.at.value}>{formatPartialDate(lang, one.at)}</time>,
    <>
      {t(`exchange.${one.register}`)} ({t(`exchange.form.${one.form}`)})
      <br />
      <span lang={frame.sheet.lang}>{one.subject}</span>
      <SourceNote frame={frame} documentId={one.documentId} />
    </>,
    <span lang={frame.sheet.lang}>{[one.here, one.there].filter(Boolean).join(' ⟷ ')}</span>,
  ]);
  return (
    <Section title={t('exchanges.title')}>
      <p>
        {t('exchanges.balance', { political: balance.political, technical: balance.technical })} {t('exchanges.initiative', { here: balance.here, there: balance.there })}
      </p>
      <DataTable
        caption={t('exchanges.caption')}
        hideCaption
        columns={[{ label: t('exchanges.when'), head: true }, { label: t('exchanges.what') }, { label: t('exchanges.who') }]}
        rows={rows}
      />
    </Section>
  );
}
