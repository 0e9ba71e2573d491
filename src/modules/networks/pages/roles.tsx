import { Fragment } from 'preact';
import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { SaidIn, sheetHref } from '~/sheets/index.ts';
import { messages } from '../messages.ts';
import type { Holder, RoleShown, RoleSource } from '../queries.ts';

/** « préside une commission : économie circulaire… ». The scope is the document's: it keeps its language. */
export function RoleWords({ role }: { role: RoleShown }) {
  const t = useT(messages);
  const words = t(`role.${role.role}`);
  return (
    <>
      {role.scope ? (
        <>
          {words} (<span lang="fr">{role.scope}</span>)
        </>
      ) : (
        words
      )}
      {role.hostingPlace && ` ${t('role.at', { place: role.hostingPlace })}`}
    </>
  );
}

/** « depuis 2021 », in a sentence. */
export function SinceWords({ role }: { role: RoleShown }) {
  const { lang } = useView();
  const t = useT(messages);
  return role.since ? <time dateTime={role.since.value}>{t('role.since', { date: formatPartialDate(lang, role.since) })}</time> : <span class="quiet">{t('roles.unknown')}</span>;
}

/** « depuis 2021 », or when it ran: « 2018 – 2021 ». */
export function TermWords({ role }: { role: RoleShown }) {
  const { lang } = useView();
  const t = useT(messages);
  if (!role.until) return <SinceWords role={role} />;
  const until = <time dateTime={role.until.value}>{formatPartialDate(lang, role.until)}</time>;
  if (!role.since) return <>{t('role.until', { until: formatPartialDate(lang, role.until) })}</>;
  return (
    <>
      <time dateTime={role.since.value}>{formatPartialDate(lang, role.since)}</time> – {until}
    </>
  );
}

/** One holder, or all those who hold the role together, each with its page when it has one. */
export function Holders({ holders }: { holders: readonly Holder[] }) {
  const { to } = useView();
  const t = useT(messages);
  const name = (one: Holder) => (one.slug ? <a href={to(sheetHref('territory', one.slug))}>{one.title}</a> : <span lang="fr">{one.title}</span>);
  return (
    <>
      {holders.map((one, index) => (
        <Fragment key={one.title}>
          {index > 0 && ', '}
          {name(one)}
        </Fragment>
      ))}
      {holders.length > 1 && <span class="quiet"> ({t('role.together')})</span>}
    </>
  );
}

export function RoleSources({ sources }: { sources: readonly RoleSource[] }) {
  const t = useT(messages);
  return (
    <span class="cell-note">
      <SaidIn label={t('figures.source')} sources={sources} />
    </span>
  );
}

export function RoleRows({ roles }: { roles: readonly RoleShown[] }) {
  return (
    <ul class="action-rows">
      {roles.map((role) => (
        <li key={role.id}>
          <p class="action-title">
            <strong>
              <Holders holders={role.holders} />
            </strong>{' '}
            <RoleWords role={role} />
            {role.note && (
              <span class="cell-note" lang="fr">
                {role.note}
              </span>
            )}
            <RoleSources sources={role.sources} />
          </p>
          <p class="action-when">
            <TermWords role={role} />
          </p>
        </li>
      ))}
    </ul>
  );
}
