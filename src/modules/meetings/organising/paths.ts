import { path } from '~/platform/http/paths.ts';

export const paths = {
  organise: path('/rencontres/:slug/organiser'),
  programme: path('/rencontres/:slug/organiser/programme'),
  speakers: path('/rencontres/:slug/organiser/intervenants'),
  experts: path('/rencontres/:slug/organiser/experts'),
  withdrawExpert: path('/rencontres/:slug/organiser/experts/:id/retrait'),
  attendance: path('/rencontres/:slug/organiser/presence'),
  addAttendance: path('/rencontres/:slug/organiser/presence/ajout'),
  code: path('/rencontres/:slug/organiser/presence/code'),
  acceptVolunteer: path('/rencontres/:slug/organiser/volontaires/:id/acceptation'),
  declineVolunteer: path('/rencontres/:slug/organiser/volontaires/:id/refus'),
  edition: path('/rencontres/:slug/nouvelle-edition'),
  volunteer: path('/rencontres/:slug/co-organiser'),
  session: path('/seances/:slug/organiser'),
  cancelSession: path('/seances/:slug/organiser/annulation'),
  sessionSpeakers: path('/seances/:slug/organiser/intervenants'),
  replaceSpeaker: path('/seances/:slug/organiser/intervenants/:id/remplacement'),
  removeSpeaker: path('/seances/:slug/organiser/intervenants/:id/retrait'),
  volunteerSession: path('/seances/:slug/co-organiser'),
};
