import type { Tx } from '~/platform/db/index.ts';
import { localizePath, translator } from '~/platform/i18n/index.ts';
import { queueMail } from '~/platform/mail/queue.ts';
import { commonPaths, getKind, sheetHref } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import type { Claim } from './queries.ts';
import type { Person } from './queries.ts';

export interface Sender {
  origin: string;
  instanceName: string;
}

type Told = 'granted' | 'refused' | 'ended' | 'requested' | 'asked';

/** One mail, in the person's language: what happened, the reason, one address to go to. */
export async function tell(tx: Tx, { origin, instanceName }: Sender, person: Person, told: Told, claim: Claim, more: { reason?: string; network?: string; several?: boolean } = {}): Promise<void> {
  const t = translator(messages, person.lang);
  const values = { name: claim.title, instance: instanceName, reason: more.reason ?? '', network: more.network ?? '', function: claim.function };
  const lines = [
    t('mail.hello'),
    t(`mail.${told}.text`, values),
    more.reason ? t('mail.reason', values) : undefined,
    more.network ? t('mail.network', values) : undefined,
    `${t(`mail.${told}.link`)}\n${origin}${localizePath(person.lang, addressOf(more.several ? 'asked' : told, claim))}`,
    t('mail.end', values),
  ];
  await queueMail(tx, { to: person.mail, accountId: person.id, kind: `claim-${told}`, subject: t(`mail.${told}.subject`, values), text: lines.filter(Boolean).join('\n\n') });
}

/** Granted leads to the form to fill, unless one must first choose for whom one acts; the rest to the request itself. */
function addressOf(told: Told, claim: Claim): string {
  if (told === 'granted' && claim.slug) return commonPaths.edit.href({ genre: getKind('territory').genre, slug: claim.slug });
  if (told === 'ended' && claim.slug) return sheetHref('territory', claim.slug);
  return paths.show.href({ id: claim.id });
}

