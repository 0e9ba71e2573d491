import { expect, test } from 'vitest';
import { isBackwards, readWhen } from './when.ts';

const say = (text: string) => {
  const read = readWhen(text);
  return read ? [read.start.value, read.end?.value, read.starts, read.ends].filter(Boolean).join(' ') : undefined;
};

test('R142 one line says when, as precisely as one knows', () => {
  const cases: Record<string, string | undefined> = {
    '2027': '2027',
    'mai 2027': '2027-05',
    'le 12 mars 2027': '2027-03-12',
    '12 mars 2027 à 10 h': '2027-03-12 10:00',
    '12 mars 2027, 10 h 30': '2027-03-12 10:30',
    '12/03/2027 10h30 - 12h': '2027-03-12 10:30 12:00',
    '12 mars 2027 de 10 h à 12 h': '2027-03-12 10:00 12:00',
    '18-21 novembre 2027': '2027-11-18 2027-11-21',
    '18–21 novembre 2027': '2027-11-18 2027-11-21',
    'du 18 au 21 novembre 2027': '2027-11-18 2027-11-21',
    'du 30 mai au 2 juin 2027': '2027-05-30 2027-06-02',
    'du 30 décembre 2027 au 2 janvier 2028': '2027-12-30 2028-01-02',
    '2027-11-18 – 2027-11-21': '2027-11-18 2027-11-21',
    'mai-juin 2027': '2027-05 2027-06',
    '18-21 November 2027': '2027-11-18 2027-11-21',
    'del 18 al 21 de noviembre de 2027': '2027-11-18 2027-11-21',
    '12 March 2027 at 14:30': '2027-03-12 14:30',
    '1er mai 2027': '2027-05-01',
    'mai 2027 à 10 h': undefined,
    '31 février 2027': undefined,
    '12 mars 2027 à 25 h': undefined,
    'bientôt': undefined,
  };
  expect(Object.fromEntries(Object.keys(cases).map((text) => [text, say(text)]))).toEqual(cases);
});

test('an end before its beginning is seen', () => {
  expect(isBackwards(readWhen('du 12 mars 2027 au 10 mars 2027')!)).toBe(true);
  expect(isBackwards(readWhen('12 mars 2027, 12 h – 10 h')!)).toBe(true);
  expect(isBackwards(readWhen('12 mars 2027, 10 h – 12 h')!)).toBe(false);
});
