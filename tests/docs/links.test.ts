import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const papers = [...globSync('*.md'), ...globSync('docs/**/*.md')];

test('the papers of the project lead somewhere: every relative link is a file of the repository', () => {
  const broken = papers.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target!.split('#')[0]!)
      .filter((target) => target && !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(path.join(path.dirname(file), decodeURIComponent(target))))
      .map((target) => `${file}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('the papers that a newcomer looks for are there', () => {
  const wanted = ['README.md', 'LISEZMOI.md', 'ARCHITECTURE.md', 'STYLE.md', 'DESIGN.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE', 'publiccode.yml',
    'docs/glossary.md', 'docs/requirements.md', 'docs/dependencies.md', 'docs/operations.md', 'docs/open-data.md', 'docs/accessibility.md', 'docs/privacy.md'];
  expect(wanted.filter((file) => !existsSync(file))).toEqual([]);
});

test('LICENSE is the whole EUPL 1.2', () => {
  const text = readFileSync('LICENSE', 'utf8');
  expect(text).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2/);
  for (let article = 1; article <= 15; article += 1) expect(text).toMatch(new RegExp(`^${article}\\.`, 'm'));
  expect(text).toContain('Compatible Licences');
});

test('nothing in the papers tells of the machine they were written on', () => {
  const leaks = papers.flatMap((file) => (/\/(?:work|tmp|home|root)\/[a-z]|127\.0\.0\.1:\d{4,5}\/|_authToken/.test(readFileSync(file, 'utf8')) ? [file] : []));
  expect(leaks).toEqual([]);
});
