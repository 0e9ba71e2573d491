import { accounts } from './modules/accounts/module.ts';
import { files } from './modules/files/module.ts';
import { demonstration } from './modules/demonstration/module.ts';
import { territories } from './modules/territories/module.ts';
import { themes } from './modules/themes/module.ts';
import { organisations } from './modules/organisations/module.ts';
import { people } from './modules/people/module.ts';
import { networks } from './modules/networks/module.ts';
import { partnerships } from './modules/partnerships/module.ts';
import { strategies } from './modules/strategies/module.ts';
import { projects } from './modules/projects/module.ts';
import { funding } from './modules/funding/module.ts';
import { meetings } from './modules/meetings/module.ts';
import { minutes } from './modules/minutes/module.ts';
import { groups } from './modules/groups/module.ts';
import { discussions } from './modules/discussions/module.ts';
import { visits } from './modules/visits/module.ts';
import { polls } from './modules/polls/module.ts';
import { practices } from './modules/practices/module.ts';
import { advocacy } from './modules/advocacy/module.ts';
import { emergencies } from './modules/emergencies/module.ts';
import { documents } from './modules/documents/module.ts';
import { doubts } from './modules/doubts/module.ts';
import { observatory } from './modules/observatory/module.ts';
import { search } from './modules/search/module.ts';
import { openData } from './modules/open-data/module.ts';
import { agenda } from './modules/agenda/module.ts';
import { newsletter } from './modules/newsletter/module.ts';
import { home } from './modules/home/module.ts';
import { pages } from './modules/pages/module.ts';
import { invitations } from './modules/invitations/module.ts';
import { health } from './modules/health/module.ts';
import { privacy } from './modules/privacy/module.ts';
import { administration } from './modules/administration/module.ts';
import { feedback } from './modules/feedback/module.ts';
import { moderation } from './modules/moderation/module.ts';
import { editing } from './modules/editing/module.ts';
import { claims } from './modules/claims/module.ts';
import { notifications } from './modules/notifications/module.ts';
import { freshness } from './modules/freshness/module.ts';
import { space } from './modules/space/module.ts';
import { contacts } from './modules/contacts/module.ts';
import { imports } from './modules/imports/module.ts';
import { desk } from './modules/desk/module.ts';
import { exchange } from './modules/exchange/module.ts';
import { matching } from './modules/matching/module.ts';
import { news } from './modules/news/module.ts';
import type { Module } from './sheets/index.ts';

/** The one list of modules, in the order in which each may use those before it. */
export const modules: readonly Module[] = [
  accounts, territories, themes, organisations, people, networks, partnerships, strategies, projects, funding, meetings, minutes, groups, discussions,
  // After discussions: asking to come along opens a conversation.
  visits,
  polls, practices, advocacy, emergencies,
  matching,
  exchange, news,
  contacts, imports, desk,
  // These read manifests and sheets, and no domain module.
  documents, doubts, observatory, search, openData, agenda, newsletter, home, pages, health, editing,
  // Before what follows, answers or claims in the name of its characters.
  demonstration, notifications, freshness, space, feedback, moderation, files, claims, privacy, administration, invitations,
];
