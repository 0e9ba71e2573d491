import { useT } from '~/platform/i18n/index.ts';
import { BarChart } from '~/ui/index.ts';
import { messages } from '../../messages.ts';
import type { LivePoll } from '../queries.ts';

export function LiveFigures({ live }: { live: LivePoll }) {
  const t = useT(messages);
  return (
    <>
      <p>{t('live.count', { n: live.n })}</p>
      <BarChart caption={live.question} hideCaption heads={[t('result.answer'), t('result.title')]} rows={live.options.map(({ label }, index) => ({ label: <span lang="fr">{label}</span>, n: live.result?.counts[index] ?? 0 }))} />
    </>
  );
}
