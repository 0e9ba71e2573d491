export const fr = {
  'kind.one': 'Thème',
  'kind.many': '{n, plural, one {# thème} other {# thèmes}}',
  'type.theme': 'Thème',
  'type.sous-theme': 'Sous-thème',
};
