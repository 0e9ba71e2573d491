import { useT } from '~/platform/i18n/index.ts';
import { Field } from '~/ui/index.ts';
import { messages } from './messages.ts';

/** The signed hour, and a field that only robots fill in: out of sight, and said so to those who hear the page. */
export function GuardFields({ stamp, trapped, value }: { stamp: string; trapped?: boolean; value?: string }) {
  const t = useT(messages);
  return (
    <>
      <input type="hidden" name="marque" value={stamp} />
      {trapped ? (
        <Field name="site" label={t('trap')} error={t('refused.trap')} value={value} autocomplete="off" />
      ) : (
        <p class="trap">
          <label for="champ-site">{t('trap')}</label> <input id="champ-site" name="site" type="text" tabIndex={-1} autocomplete="off" />
        </p>
      )}
    </>
  );
}
