import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, getKind, linked, type SheetFrame, type SideConfirmation } from '~/sheets/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { messages } from '../messages.ts';

/** R037: which side said that the sheet is right, and when. */
export function BothSides({ frame, confirmations }: { frame: SheetFrame; confirmations: SideConfirmation[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const { sheet, right } = frame;
  const at = { genre: getKind(sheet.kind).genre, slug: sheet.slug };
  const on = (day: string) => formatPartialDate(lang, { value: day.slice(0, 10), precision: 'day' });
  const mayInvite = right !== null && right !== 'partner' && linked(frame.outgoing, 'foreign').length > 0;
  if (!confirmations.length && !mayInvite && right !== 'partner') return null;
  const lead = linked(frame.outgoing, 'french')[0];
  return (
    <MarginNote title={t('partner.title')}>
      <ul class="plain">
        {lead && <li>{sheet.confirmedAt ? t('partner.here', { body: lead.title, date: on(sheet.confirmedAt) }) : t('partner.hereNot', { body: lead.title })}</li>}
        {linked(frame.outgoing, 'foreign').map((party) => {
          const said = confirmations.find((one) => one.bodyId === party.id);
          return <li key={party.id}>{said ? t('partner.there', { body: party.title, date: on(said.on), author: said.function }) : t('partner.thereNot', { body: party.title })}</li>;
        })}
        {mayInvite && (
          <li>
            <a href={to(commonPaths.invitations.href(at))}>{t('partner.invite')}</a>
          </li>
        )}
        {right === 'partner' && (
          <li>
            <a href={to(commonPaths.agreement.href(at))}>{t('partner.agree')}</a>
          </li>
        )}
      </ul>
    </MarginNote>
  );
}
