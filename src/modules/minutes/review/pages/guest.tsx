import { useT, useView } from '~/platform/i18n/index.ts';
import { SpeakerName, type Speaker } from '~/modules/people/index.ts';
import { Page } from '~/sheets/index.ts';
import { Button, ErrorSummary, Field, Hero, Note, StateMark } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import { paths } from '../../paths.ts';
import type { OwnWords } from '../queries.ts';

type GuestPageProps =
  | { closed: 'open' | 'ended'; title?: string }
  | { closed?: undefined; guest: OwnWords & { token: string; title: string }; speaker: Speaker; typed?: string };

/** What the link of the mail opens, without an account. */
export function GuestPage(props: GuestPageProps) {
  const t = useT(messages);
  const { to } = useView();
  if (props.closed) {
    return (
      <Page title={t('guest.title')} noIndex>
        <Hero title={t('guest.title')} size="title" eyebrow={props.title && <span lang="fr">{props.title}</span>} lede={t(`guest.${props.closed}`)} />
      </Page>
    );
  }
  const { guest, speaker, typed } = props;
  const query = { jeton: guest.token };
  const isSilent = !guest.said && !guest.proposed;
  const error = typed === undefined ? undefined : t(typed ? 'fault.words.long' : 'fault.words.missing');
  return (
    <Page title={t('guest.title')} noIndex>
      <Hero title={t('guest.title')} size="title" eyebrow={<span lang="fr">{guest.title}</span>} lede={t(isSilent ? 'words.silent.lede' : 'words.lede')} />
      <ErrorSummary errors={error ? [{ name: 'mots', message: error }] : []} />
      <SpeakerName speaker={speaker} />
      {guest.proposed && <Note title={t('words.waiting')}><p lang="fr" class="kept-lines">{guest.proposed}</p></Note>}
      {!guest.said && <p><StateMark status="non-rapportee" word={t('silent')} /></p>}
      <form method="post" action={to(paths.guest.href({}, query))}>
        <Field type="textarea" name="mots" rows={8} label={t('field.mots')} hint={t('field.mots.hint')} value={typed ?? guest.proposed ?? guest.said ?? ''} error={error} />
        <div class="actions"><Button>{t('words.send')}</Button></div>
      </form>
      {guest.agreed ? <p>{t('words.agreed')}</p> : (
        <form method="post" action={to(paths.guestAgreement.href({}, query))}>
          <p>{t(isSilent ? 'words.silent.agree.text' : 'words.agree.text')}</p>
          <div class="actions"><Button kind="outline">{t(isSilent ? 'words.silent.agree' : 'words.agree')}</Button></div>
        </form>
      )}
    </Page>
  );
}
