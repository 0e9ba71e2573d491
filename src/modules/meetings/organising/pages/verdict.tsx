import { formatList, useT, useView } from '~/platform/i18n/index.ts';
import { Button, Field, Note, StateMark } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { listKept, type Fault, type Warning } from '../rules.ts';

export interface Checked {
  faults: readonly Fault[];
  warnings: readonly Warning[];
}

/** What will become of one line of a list, and why. */
export function Verdict({ faults, warnings }: Checked) {
  const t = useT(messages);
  const { lang } = useView();
  const reasons = formatList(lang, [...faults.map((one) => t(`fault.${one}`)), ...warnings.map((one) => t(`warning.${one}`))]);
  return (
    <>
      <StateMark status={faults.length ? 'erreur' : warnings.length ? 'a-confirmer' : 'confirme'} word={t(listKept([{ faults, warnings }]).length ? 'verdict.added' : 'verdict.skipped')} /> {reasons && <span>{reasons}</span>}
    </>
  );
}

/** Under the dry run of a list: writing what is kept, once what is doubtful was seen. */
export function Writing({ lines, label }: { lines: readonly Checked[]; label: 'programme.write' | 'speakers.write' }) {
  const t = useT(messages);
  const kept = listKept(lines);
  if (!kept.length) return <Note tone="confirm" title={t(lines.every(({ faults }) => faults.length === 0) ? 'programme.allKnown' : 'programme.nothing')} />;
  return (
    <>
      {kept.some((one) => one.warnings.length > 0) && <Field type="checkbox" name="garder" label={t('programme.keep')} />}
      <div class="actions">
        <Button name="geste" value="ecrire">
          {t(label, { n: kept.length })}
        </Button>
      </div>
    </>
  );
}
