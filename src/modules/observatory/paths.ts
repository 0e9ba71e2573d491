import { path } from '~/platform/http/paths.ts';

export const paths = {
  show: path('/observatoire'),
  json: path('/observatoire.json'),
  csv: path('/observatoire.csv'),
  geojson: path('/observatoire.geojson'),
  tile: path('/carte/:z{[0-9]+}/:x{[0-9]+}/:y{[0-9]+\\.pbf}'),
};

/** As MapLibre fills it in. */
export const tileTemplate = '/carte/{z}/{x}/{y}.pbf';
