import type { AnalyseFictive } from './analyse-fictive.ts'
import { ANALYSES_DU_SEJOUR } from './analyses-du-sejour.ts'

/** By subject of the letter: those of `recits.ts`, each with the griefs its own words hold. */
export const ANALYSES: Readonly<Record<string, AnalyseFictive>> = {
  'Attente de neuf heures aux urgences sans information': {
    griefs: [
      {
        citation: 'Il a été vu par un médecin à 23 h.',
        motif: 'attente-urgences',
        gravite: 2,
        intitule: 'Neuf heures d’attente avant le médecin',
        constat: 'fonde',
        motivation:
          'Passage enregistré à 14 h 08, vu à 23 h 02. Quarante-sept patients présents, un médecin absent.',
        reponse:
          'Votre père est arrivé à 14 h 08 et a été vu à 23 h 02. Ce délai n’est pas acceptable pour une personne de son âge ; un médecin manquait ce jour-là et n’a pas été remplacé.',
      },
      {
        citation: 'personne ne nous a dit combien de temps il faudrait attendre, ni proposé à boire',
        motif: 'information-de-la-famille',
        gravite: 1,
        intitule: 'Aucune information pendant l’attente',
        constat: 'fonde',
        motivation:
          'Le cadre confirme qu’aucun passage auprès des familles n’était prévu en salle d’attente.',
        reponse: 'Personne n’est venu vous dire où vous en étiez. Nous le regrettons et changeons cela.',
      },
    ],
    fait: {
      heure: '14 h',
      vecu: 'Arrivée aux urgences après une chute, attente en salle jusqu’à 23 h.',
      versionDuService: 'Accueilli à 14 h 08, trié niveau 3 à 14 h 15, vu à 23 h 02 faute de médecin.',
    },
    cause: {
      famille: 'organisation',
      description: 'Absence d’un médecin non remplacée un jour de forte affluence.',
    },
    mesure: {
      intitule: 'Passage d’un agent toutes les deux heures auprès des personnes qui attendent',
      responsable: 'Cadre de santé des urgences',
    },
  },
  'Paroles blessantes d’un soignant pendant la nuit': {
    griefs: [
      {
        citation: 'On m’a répondu que « les autres aussi attendent » et que je n’étais pas seule au monde.',
        motif: 'relation-soignants',
        gravite: 2,
        intitule: 'Paroles blessantes la nuit',
        constat: 'partiellement-fonde',
        motivation:
          'L’agent reconnaît une réponse brève, non les mots rapportés. Elle était seule pour vingt-deux lits.',
        reponse:
          'L’agent a reconnu vous avoir répondu trop brièvement. Vous étiez en détresse : il fallait venir.',
      },
      {
        citation: 'j’ai sonné deux fois car je n’arrivais plus à respirer',
        motif: 'reponse-aux-appels',
        gravite: 3,
        intitule: 'Appel pour difficulté à respirer resté sans venue',
        constat: 'fonde',
        motivation: 'Deux appels tracés à 2 h 11 et 2 h 24, aucun passage noté avant 3 h.',
        reponse:
          'Vos deux appels sont enregistrés ; personne n’est venu avant 3 heures. C’est une faute de notre part.',
      },
    ],
    fait: {
      heure: 'vers 2 h',
      vecu: 'Deux appels pour une gêne respiratoire, réponse à l’interphone seulement.',
      versionDuService: 'Appels à 2 h 11 et 2 h 24. L’agent était auprès d’un autre patient.',
    },
    cause: {
      famille: 'environnement',
      description: 'Une seule soignante pour vingt-deux lits cette nuit-là.',
    },
    mesure: {
      intitule: 'Consigne écrite : un appel pour gêne respiratoire impose un passage',
      responsable: 'Cadre de nuit',
    },
  },
  'Perte d’un appareil auditif pendant l’hospitalisation': {
    griefs: [
      {
        citation: 'À la sortie, il n’en restait qu’un.',
        motif: 'protheses',
        gravite: 2,
        intitule: 'Appareil auditif perdu',
        constat: 'fonde',
        motivation: 'Inventaire d’entrée signé, aucun inventaire au changement de chambre.',
        reponse:
          'L’inventaire d’entrée mentionnait les deux appareils. Nous transmettons votre facture à notre assureur, qui vous écrira.',
      },
    ],
    fait: {
      heure: '',
      vecu: 'Deux appareils à l’entrée, un seul à la sortie.',
      versionDuService: 'Changement de chambre fait sans nouvel inventaire.',
    },
    cause: { famille: 'taches', description: 'L’inventaire n’est pas refait au changement de chambre.' },
    mesure: {
      intitule: 'Boîte nominative pour les appareils auditifs et dentaires',
      responsable: 'Direction des soins',
    },
  },
  'Intervention reportée trois fois, dont une fois au bloc': {
    griefs: [
      {
        citation: 'une troisième alors que j’étais déjà prémédiqué',
        motif: 'delai-report',
        gravite: 2,
        intitule: 'Intervention reportée trois fois',
        constat: 'fonde',
        motivation: 'Deux reports pour urgences, le troisième pour un plateau incomplet.',
        reponse:
          'Les deux premiers reports tiennent à des urgences. Le troisième, alors que vous étiez prêt, aurait dû être évité.',
      },
      {
        citation: 'Personne ne m’a présenté d’excuses.',
        motif: 'relation-medecin',
        gravite: 1,
        intitule: 'Aucune excuse',
        constat: 'fonde',
        motivation: 'Aucune trace d’un échange avec le patient.',
        reponse: 'Nous vous présentons ces excuses, qui vous étaient dues le jour même.',
      },
    ],
    fait: {
      heure: 'le matin',
      vecu: 'Troisième report, annoncé au bloc après la prémédication.',
      versionDuService: 'Plateau opératoire incomplet découvert à l’ouverture de la salle.',
    },
    cause: { famille: 'taches', description: 'Vérification du plateau faite après l’appel du patient.' },
    mesure: { intitule: 'Vérifier le plateau la veille à 17 h', responsable: 'Cadre du bloc opératoire' },
  },
  'Compte rendu de scanner jamais transmis au médecin traitant': {
    griefs: [
      {
        citation: 'Mon médecin n’a rien reçu malgré trois appels de sa part et deux de la mienne.',
        motif: 'coordination-sortie',
        gravite: 2,
        intitule: 'Compte rendu jamais transmis',
        constat: 'fonde',
        motivation: 'Adresse du médecin traitant erronée dans le dossier administratif.',
        reponse:
          'Le compte rendu partait à une adresse erronée. Il a été remis à votre médecin le jour de notre appel.',
      },
      {
        citation: 'On me renvoie d’un standard à l’autre.',
        motif: 'accueil-telephonique',
        gravite: 1,
        intitule: 'Renvoyé d’un standard à l’autre',
        constat: 'indeterminable',
        motivation: 'Les appels ne sont pas enregistrés : ni confirmé, ni exclu.',
        reponse:
          'Nous n’avons pas de trace de vos appels et ne pouvons dire qui vous a répondu. Nous n’en doutons pas.',
      },
    ],
    fait: {
      heure: '',
      vecu: 'Cinq appels pour obtenir un compte rendu.',
      versionDuService: 'Compte rendu validé le lendemain de l’examen, envoi en échec resté sans suite.',
    },
    cause: { famille: 'organisation', description: 'Personne ne relève les envois en échec.' },
    mesure: { intitule: 'Relever chaque jour les envois en échec', responsable: 'Secrétariat de l’imagerie' },
  },
  'Facture reçue pour une chambre particulière non demandée': {
    griefs: [
      {
        citation: 'Je reçois une facture de 312 € pour une chambre particulière.',
        motif: 'chambre-particuliere',
        gravite: 2,
        intitule: 'Chambre particulière facturée sans demande',
        constat: 'fonde',
        motivation: 'Aucune demande signée au dossier.',
        reponse: 'Vous n’aviez signé aucune demande : la facture est annulée, vous ne devez rien.',
      },
    ],
    fait: {
      heure: '',
      vecu: 'Placé en chambre seule faute de place, facturé ensuite.',
      versionDuService: 'Facturation automatique dès l’occupation de la chambre.',
    },
    cause: { famille: 'organisation', description: 'Le logiciel facture l’occupation, non la demande.' },
    mesure: { intitule: 'Bloquer la facturation sans demande signée', responsable: 'Bureau des entrées' },
  },
  ...ANALYSES_DU_SEJOUR,
}
