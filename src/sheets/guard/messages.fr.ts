export const fr = {
  'trap': 'Laissez ce champ vide\u00a0: il sert à reconnaître les robots.',
  'refused.trap': 'Ce champ doit rester vide. Effacez ce qu’il contient, puis envoyez de nouveau.',
  'refused.fast': 'L’envoi a été si rapide que nous l’avons pris pour celui d’un robot. Relisez-vous un instant, puis envoyez de nouveau.',
  'refused.old': 'Cette page était ouverte depuis longtemps. Envoyez de nouveau\u00a0: rien n’est perdu.',
  'refused.often': 'Beaucoup de messages viennent de votre réseau depuis une heure. Réessayez plus tard\u00a0: ce que vous avez écrit est gardé dans cette page.',
} as const;
