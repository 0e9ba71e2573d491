import { renderToString } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { expect, test } from 'vitest';
import { ViewContext } from '~/platform/i18n/index.ts';
import { Button, Choices, Field, FieldGroup } from './index.ts';

function draw(content: VNode): string {
  const view = { lang: 'fr' as const, today: '2026-05-05', path: '/', origin: 'https://jumelles.example', instanceName: '', demo: false, tryable: false, account: null, notice: null, to: (path: string) => path };
  return renderToString(<ViewContext.Provider value={view}>{content}</ViewContext.Provider>);
}

test('several answers to one question are boxes in a group, and « none » is sent as such', () => {
  const html = draw(<Field type="checkboxes" name="themes" label="Thèmes" hint="Trois suffisent." error="Choisissez." options={[['eau', 'Eau'], ['culture', 'Culture']]} values={['culture']} />);
  expect(html).toContain('<legend>Thèmes ');
  expect(html).toContain('<input type="hidden" name="themes" value');
  expect(html.match(/type="checkbox"/g)).toHaveLength(2);
  expect(/<input[^>]*value="culture"[^>]*>/.exec(html)![0]).toContain('checked');
  expect(/<input[^>]*value="eau"[^>]*>/.exec(html)![0]).not.toContain('checked');
  expect(html).toContain('aria-describedby="champ-themes-aide champ-themes-erreur"');
});

test('one answer among several sends nothing more than itself', () => {
  expect(draw(<Choices type="radio" name="etat" options={[['a', 'A']]} values={['a']} />)).not.toContain('hidden');
});

test('questions that belong together stand in a group under their heading', () => {
  expect(draw(<FieldGroup title="Le départ"><Field name="debut" label="Début" /></FieldGroup>)).toMatch(/<fieldset class="field-group"><legend><h2>Le départ<\/h2><\/legend>.*<\/fieldset>/);
});

test('a second gesture of a form says where it goes', () => {
  expect(draw(<Button formAction="/refus">Refuser</Button>)).toContain('formaction="/refus"');
});
