import { get } from '~/platform/http/request.ts';
import { findKindByGenre, type SheetAsk } from '~/sheets/index.ts';
import { DoubtsPage } from './pages/doubts.tsx';
import { paths } from './paths.ts';
import { countReserved, listDoubts } from './queries.ts';
import { subjects, type Subject } from './rules.ts';

export const routes = [
  get(paths.list, { who: 'everyone' }, async (ask: SheetAsk) => {
    const [doubts, reserved] = await Promise.all([listDoubts(ask.db, ask.reader), countReserved(ask.db, ask.reader)]);
    const asked = ask.query('sujet');
    const subject = subjects.includes(asked as Subject) ? (asked as Subject) : undefined;
    const [genre = '', slug] = (ask.query('fiche') ?? '').split('/');
    const kind = findKindByGenre(genre)?.kind;
    const about = doubts.flatMap((doubt) => doubt.sheets).find((sheet) => sheet.kind === kind && sheet.slug === slug);
    return ask.page(<DoubtsPage about={about} doubts={doubts} reserved={reserved} outcome={ask.query('etat') === 'regle' ? 'settled' : 'open'} subject={subject} />);
  }),
];
