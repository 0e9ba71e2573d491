import type { VNode } from 'preact';
import { mayOrganise } from '~/modules/meetings/index.ts';
import { useT, useView } from '~/platform/i18n/index.ts';
import type { SheetPart } from '~/sheets/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { listInvitations, type InvitationShown } from './invitations/queries.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { bodyOf } from './rules.ts';

/** In a meeting's page, for its organisers: what their lists answered, and inviting one. */
export const invitationPart: SheetPart = {
  kinds: ['event'],
  where: 'aside',
  order: 60,
  async draw({ primary, reader }, { sheet }): Promise<VNode | null> {
    const body = bodyOf(reader);
    if (!body || !(await mayOrganise(primary, reader, sheet.id))) return null;
    return <Invitations slug={sheet.slug} sent={await listInvitations(primary, body.id, { meetingId: sheet.id })} />;
  },
};

function Invitations({ slug, sent }: { slug: string; sent: readonly InvitationShown[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('part')} screenOnly>
      <ul class="plain">
        {sent.map((one) => <li key={one.id}><a href={to(paths.invitation.href({ id: one.id }))}>{t('sent.line', { answered: one.yes + one.no, yes: one.yes, no: one.no, silent: one.silent, invited: one.invited })}</a></li>)}
        <li><a href={to(paths.invite.href({}, { rencontre: slug }))}>{t('part.invite')}</a></li>
      </ul>
    </MarginNote>
  );
}
