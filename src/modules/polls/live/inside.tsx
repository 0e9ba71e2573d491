import { useT, useView } from '~/platform/i18n/index.ts';
import { getKind, type SheetFrame, type SheetPart } from '~/sheets/index.ts';
import { Button, MarginNote, Section } from '~/ui/index.ts';
import { messages } from '../messages.ts';
import { paths } from '../paths.ts';
import { LiveFigures } from './pages/figures.tsx';
import { listLive, mayAskRoom, type LivePoll } from './queries.ts';

const kinds = ['event', 'session'] as const;

/** R173: what was asked to the room stays with the session; a question that is open is shown to whoever organises. */
const asked: SheetPart = {
  kinds, where: 'main', order: 60,
  async draw({ db, reader }, { sheet }) {
    const lives = await listLive(db, sheet.id);
    const shown = lives.some(({ isOpen }) => isOpen) && !(await mayAskRoom(db, reader, sheet.id)) ? lives.filter(({ isOpen }) => !isOpen) : lives;
    return shown.length > 0 ? <Asked lives={shown} /> : null;
  },
};

/** In the margin, for whoever organises. */
const asking: SheetPart = {
  kinds, where: 'aside', order: 60,
  async draw({ db, reader }, frame) {
    const mayAsk = frame.sheet.phase !== 'paused' && frame.sheet.state !== 'cancelled' && (await mayAskRoom(db, reader, frame.sheet.id));
    return mayAsk ? <Asking frame={frame} /> : null;
  },
};

export const inside: readonly SheetPart[] = [asked, asking];

function Asked({ lives }: { lives: readonly LivePoll[] }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <Section id="salle" title={t('live.inside')}>
      {lives.map((live) => (
        <div key={live.id} class="live-kept">
          <h3 lang="fr">{live.question}</h3>
          {live.isOpen ? <p><a href={to(paths.room.href({ code: live.code }))}>{t('live.open')}</a>, {t('live.count', { n: live.n })}</p> : <LiveFigures live={live} />}
        </div>
      ))}
    </Section>
  );
}

function Asking({ frame: { sheet } }: { frame: SheetFrame }) {
  const t = useT(messages);
  const { to } = useView();
  return (
    <MarginNote title={t('live.title')}>
      <p><Button kind="outline" href={to(paths.ask.href({ genre: getKind(sheet.kind).genre, slug: sheet.slug }))}>{t('live.new')}</Button></p>
    </MarginNote>
  );
}
