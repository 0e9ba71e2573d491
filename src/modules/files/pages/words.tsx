import { useT } from '~/platform/i18n/index.ts';
import { Field, type FormError } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import type { Checked, Kind } from '../rules.ts';

export function useFaults(faults: Checked['faults']): (FormError & { message: string })[] {
  const t = useT(messages);
  return faults.map(({ name, fault }) => ({ name, message: t(`fault.${fault}`) }));
}

/** What is said of a photo or a document. */
export function WordFields({ kind, value, errors }: { kind: Kind; value: (name: string) => string | undefined; errors: FormError[] }) {
  const t = useT(messages);
  const error = (name: string) => errors.find((one) => one.name === name)?.message;
  return (
    <>
      <Field label={t(`caption.${kind}`)} name="legende" value={value('legende')} hint={t(`caption.${kind}.hint`)} error={error('legende')} />
      {kind === 'photo' && <Field label={t('alternative')} name="alternative" type="textarea" rows={2} value={value('alternative')} hint={t('alternative.hint')} error={error('alternative')} />}
      <Field label={t(`credit.${kind}`)} name="credit" value={value('credit')} hint={t(`credit.${kind}.hint`)} error={error('credit')} />
      <Field label={t(`taken.${kind}`)} name="prise" value={value('prise')} hint={t('taken.hint')} optional error={error('prise')} />
    </>
  );
}
