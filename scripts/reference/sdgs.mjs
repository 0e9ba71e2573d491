import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeList } from './write.mjs';

const [xml] = process.argv.slice(2);
const items = (file) =>
  [...readFileSync(path.join(xml, file), 'utf8').matchAll(/<codelist-item[^>]*>\s*<code>([^<]+)<\/code>\s*<name>([\s\S]*?)<\/name>/g)].map(([, code, names]) => ({
    code,
    en: /<narrative>([^<]+)</.exec(names)[1].trim(),
    fr: /<narrative xml:lang="fr">([^<]+)</.exec(names)?.[1].trim(),
  }));
// The official Spanish titles of resolution A/RES/70/1, and the short names that its logo uses in three languages
const spanish = [
  'Poner fin a la pobreza en todas sus formas y en todo el mundo', 'Poner fin al hambre, lograr la seguridad alimentaria y la mejora de la nutrición y promover la agricultura sostenible',
  'Garantizar una vida sana y promover el bienestar de todos a todas las edades', 'Garantizar una educación inclusiva y equitativa de calidad y promover oportunidades de aprendizaje permanente para todos',
  'Lograr la igualdad de género y empoderar a todas las mujeres y las niñas', 'Garantizar la disponibilidad y la gestión sostenible del agua y el saneamiento para todos',
  'Garantizar el acceso a una energía asequible, fiable, sostenible y moderna para todos', 'Promover el crecimiento económico sostenido, inclusivo y sostenible, el empleo pleno y productivo y el trabajo decente para todos',
  'Construir infraestructuras resilientes, promover la industrialización inclusiva y sostenible y fomentar la innovación', 'Reducir la desigualdad en los países y entre ellos',
  'Lograr que las ciudades y los asentamientos humanos sean inclusivos, seguros, resilientes y sostenibles', 'Garantizar modalidades de consumo y producción sostenibles',
  'Adoptar medidas urgentes para combatir el cambio climático y sus efectos', 'Conservar y utilizar sosteniblemente los océanos, los mares y los recursos marinos para el desarrollo sostenible',
  'Proteger, restablecer y promover el uso sostenible de los ecosistemas terrestres, gestionar sosteniblemente los bosques, luchar contra la desertificación, detener e invertir la degradación de las tierras y detener la pérdida de biodiversidad',
  'Promover sociedades pacíficas e inclusivas para el desarrollo sostenible, facilitar el acceso a la justicia para todos y construir a todos los niveles instituciones eficaces e inclusivas que rindan cuentas',
  'Fortalecer los medios de implementación y revitalizar la Alianza Mundial para el Desarrollo Sostenible',
];
const short = {
  fr: ['Pas de pauvreté', 'Faim « zéro »', 'Bonne santé et bien-être', 'Éducation de qualité', 'Égalité entre les sexes', 'Eau propre et assainissement', 'Énergie propre et d’un coût abordable', 'Travail décent et croissance économique', 'Industrie, innovation et infrastructure', 'Inégalités réduites', 'Villes et communautés durables', 'Consommation et production responsables', 'Lutte contre les changements climatiques', 'Vie aquatique', 'Vie terrestre', 'Paix, justice et institutions efficaces', 'Partenariats pour la réalisation des objectifs'],
  en: ['No poverty', 'Zero hunger', 'Good health and well-being', 'Quality education', 'Gender equality', 'Clean water and sanitation', 'Affordable and clean energy', 'Decent work and economic growth', 'Industry, innovation and infrastructure', 'Reduced inequalities', 'Sustainable cities and communities', 'Responsible consumption and production', 'Climate action', 'Life below water', 'Life on land', 'Peace, justice and strong institutions', 'Partnerships for the goals'],
  es: ['Fin de la pobreza', 'Hambre cero', 'Salud y bienestar', 'Educación de calidad', 'Igualdad de género', 'Agua limpia y saneamiento', 'Energía asequible y no contaminante', 'Trabajo decente y crecimiento económico', 'Industria, innovación e infraestructura', 'Reducción de las desigualdades', 'Ciudades y comunidades sostenibles', 'Producción y consumo responsables', 'Acción por el clima', 'Vida submarina', 'Vida de ecosistemas terrestres', 'Paz, justicia e instituciones sólidas', 'Alianzas para lograr los objetivos'],
};
const bare = (text) => text.replace(/^(Goal|Objectif) \d+\.\s*/, '');
const goals = items('UNSDG-Goals.xml').map(({ code, en, fr }) => ({
  n: Number(code), short: { fr: short.fr[code - 1], en: short.en[code - 1], es: short.es[code - 1] }, title: { fr: bare(fr), en: bare(en), es: spanish[code - 1] },
}));
const targets = items('UNSDG-Targets.xml').map(({ code, en, fr }) => ({ code, fr, en }));
const header = { source: 'IATI Codelists NonEmbedded, UNSDG-Goals and UNSDG-Targets, commit 7aeece773c60afa0265eb95e988d5e61e96d8482 (2026-06-22), replica of the United Nations lists. Spanish titles: resolution A/RES/70/1.', licence: 'CC BY 4.0 (IATI Standard)', date: '2026-06-22' };
writeList('sdg-goals.json', header, 'goals', goals);
writeList('sdg-targets.json', { ...header, source: `${header.source} The Spanish text of the targets is not in this source.` }, 'targets', targets);
