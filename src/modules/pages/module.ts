import type { MenuItem, Module } from '~/sheets/index.ts';
import { messages } from './messages.ts';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

const foot = (name: keyof typeof paths, order: number): MenuItem => ({
  path: paths[name].href({}), section: name, messages, label: `${name}.title`, where: 'foot', order,
});

export const pages: Module = {
  name: 'pages',
  routes,
  menu: [foot('about', 1), foot('first', 2), foot('glossary', 3), foot('ecodesign', 60), foot('accessibility', 61), foot('privacy', 62), foot('legal', 63)],
};
