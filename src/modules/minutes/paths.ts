import { path } from '~/platform/http/paths.ts';

const minutes = '/fiches/:genre/:slug/compte-rendu' as const;

/** `:genre` is `rencontre` or `session`. */
export const paths = {
  /** Where those who write find everything. */
  desk: path(`${minutes}`),
  parts: path(`${minutes}/parties`),
  part: path(`${minutes}/parties/:id`),
  order: path(`${minutes}/parties/:id/ordre`),
  removePart: path(`${minutes}/parties/:id/retrait`),
  /** What is said outside of any part. */
  speeches: path(`${minutes}/prises-de-parole`),
  writers: path(`${minutes}/preneurs-de-notes`),
  removeWriter: path(`${minutes}/preneurs-de-notes/:id/retrait`),
  followUps: path(`${minutes}/suites`),
  followUp: path(`${minutes}/suites/:id`),
  removeFollowUp: path(`${minutes}/suites/:id/retrait`),
  /** Said to be done by whoever sees to it. */
  done: path(`${minutes}/suites/:id/fait`),
  review: path(`${minutes}/relecture`),
  corrections: path(`${minutes}/corrections`),
  correction: path(`${minutes}/corrections/:id`),
  /** « J'y ai parlé : corriger » */
  words: path(`${minutes}/mes-mots`),
  agreement: path(`${minutes}/mes-mots/accord`),
  publication: path(`${minutes}/publication`),
  notes: path(`${minutes}/notes`),
  pdf: path(`${minutes}.pdf`),
  docx: path(`${minutes}.docx`),
  /** By the signed link of a mail: `?jeton=…`. */
  guest: path('/relecture'),
  guestAgreement: path('/relecture/accord'),
};
