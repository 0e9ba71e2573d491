/** What each page of text is made of: the sections, and how many paragraphs each has in the messages. */
export const texts = {
  about: [['what', 2], ['trust', 2], ['who', 1]],
  accessibility: [['state', 1], ['done', 2], ['missing', 1], ['tell', 1]],
  privacy: [['readers', 1], ['people', 2], ['rights', 1]],
  legal: [['publisher', 1], ['software', 1], ['data', 2]],
  ecodesign: [['choices', 2], ['measure', 1]],
} as const;

export type TextName = keyof typeof texts;
