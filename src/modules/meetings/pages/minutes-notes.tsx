import { formatDay, useT, useView } from '~/platform/i18n/index.ts';
import { Note } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Minutes } from '../minutes-queries.ts';

/** Added since, beside a text that is not altered: each dated and signed by a function. */
export function MinutesNotes({ minutes }: { minutes: Minutes }) {
  const t = useT(messages);
  const { lang, instanceName } = useView();
  return (
    <>
      {minutes.notes.map((note) => {
        const about = aboutOf(minutes, note);
        return (
          <Note key={note.text} tone="context" title={t(note.kind === 'note' ? 'note.title' : 'erratum.title')}>
            <p>
              <time dateTime={note.dated}>
                {t('note.by', { date: formatDay(lang, note.dated, { day: 'numeric', month: 'long', year: 'numeric' }), signed: note.signed ?? '', known: note.signed ? 'yes' : 'no', instance: instanceName })}
              </time>
            </p>
            {about && <p>{t('erratum.about')} <span lang="fr">{about}</span></p>}
            <p lang="fr">{note.text}</p>
          </Note>
        );
      })}
    </>
  );
}

function aboutOf({ roles, parts }: Minutes, { role, part }: Minutes['notes'][number]): string | undefined {
  const speaker = roles.find(({ position }) => position === role)?.speaker;
  return speaker ? [speaker.name, speaker.function].filter(Boolean).join(', ') : parts.find(({ position }) => position === part)?.title;
}
