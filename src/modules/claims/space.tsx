import { findMessage, useT, useView } from '~/platform/i18n/index.ts';
import type { SpacePart } from '~/sheets/index.ts';
import { Section, SheetList } from '~/ui/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { listOwn, type Claim } from './queries.ts';

/** What one asked to keep and has no answer to yet: nothing to do, but nothing is lost. */
export const space: SpacePart = {
  where: 'main',
  order: 5,
  async draw({ primary, reader }) {
    const open = (await listOwn(primary, reader.account!.id)).filter(({ state }) => state === 'requested');
    return open.length === 0 ? null : <OpenClaims claims={open} />;
  },
};

function OpenClaims({ claims }: { claims: readonly Claim[] }) {
  const t = useT(messages);
  const { lang, to } = useView();
  return (
    <Section title={t('own.title')}>
      <SheetList items={claims.map((claim) => ({ href: to(paths.show.href({ id: claim.id })), title: t('own.claim', { name: claim.title }), right: findMessage(messages, lang, `state.${claim.state}`) }))} />
    </Section>
  );
}
