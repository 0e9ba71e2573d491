import { invitationRoutes } from './invitation-routes.tsx';
import { listRoutes } from './list-routes.tsx';

// `/contacts/invitations/nouvelle` before `/contacts/invitations/:id`.
export const routes = [...invitationRoutes, ...listRoutes];
