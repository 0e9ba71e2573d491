import { formatNumber, useT, useView, type Lang } from '~/platform/i18n/index.ts';
import { DataTable } from '~/ui/index.ts';
import type { StorageState } from '../machinery.ts';
import { messages } from '../messages.ts';
import { Frame } from './frame.tsx';

export function StoragePage({ state }: { state: StorageState }) {
  const t = useT(messages);
  const { lang } = useView();
  return (
    <Frame tab="storage" lede={t('storage.lede', { size: formatSize(lang, state.total) })}>
      <DataTable
        caption={t('storage.caption')}
        columns={[{ label: t('storage.table'), head: true }, { label: t('storage.size'), numeric: true }, { label: t('storage.rows'), numeric: true }]}
        rows={state.tables.map((one) => [<code>{one.name}</code>, formatSize(lang, one.bytes), formatNumber(lang, one.rows)])}
      />
    </Frame>
  );
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function formatSize(lang: Lang, bytes: number): string {
  const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  return formatNumber(lang, bytes / 1000 ** step, { style: 'unit', unit: units[step], maximumFractionDigits: step > 1 ? 1 : 0 });
}
