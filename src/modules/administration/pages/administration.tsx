import { useT, useView } from '~/platform/i18n/index.ts';
import { DefinitionList, Section } from '~/ui/index.ts';
import type { JobsState, MailState } from '../machinery.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { Versions } from '../queries.ts';
import { Frame } from './frame.tsx';

/** What runs, in which version, and what asks for somebody. */
export function AdministrationPage({ versions, mail, jobs }: { versions: Versions; mail: MailState; jobs: JobsState }) {
  const t = useT(messages);
  const { to } = useView();
  const failedJobs = jobs.queues.reduce((sum, one) => sum + one.failed, 0);
  const troubles = [
    mail.failed.length > 0 && { href: paths.mail.href({}), text: t('home.mail.failed', { n: mail.failed.length }) },
    mail.late > 0 && { href: paths.mail.href({}), text: t('home.mail.late', { n: mail.late }) },
    failedJobs > 0 && { href: paths.jobs.href({}), text: t('home.jobs.failed', { n: failedJobs }) },
    versions.migrations.pending > 0 && { href: paths.home.href({}), text: t('home.migrations.pending', { n: versions.migrations.pending }) },
  ].filter((one) => one !== false);
  return (
    <Frame tab="home">
      <Section title={t('home.attention')}>
        {troubles.length === 0 ? (
          <p>{t('home.nothing')}</p>
        ) : (
          <ul>
            {troubles.map((one) => (
              <li key={one.text}>
                <a href={to(one.href)}>{one.text}</a>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('home.versions')}>
        <DefinitionList
          items={[
            ['Jumelles', versions.app],
            ['Node', versions.node],
            ['PostgreSQL', versions.postgres],
            [t('home.migrations'), t('home.migrations.last', { n: versions.migrations.applied, last: versions.migrations.last })],
          ]}
        />
      </Section>
    </Frame>
  );
}
