import { useT, useView } from '~/platform/i18n/index.ts';
import { Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Hero } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { RoleWords, TermWords } from '../../pages/roles.tsx';
import { paths } from '../../paths.ts';
import type { RoleShown } from '../../queries.ts';
import type { Desk, Shown } from '../desk.ts';
import { Fields } from './membership.tsx';

export function EndPage({ desk: { network, body }, role, shown }: { desk: Desk; role: RoleShown; shown: Shown }) {
  const t = useT(messages);
  const { to } = useView();
  const back = to(paths.membership.href({ slug: network.slug }));
  const name = network.context ?? network.title;
  return (
    <Page title={t('membership.endTitle')} section="reseaux" noIndex edit>
      <Breadcrumb items={[{ href: to(sheetHref('network', network.slug)), label: name }, { href: back, label: t('membership.title', { authority: body.title, network: name }) }, { label: t('membership.endTitle') }]} />
      <Hero size="small" title={t('membership.endTitle')} lede={t('membership.endLede')} />
      <ErrorSummary errors={shown.errors} />
      <p>
        <strong>{body.title}</strong> <RoleWords role={role} />, <TermWords role={role} />
      </p>
      {role.holders.length > 1 && <p>{t('membership.together')}</p>}
      <form method="post" action={to(paths.roleEnd.href({ slug: network.slug, role: role.id }))} class="edit-form">
        <Fields shown={shown} />
        <div class="actions form-actions">
          <Button>{t('membership.endDo')}</Button>
          <Button kind="plain" href={back}>
            {t('membership.back')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
