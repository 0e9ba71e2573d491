import { formatMoney, useT, useView } from '~/platform/i18n/index.ts';
import { messages } from '../messages.ts';
import type { Money } from '../rules.ts';

/** « environ 18 000 000 € par an »: never without its qualifier. */
export function Amount({ money }: { money: Money }) {
  const t = useT(messages);
  const { lang } = useView();
  const amount = t(`amount.${money.qualifier}`, { amount: formatMoney(lang, money.minor, money.currency) });
  return <>{money.per ? t(`per.${money.per}`, { amount }) : amount}</>;
}
