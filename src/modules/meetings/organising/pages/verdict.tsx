import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Fault, Warning } from '../rules.ts';

/** What will become of one line of a list, and why. */
export function Verdict({ faults, warnings }: { faults: readonly Fault[]; warnings: readonly Warning[] }) {
  const t = useT(messages);
  const { lang } = useView();
  const isSkipped = faults.length > 0 || warnings.includes('known');
  const reasons = formatList(lang, [...faults.map((one) => t(`fault.${one}`)), ...warnings.map((one) => t(`warning.${one}`))]);
  return (
    <>
      <StateMark status={faults.length ? 'erreur' : warnings.length ? 'a-confirmer' : 'confirme'} word={t(isSkipped ? 'verdict.skipped' : 'verdict.added')} /> {reasons && <span>{reasons}</span>}
    </>
  );
}
