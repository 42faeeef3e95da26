import type { Article, Lecture } from './regle.ts'

/** A sentence every answer to a complaint says, in the words of the application: no template may leave it out. */
export interface MentionDeReponse extends Lecture {
  readonly code: 'mediation' | 'accompagnement'
  readonly article: Article
  readonly libelle: string
  readonly texte: string
}

const LECTURE = {
  source:
    'https://french-business-law.com/french-legislation-art/article-r1112-92-of-the-french-public-health-code',
  dateLecture: '2026-11-22',
  versionLue: 'texte mentionnant la commission des usagers',
} as const satisfies Lecture

/**
 * What the answer tells besides the answer itself: the right to seize a mediator, and to come with a representative of the
 * users. @source CSP, art. R. 1112-92
 */
export const MENTIONS_DE_REPONSE = {
  mediation: {
    ...LECTURE,
    code: 'mediation',
    article: 'CSP, art. R. 1112-92',
    libelle: 'Possibilité de saisir un médiateur',
    texte:
      'Vous pouvez saisir un médiateur de l’établissement, en écrivant à notre service : le médiateur médecin connaît de l’organisation des soins et du fonctionnement médical du service, le médiateur non médecin de toute autre question. Si votre réclamation les intéresse tous deux, ils sont saisis ensemble.',
  },
  accompagnement: {
    ...LECTURE,
    code: 'accompagnement',
    article: 'CSP, art. R. 1112-92',
    libelle: 'Accompagnement par un représentant des usagers',
    texte:
      'Pour la rencontre avec le médiateur, vous pouvez vous faire accompagner d’un représentant des usagers, membre de la commission des usagers.',
  },
} as const satisfies { readonly [C in MentionDeReponse['code']]: MentionDeReponse & { readonly code: C } }
