/** Twenty questions as people ask them: words that match from a few sheets to nearly all, with and without filters. */
export const questions = [
  'q=eau', 'q=jumelage&genre=partenariat', 'q=climat&zone=afrique', 'genre=partenariat&zone=europe', 'q=climat&theme=climat', 'genre=action&de=1990&a=2010',
  'q=saint+denis', 'q=paris', 'q=projet&etat=en-cours&pays=MA', 'type=jumelage&zone=afrique&q=formation', 'q=musique+école', 'q=santé', 'q=jeunesse&odd=6',
  'territoire=bordeaux', 'territoire=paris&genre=partenariat', 'q=accord&de=2000', 'pays=PE', 'zone=union-europeenne&theme=eau', 'q=ville', 'q=forêt+littoral&genre=action',
] as const;
