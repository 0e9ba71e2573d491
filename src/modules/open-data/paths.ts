import { path } from '~/platform/http/paths.ts';

export const paths = {
  about: path('/donnees'),
  news: path('/nouveautes'),
  atom: path('/nouveautes.atom'),
  sitemap: path('/sitemap.xml'),
  sitemapPart: path('/sitemaps/:n{[0-9]+\\.xml}'),
  robots: path('/robots.txt'),
  // every kind of sheet has its files beside its page: /partenariats/bordeaux-lima.json
  sheetJson: path('/:section/:file{[^/]+\\.json}'),
  sheetCsv: path('/:section/:file{[^/]+\\.csv}'),
  sheetGeojson: path('/:section/:file{[^/]+\\.geojson}'),
};
