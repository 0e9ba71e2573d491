import { accountRoutes } from './account/routes.tsx';
import { passkeyRoutes } from './passkeys/routes.tsx';
import { providerRoutes } from './provider/routes.tsx';
import { signInRoutes } from './sign-in/routes.tsx';

export const routes = [...signInRoutes, ...passkeyRoutes, ...providerRoutes, ...accountRoutes];
