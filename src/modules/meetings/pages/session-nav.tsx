import { useT, useView } from '~/platform/i18n/index.ts';
import { Icon } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { SessionDetail, SessionListed } from '../queries.ts';

/** The session before, the one after, and those held at the same time. */
export function SessionNav({ session, current }: { session: SessionDetail; current: string }) {
  const t = useT(messages);
  const { programme } = session;
  const at = programme.findIndex((one) => one.id === current);
  const here = programme[at];
  const same = here?.day && here.starts ? programme.filter((one) => one.id !== current && one.day === here.day && one.starts === here.starts) : [];
  const [previous, next] = [programme[at - 1], programme[at + 1]];
  return (
    <nav class="session-nav" aria-label={t('session.nav')}>
      {previous && <div><p><Icon name="back" /> {t('session.previous')}</p><p><SessionLink session={previous} /></p></div>}
      {same.length > 0 && (
        <div>
          <p>{t('session.same')}</p>
          <ul class="plain">
            {same.map((one) => (
              <li key={one.id}><SessionLink session={one} /></li>
            ))}
          </ul>
        </div>
      )}
      {next && <div><p>{t('session.next')} <Icon name="arrow" /></p><p><SessionLink session={next} /></p></div>}
    </nav>
  );
}

function SessionLink({ session }: { session: SessionListed }) {
  const { to } = useView();
  return (
    <a href={to(paths.session.href({ slug: session.slug }))} lang="fr">
      {session.number > 0 && `${session.number}. `}{session.title}
    </a>
  );
}
