import { path } from '~/platform/http/paths.ts';

export const paths = {
  /** Private conversations, and what one follows. */
  mine: path('/discussions'),
  show: path('/discussions/:id'),
  write: path('/discussions/:id/messages'),
  follow: path('/discussions/:id/suivi'),
  accept: path('/discussions/:id/reponse-retenue'),
  message: path('/discussions/messages/:id'),
  edit: path('/discussions/messages/:id/modifier'),
  remove: path('/discussions/messages/:id/retrait'),
  report: path('/discussions/messages/:id/signalement'),
  reports: path('/discussions/signalements'),
  handle: path('/discussions/signalements/:id'),
  file: path('/discussions/pieces/:id/:name'),
  /** By the signed link of a mail, without signing in. */
  stop: path('/discussions/arret/:token'),
  peers: path('/questions'),
  ask: path('/questions/nouvelle'),
  group: path('/groupes/:slug/discussions'),
  open: path('/groupes/:slug/discussions/nouvelle'),
};

/** The page of a private conversation. */
export const conversationHref = (id: string) => paths.show.href({ id });
