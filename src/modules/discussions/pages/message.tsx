import { useT, useView } from '~/platform/i18n/index.ts';
import { Button, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import type { MessageShown } from '../queries.ts';
import type { OpenThread } from '../rooms.ts';
import { Author, dayOf, formatSize, Moment, Text } from './words.tsx';

/** One message at its place; taken away, its place stays. */
export function Message({ thread, message }: { thread: OpenThread; message: MessageShown }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const accepted = thread.accepted === message.position;
  // in a group, of somebody who speaks for that very group, the function says enough
  const ofGroup = message.body?.kind === 'group' && message.body.slug === thread.group?.slug;
  return (
    <li id={`message-${message.position}`} class={accepted ? 'message accepted' : 'message'}>
      <article aria-label={t('message.number', { n: message.position })}>
        <p class="message-head">
          <span><Author {...message} body={ofGroup ? null : message.body} /></span>
          <a class="message-when" href={`#message-${message.position}`}><Moment at={message.at} /></a>
          {message.byMail && <span>{t('message.byMail')}</span>}
          {message.editedAt && !message.removedBy && <span>{t('message.edited', { when: dayOf(lang, message.editedAt) })}</span>}
        </p>
        {accepted && <p class="message-mark"><StateMark status="confirme" bare /> {t('message.accepted')}</p>}
        {message.removedBy ? (
          <p class="message-gone">{message.removedBy === 'author' ? t('message.removed.author') : t('message.removed.lead', { reason: message.reason ?? '' })}</p>
        ) : (
          <Text text={message.text} />
        )}
        {message.lostFiles > 0 && !message.removedBy && <p class="hint">{t('message.lost', { n: message.lostFiles })}</p>}
        {message.files.length > 0 && (
          <ul class="message-files" aria-label={t('message.files')}>
            {message.files.map((file) => {
              const href = to(paths.file.href({ id: file.id, name: file.name }));
              return (
                <li key={file.id}>
                  <a href={href}>
                    {file.kind === 'photo' && <img src={`${href}?largeur=480`} alt="" loading="lazy" />}
                    {file.name}
                  </a>{' '}
                  <small>{formatSize(lang, file.bytes)}</small>
                </li>
              );
            })}
          </ul>
        )}
        <Gestures thread={thread} message={message} accepted={accepted} />
      </article>
    </li>
  );
}

/** Only those that will not be refused. */
function Gestures({ thread, message, accepted }: { thread: OpenThread; message: MessageShown; accepted: boolean }) {
  const t = useT(messages);
  const { to } = useView();
  const { id, mine, removedBy } = message;
  const at = { id };
  return (
    <div class="message-gestures">
      {thread.mayAccept && message.position > 1 && !removedBy && (
        <form method="post" action={to(paths.accept.href({ id: thread.id }))}>
          <input type="hidden" name="place" value={accepted ? '' : message.position} />
          <Button kind="outline">{t(accepted ? 'message.unaccept' : 'message.accept')}</Button>
        </form>
      )}
      {mine && !removedBy && thread.mayWrite && <a href={to(paths.edit.href(at))}>{t('message.edit')}</a>}
      {(mine || thread.leads) && !removedBy && thread.mayWrite && <a href={to(paths.remove.href(at))}>{t('message.remove')}</a>}
      {!mine && !removedBy && thread.mayWrite && <a href={to(paths.report.href(at))}>{t('message.report')}</a>}
      {(mine || thread.leads) && (message.editedAt || removedBy) && <a href={to(paths.message.href(at))}>{t('message.former')}</a>}
      {message.reported && <a href={to(paths.reports.href({}))}><StateMark status="a-actualiser" bare /> {t('message.reported')}</a>}
    </div>
  );
}
