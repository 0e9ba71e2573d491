import { formatPartialDate, useT, useView } from '~/platform/i18n/index.ts';
import { sheetHref } from '~/sheets/index.ts';
import { Button } from '~/ui/index.ts';
import { formatDevice, type Device } from '../devices.ts';
import { messages } from '../messages.ts';
import type { Passkey } from '../passkeys/queries.ts';
import { paths } from '../paths.ts';
import type { Identity } from '../provider/queries.ts';
import type { HeldMandate } from '../queries.ts';

/** The day of an instant: « 4 mars 2026 ». An hour would tell more than one needs. */
export function useDay(): (at: string) => string {
  const { lang } = useView();
  return (at) => formatPartialDate(lang, { value: at.slice(0, 10), precision: 'day' });
}

export function DeviceList({ devices, present }: { devices: readonly Device[]; present: string }) {
  const t = useT(messages);
  const { to, lang } = useView();
  const day = useDay();
  return (
    <>
      <ul class="held">
        {devices.map((device) => (
          <li key={device.id}>
            <div>
              <strong>{formatDevice(lang, device.device)}</strong> {device.id === present && <span class="held-mark">{t('devices.this')}</span>}
              <p class="held-meta">{t('devices.seen', { since: day(device.createdAt), seen: day(device.seenAt) })}</p>
            </div>
            <form method="post" action={to(paths.closeDevice.href({ id: device.id }))}>
              <button class="link-like" type="submit" aria-label={t('devices.close.label', { device: formatDevice(lang, device.device) })}>
                {t('devices.close')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={to(paths.closeDevices.href({}))}>
        <Button kind="outline">{t('devices.closeAll')}</Button>
      </form>
    </>
  );
}

export function PasskeyList({ passkeys }: { passkeys: readonly Passkey[] }) {
  const t = useT(messages);
  const { to } = useView();
  const day = useDay();
  if (passkeys.length === 0) return <p class="quiet">{t('passkey.none')}</p>;
  return (
    <ul class="held">
      {passkeys.map((passkey) => (
        <li key={passkey.id}>
          <div>
            <strong>{passkey.name}</strong>
            <p class="held-meta">{passkey.usedAt ? t('passkey.used', { since: day(passkey.createdAt), used: day(passkey.usedAt) }) : t('passkey.unused', { since: day(passkey.createdAt) })}</p>
          </div>
          <a href={to(paths.passkey.href({ id: passkey.id }))} aria-label={t('passkey.change.label', { name: passkey.name })}>
            {t('passkey.change')}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function IdentityList({ identities }: { identities: readonly Identity[] }) {
  const t = useT(messages);
  const { to } = useView();
  const day = useDay();
  if (identities.length === 0) return <p class="quiet">{t('provider.untied')}</p>;
  return (
    <ul class="held">
      {identities.map((identity) => (
        <li key={identity.id}>
          <div>
            <strong>{new URL(identity.issuer).hostname}</strong>
            <p class="held-meta">{identity.siret ? t('provider.siret', { since: day(identity.createdAt), siret: identity.siret }) : t('provider.since', { since: day(identity.createdAt) })}</p>
          </div>
          <form method="post" action={to(paths.removeIdentity.href({ id: identity.id }))}>
            <button class="link-like" type="submit">
              {t('provider.untie')}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

export function MandateList({ mandates }: { mandates: readonly HeldMandate[] }) {
  const t = useT(messages);
  const { to } = useView();
  const day = useDay();
  if (mandates.length === 0) return <p class="quiet">{t('mandates.none')}</p>;
  const dates = ({ since, until, endedOn }: HeldMandate) =>
    endedOn ? t('mandates.past', { since: day(since), end: day(endedOn) }) : until ? t('mandates.until', { since: day(since), end: day(until) }) : t('mandates.since', { since: day(since) });
  return (
    <ul class="held">
      {mandates.map((mandate) => (
        <li key={mandate.id} class={mandate.endedOn ? 'faded' : undefined}>
          <div>
            <strong>{mandate.body ? <a href={to(sheetHref(mandate.body.kind, mandate.body.slug))}>{mandate.body.title}</a> : t('mandates.instance')}</strong>
            <p class="held-meta">{[t(`role.${mandate.role}`), mandate.function, mandate.service, dates(mandate)].filter(Boolean).join(' · ')}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
