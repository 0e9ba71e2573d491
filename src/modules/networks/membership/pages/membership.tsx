import { useT, useView } from '~/platform/i18n/index.ts';
import { EditFields, Page, sheetHref } from '~/sheets/index.ts';
import { Breadcrumb, Button, ErrorSummary, Hero, MoreLink, Section } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { Holders, RoleWords, TermWords } from '../../pages/roles.tsx';
import { paths } from '../../paths.ts';
import { isOver } from '../../rules.ts';
import type { Desk, Shown } from '../desk.ts';

export interface MembershipPageProps {
  desk: Desk;
  role: Shown;
  standing: Shown;
}

/** What one's authority does in a network: what is known, what one adds, what has ended. */
export function MembershipPage({ desk, role, standing }: MembershipPageProps) {
  const t = useT(messages);
  const { to } = useView();
  const { network, body } = desk;
  const name = network.context ?? network.title;
  const title = t('membership.title', { authority: body.title, network: name });
  return (
    <Page title={title} section="reseaux" noIndex edit>
      <Breadcrumb items={[{ href: to(paths.list.href({})), label: t('list.title') }, { href: to(sheetHref('network', network.slug)), label: name }, { label: title }]} />
      <Hero size="small" title={title} lede={t('membership.lede')} />
      <ErrorSummary errors={[...role.errors, ...standing.errors]} />
      <Held desk={desk} />
      <Section title={t('membership.addTitle')} id="ajouter">
        <form method="post" action={to(paths.membership.href({ slug: network.slug }))} class="edit-form">
          <Fields shown={role} />
          <div class="actions form-actions">
            <Button>{t('membership.add')}</Button>
          </div>
        </form>
      </Section>
      <Section title={t('membership.rankTitle')} id="place">
        <form method="post" action={to(paths.standing.href({ slug: network.slug }))} class="edit-form">
          <Fields shown={standing} />
          <div class="actions form-actions">
            <Button kind="outline">{t('membership.rankDo')}</Button>
          </div>
        </form>
      </Section>
      <MoreLink href={to(sheetHref('network', network.slug))}>{t('membership.back')}</MoreLink>
    </Page>
  );
}

export function Fields({ shown }: { shown: Shown }) {
  return <EditFields kindMessages={messages} {...shown} />;
}

function Held({ desk: { network, roles } }: { desk: Desk }) {
  const t = useT(messages);
  const { to, today } = useView();
  if (!roles.length) return <p>{t('membership.heldNone')}</p>;
  return (
    <Section title={t('membership.held')} id="connu">
      <ul class="action-rows">
        {roles.map((role) => (
          <li key={role.id}>
            <p class="action-title">
              <RoleWords role={role} />
              {role.holders.length > 1 && (
                <span class="cell-note">
                  <Holders holders={role.holders} />
                </span>
              )}
            </p>
            <p class="action-when">
              <TermWords role={role} />
            </p>
            {!isOver(role.until, today) && (
              <p class="action-state">
                <a href={to(paths.roleEnd.href({ slug: network.slug, role: role.id }))}>
                  {t('membership.end')} <span class="visually-hidden">({t(`role.${role.role}`)})</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
