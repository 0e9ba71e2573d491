import { formatDay, formatList, useT, useView } from '~/platform/i18n/index.ts';
import { labelOfType, type SheetSummary } from '~/sheets/index.ts';
import { Button, DataTable, Field, Section, type FormError } from '~/ui/index.ts';
import { messages as meetingMessages } from '../../messages.ts';
import { formatHours } from '../../pages/when.tsx';
import type { SessionListed } from '../../queries.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { sessionTypes, type ProgrammeLine } from '../rules.ts';
import { OrganisingPage } from './frame.tsx';
import { Verdict, Writing } from './verdict.tsx';

export interface ProgrammeProps {
  sheet: SheetSummary;
  sessions: readonly SessionListed[];
  text: string;
  /** What the lines would do; nothing before they were sent once. */
  lines: readonly ProgrammeLine[] | null;
  errors: readonly FormError[];
}

/** The whole programme on one page: a list to paste, its dry run, and what is already there. */
export function ProgrammePage({ sheet, sessions, text, lines, errors }: ProgrammeProps) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <OrganisingPage sheet={sheet} title={t('organise.programme')} lede={t('programme.lede')} errors={errors}>
      <form method="post" action={to(paths.programme.href({ slug: sheet.slug }))} class="edit-form wide-form" id="champ-formulaire">
        {lines && <Result lines={lines} />}
        <Field label={t('programme.paste')} name="lignes" type="textarea" rows={lines || sessions.length ? 8 : 18} hint={t('programme.paste.hint')} value={text} error={errors.find(({ name }) => name === 'lignes')?.message} />
        <p class="hint">{t('programme.types', { list: formatList(lang, sessionTypes.map((type) => t(`choice.nature.${type}`))) })}</p>
        <div class="actions">
          <Button kind={lines ? 'outline' : 'full'} name="geste" value="voir">
            {t('programme.check')}
          </Button>
        </div>
      </form>
      <Section title={t('programme.present')}>{sessions.length ? <Present sessions={sessions} /> : <p class="quiet">{t('programme.none')}</p>}</Section>
    </OrganisingPage>
  );
}

function Result({ lines }: { lines: readonly ProgrammeLine[] }) {
  const t = useT(messages);
  const words = useT(meetingMessages);
  const { lang } = useView();
  return (
    <Section title={t('programme.result')}>
      <DataTable
        caption={t('programme.result')}
        hideCaption
        stacks
        columns={[{ label: t('column.line'), numeric: true }, { label: t('column.when') }, { label: t('column.number'), numeric: true }, { label: t('column.title'), head: true }, { label: t('column.type') }, { label: t('column.room') }, { label: t('column.verdict') }]}
        rows={lines.map((one) => [
          one.line || '', [one.day && formatDay(lang, one.day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }), formatHours(words, lang, one)].filter(Boolean).join(', '),
          one.number ?? '', <span lang="fr">{one.title}</span>, labelOfType('session', one.type, lang) ?? '', [one.room, one.track].filter(Boolean).join(', '), <Verdict faults={one.faults} warnings={one.warnings} />,
        ])}
      />
      <Writing lines={lines} label="programme.write" />
    </Section>
  );
}

function Present({ sessions }: { sessions: readonly SessionListed[] }) {
  const t = useT(messages);
  const words = useT(meetingMessages);
  const { lang, to } = useView();
  return (
    <DataTable
      caption={t('programme.present')}
      hideCaption
      stacks
      columns={[{ label: t('column.number'), numeric: true }, { label: t('column.when') }, { label: t('column.title'), head: true }, { label: t('column.type') }, { label: t('column.room') }, { label: t('column.edit') }]}
      rows={sessions.map((one) => [
        one.number, [one.day && formatDay(lang, one.day, { weekday: 'short', day: 'numeric', month: 'short' }), formatHours(words, lang, one)].filter(Boolean).join(', '), <span lang="fr">{one.title}</span>,
        labelOfType('session', one.type, lang) ?? '', [one.room, one.track, one.state === 'cancelled' && t('programme.cancelled')].filter(Boolean).join(', '),
        <a href={to(paths.session.href({ slug: one.slug }))} aria-label={`${t('programme.edit')} ${one.title}`}>
          {t('programme.edit')}
        </a>,
      ])}
    />
  );
}
