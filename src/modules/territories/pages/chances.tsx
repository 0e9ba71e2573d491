import { useT, useView } from '~/platform/i18n/index.ts';
import { countryName } from '~/reference/index.ts';
import { Figures, Note } from '~/ui/index.ts';
import { judge, type Chances } from '../chances.ts';
import { messages } from '../messages.ts';
import { commonPaths } from '~/sheets/paths.ts';

/** Who looks, who offers, who is there already: each figure with its rule, and what it means in plain words. */
export function ChancesFigures({ chances }: { chances: Chances }) {
  const t = useT(messages);
  const { lang, to } = useView();
  const verdict = judge(chances);
  const country = countryName(chances.iso, lang);
  return (
    <>
      <Figures
        items={[
          { value: chances.partners, label: t('chances.partners', { n: chances.partners }), rule: t('chances.partners.rule'), href: to(commonPaths.country.href({ iso: chances.iso })) },
          { value: chances.seekers, label: t('chances.seekers', { n: chances.seekers }), rule: t('chances.seekers.rule') },
          { value: chances.offers, label: t('chances.offers', { n: chances.offers }), rule: t('chances.offers.rule') },
        ]}
      />
      <Note tone={verdict === 'few' ? 'confirm' : 'context'} title={t(`chances.${verdict}`)}>
        <p>{t(`chances.${verdict}.text`, { country, partners: chances.partners })}</p>
        <p>{t('chances.limits')}</p>
      </Note>
    </>
  );
}
