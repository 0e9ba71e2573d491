export const fr = {
  'withheld': 'Nom réservé aux membres',
  'unnamed': 'Personne non nommée',
  'past': '{role} (ancienne fonction)',
  'why.title': 'Pourquoi des noms cachés',
  'why.text': 'Les élus et les ambassadeurs parlent en public : ils sont nommés, avec leur fonction du jour. Les autres choisissent d’être nommés ou non.',
} as const;
