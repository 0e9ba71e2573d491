import { useT, useView } from '~/platform/i18n/index.ts';
import { MarginNote } from '~/ui/index.ts';
import type { Contact } from '../contacts.ts';
import { messages } from '../messages.ts';

/** How to reach the international desk: what was ticked as public, and nothing else. */
export function DeskNote({ contact }: { contact: Contact | undefined }) {
  const t = useT(messages);
  const { lang } = useView();
  if (!contact) return null;
  const { web, service, serviceFunction, mail, phone, page } = contact;
  return (
    <MarginNote title={t('desk.title')}>
      <ul class="plain desk">
        {service && <li lang={lang === 'fr' ? undefined : 'fr'}>{service}</li>}
        {serviceFunction && <li lang={lang === 'fr' ? undefined : 'fr'}>{serviceFunction}</li>}
        {mail && <li><a href={`mailto:${mail}`}>{mail}</a></li>}
        {phone && <li><a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a></li>}
        {page && <li><a href={page} rel="noreferrer nofollow">{t('desk.page')}</a></li>}
        {web && <li><a href={web} rel="noreferrer nofollow">{hostOf(web)}</a></li>}
      </ul>
    </MarginNote>
  );
}

const hostOf = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/.*$/, '');
