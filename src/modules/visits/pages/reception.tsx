import { useT, useView } from '~/platform/i18n/index.ts';
import { commonPaths, type SheetPart } from '~/sheets/index.ts';
import { MarginNote } from '~/ui/index.ts';
import { listSpeakers } from '../commands.ts';
import { create } from '../create.ts';
import { messages } from '../messages.ts';

/** R098: on the page of an authority, for whoever may ask to be received there. */
export const receptionLink: SheetPart = {
  kinds: ['territory'],
  where: 'aside',
  order: 40,
  async draw({ db, reader }, { sheet, right }) {
    if (!create.may(reader) || reader.acting?.body?.id === sheet.id || right === 'own') return null;
    // Nobody is offered to write where nobody would read.
    return (await listSpeakers(db, sheet.id)).length ? <Reception slug={sheet.slug} title={sheet.title} /> : null;
  },
};

function Reception({ slug, title }: { slug: string; title: string }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('reception.title')}>
      <p>
        <a href={to(commonPaths.create.href({ genre: 'visite' }, { sorte: 'accueil', chez: slug }))}>{t('reception.do', { title })}</a>
      </p>
    </MarginNote>
  );
}
