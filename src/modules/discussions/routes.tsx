import { listRoutes } from './list-routes.tsx';
import { messageRoutes } from './message-routes.tsx';
import { threadRoutes } from './thread-routes.tsx';

// `/discussions/signalements` before `/discussions/:id`.
export const routes = [...listRoutes, ...messageRoutes, ...threadRoutes];
