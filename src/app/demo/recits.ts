/** Fictional complaints and thanks. `{service}` is the name of the service concerned. */
export const RECLAMATIONS: readonly {
  readonly objet: string
  readonly recit: string
  readonly services: readonly string[]
}[] = [
  {
    objet: 'Attente de neuf heures aux urgences sans information',
    recit:
      'Madame, Monsieur,\n\nMon père, âgé de 81 ans, est arrivé aux urgences à 14 h pour une chute. Il a été vu par un médecin à 23 h. Pendant neuf heures, personne ne nous a dit combien de temps il faudrait attendre, ni proposé à boire. Je comprends l’affluence, pas le silence.\n\nJe vous demande comment vous comptez éviter que cela se reproduise.',
    services: ['S101'],
  },
  {
    objet: 'Paroles blessantes d’un soignant pendant la nuit',
    recit:
      'Dans la nuit de mardi à mercredi, j’ai sonné deux fois car je n’arrivais plus à respirer. On m’a répondu que « les autres aussi attendent » et que je n’étais pas seule au monde. J’ai pleuré jusqu’au matin. L’équipe de jour, elle, a été parfaite.',
    services: ['S201', 'S202', 'S203'],
  },
  {
    objet: 'Perte d’un appareil auditif pendant l’hospitalisation',
    recit:
      'À l’entrée de ma mère, l’inventaire mentionnait ses deux appareils auditifs. À la sortie, il n’en restait qu’un. Le service m’a dit d’écrire. Un appareil coûte 1 450 €. Je joins la facture et l’inventaire signé.',
    services: ['S203', 'S301', 'S302'],
  },
  {
    objet: 'Intervention reportée trois fois, dont une fois au bloc',
    recit:
      'Mon opération du genou a été reportée une première fois par téléphone, une deuxième fois la veille, et une troisième alors que j’étais déjà prémédiqué. J’avais posé des congés et organisé la garde de mes enfants. Personne ne m’a présenté d’excuses.',
    services: ['S301', 'S303'],
  },
  {
    objet: 'Compte rendu de scanner jamais transmis au médecin traitant',
    recit:
      'J’ai passé un scanner il y a cinq semaines. Mon médecin n’a rien reçu malgré trois appels de sa part et deux de la mienne. On me renvoie d’un standard à l’autre. Je demande ce compte rendu et une explication.',
    services: ['S501'],
  },
  {
    objet: 'Facture reçue pour une chambre particulière non demandée',
    recit:
      'Je reçois une facture de 312 € pour une chambre particulière. J’ai été placé dans cette chambre faute de place, l’infirmière peut en témoigner. Je n’ai signé aucune demande.',
    services: ['S502'],
  },
  {
    objet: 'Sortie décidée un vendredi soir sans ordonnance ni aide à domicile',
    recit:
      'On a fait sortir mon mari un vendredi à 19 h. Sans ordonnance, sans transport, sans infirmière prévue pour le pansement. J’ai dû le ramener aux urgences le dimanche.',
    services: ['S203', 'S302', 'S201'],
  },
  {
    objet: 'Douleur non prise en compte après un accouchement',
    recit:
      'J’ai demandé un antidouleur pendant six heures après ma césarienne. On me répondait que c’était normal d’avoir mal. La sage-femme de nuit a fini par appeler l’anesthésiste. Je ne veux pas que cela arrive à une autre.',
    services: ['S401'],
  },
  {
    objet: 'Repas non adapté à une allergie signalée',
    recit:
      'Mon fils est allergique à l’arachide, c’est écrit en rouge sur son dossier. On lui a servi un dessert qui en contenait. Heureusement je l’ai vu. Je n’ose imaginer si je n’avais pas été là.',
    services: ['S402', 'S503'],
  },
  {
    objet: 'Refus de laisser entrer un proche en réanimation',
    recit:
      'On m’a refusé l’entrée en réanimation alors que ma compagne y était et que je suis sa personne de confiance. J’ai attendu quatre heures dans le couloir qu’on retrouve le papier.',
    services: ['S103'],
  },
  {
    objet: 'Manque d’hygiène dans les sanitaires du service',
    recit:
      'Pendant les cinq jours de mon hospitalisation, les sanitaires n’ont été nettoyés que deux fois. Il n’y avait plus de savon. J’ai signalé le problème chaque matin.',
    services: ['S201', 'S301', 'S203'],
  },
  {
    objet: 'Information donnée sur un diagnostic dans un couloir',
    recit:
      'C’est dans un couloir, debout, devant d’autres familles, que l’on m’a annoncé que la tumeur de ma sœur avait grossi. Je ne demande pas de sanction. Je demande que cela ne se fasse plus.',
    services: ['S201', 'S302', 'S202'],
  },
  {
    objet: 'Vêtements et papiers égarés lors d’un changement de chambre',
    recit:
      'Lors du transfert de mon oncle vers un autre service, son sac a disparu : vêtements, carte d’identité, chéquier. Le service d’origine dit l’avoir envoyé, l’autre dit ne l’avoir jamais reçu.',
    services: ['S203', 'S202'],
  },
  {
    objet: 'Rendez-vous annulé sans prévenir après deux heures de route',
    recit:
      'J’ai fait deux heures de route pour une consultation annulée dont personne ne m’avait prévenu. Le secrétariat n’avait pas mon numéro, alors que je le donne à chaque fois.',
    services: ['S301', 'S202', 'S501'],
  },
]

export const ELOGES: readonly string[] = [
  'Merci à toute l’équipe pour sa gentillesse pendant les trois semaines de mon séjour. Vous avez été formidables.',
  'Je tenais à remercier l’infirmière de nuit qui a tenu la main de ma mère jusqu’au bout. Nous n’oublierons jamais.',
  'Accueil rapide, explications claires, un médecin qui écoute : bravo aux urgences !',
  'Mon fils avait très peur de l’opération. L’équipe lui a montré le bloc avec un nounours. Il en parle encore, en souriant.',
  'Merci aux aides-soignantes, toujours de bonne humeur malgré la charge de travail que nous avons bien vue.',
  'La sage-femme qui a suivi mon accouchement a été d’une patience exemplaire. Merci du fond du cœur.',
  'Très bonne organisation en ambulatoire : entré à 7 h, sorti à 15 h, tout expliqué, rappelé le lendemain.',
]

export const NOMS: readonly string[] = [
  'Aubry',
  'Besson',
  'Carpentier',
  'Delmas',
  'Énault',
  'Ferreira',
  'Guérin',
  'Haddad',
  'Imbert',
  'Jourdan',
  'Kaddour',
  'Lefèvre',
  'Moreau',
  'Nguyen',
  'Ollivier',
  'Pelletier',
  'Quéré',
  'Rousseau',
  'Sanchez',
  'Traoré',
  'Urbain',
  'Vasseur',
  'Weber',
  'Yilmaz',
  'Zemmour-Brun',
  'L’Hostis',
  'Cœurdevey',
  'Da Silva',
  'Le Bihan',
  'd’Ornano',
]
export const PRENOMS: readonly (readonly ['mme' | 'm', string])[] = [
  ['mme', 'Anne'],
  ['m', 'Bernard'],
  ['mme', 'Chantal'],
  ['m', 'Daniel'],
  ['mme', 'Éliane'],
  ['m', 'François'],
  ['mme', 'Geneviève'],
  ['m', 'Hugo'],
  ['mme', 'Inès'],
  ['m', 'Jean-Marc'],
  ['mme', 'Karima'],
  ['m', 'Louis'],
  ['mme', 'Marie-José'],
  ['m', 'Nicolas'],
  ['mme', 'Odile'],
  ['m', 'Pierre'],
  ['mme', 'Rachida'],
  ['m', 'Sébastien'],
  ['mme', 'Thérèse'],
  ['mme', 'Yvonne'],
  ['mme', 'Zoé'],
]
export const RUES: readonly string[] = [
  'RUE DU MOULIN',
  'AVENUE DE LA GARE',
  'PLACE DE L EGLISE',
  'CHEMIN DES VIGNES',
  'RUE JEAN JAURES',
  'IMPASSE DES LILAS',
]
export const COMMUNES: readonly (readonly [string, string])[] = [
  ['99120', 'VALMONT SUR ORGE'],
  ['99130', 'SAINT AUBIN'],
  ['99140', 'LA FERTE HAUTE'],
  ['99150', 'BOISVILLE'],
]
