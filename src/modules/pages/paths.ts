import { path } from '~/platform/http/paths.ts';

export const paths = {
  about: path('/a-propos'),
  first: path('/premiere-action'),
  glossary: path('/glossaire'),
  ecodesign: path('/eco-conception'),
  accessibility: path('/accessibilite'),
  privacy: path('/vie-privee'),
  legal: path('/mentions-legales'),
};
