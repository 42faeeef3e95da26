import type { AnalyseFictive } from './analyse-fictive.ts'

/** What happened during a stay: care, daily life, respect. */
export const ANALYSES_DU_SEJOUR: Readonly<Record<string, AnalyseFictive>> = {
  'Sortie décidée un vendredi soir sans ordonnance ni aide à domicile': {
    griefs: [
      {
        citation:
          'On a fait sortir mon mari un vendredi à 19 h. Sans ordonnance, sans transport, sans infirmière',
        motif: 'coordination-sortie',
        gravite: 3,
        intitule: 'Sortie sans ordonnance ni soins organisés',
        constat: 'fonde',
        motivation: 'Sortie décidée par l’interne de garde, liste de sortie non remplie.',
        reponse:
          'Votre mari n’aurait pas dû sortir dans ces conditions. La liste qui vérifie ces points n’a pas été suivie.',
      },
      {
        citation: 'J’ai dû le ramener aux urgences le dimanche.',
        motif: 'accident-sequelles',
        gravite: 3,
        intitule: 'Retour aux urgences deux jours après',
        constat: 'partiellement-fonde',
        motivation: 'Le pansement non refait explique le retour ; pas de séquelle.',
        reponse:
          'Le pansement n’a pas été refait à temps, ce qui a conduit à ce retour. Il n’en reste pas de suite.',
      },
    ],
    fait: {
      heure: '19 h',
      vecu: 'Sortie annoncée à 18 h pour 19 h, sans rien d’organisé.',
      versionDuService: 'Lit demandé en urgence ; sortie avancée d’une journée.',
    },
    cause: { famille: 'equipe', description: 'Sortie avancée sans que l’infirmière coordinatrice le sache.' },
    mesure: { intitule: 'Pas de sortie après 17 h sans liste complète', responsable: 'Chef de service' },
  },
  'Douleur non prise en compte après un accouchement': {
    griefs: [
      {
        citation: 'J’ai demandé un antidouleur pendant six heures après ma césarienne.',
        motif: 'douleur',
        gravite: 3,
        intitule: 'Six heures sans antidouleur après une césarienne',
        constat: 'fonde',
        motivation: 'Aucune évaluation de la douleur tracée entre 16 h et 22 h.',
        reponse:
          'Votre douleur n’a pas été évaluée pendant six heures. Une césarienne le demande toutes les deux heures.',
      },
      {
        citation: 'On me répondait que c’était normal d’avoir mal.',
        motif: 'relation-soignants',
        gravite: 2,
        intitule: 'Douleur minimisée',
        constat: 'indeterminable',
        motivation: 'Les agents présents ne s’en souviennent pas.',
        reponse: 'Nous ne pouvons retrouver qui vous a répondu cela. Ces mots n’ont pas leur place ici.',
      },
    ],
    fait: {
      heure: 'de 16 h à 22 h',
      vecu: 'Demandes répétées d’antidouleur, sans réponse.',
      versionDuService: 'Prescription faite à 15 h 40, non transmise à l’équipe du soir.',
    },
    cause: { famille: 'equipe', description: 'Prescription non reprise à la relève de 16 h.' },
    mesure: { intitule: 'Échelle de douleur à chaque relève', responsable: 'Sage-femme coordinatrice' },
  },
  'Repas non adapté à une allergie signalée': {
    griefs: [
      {
        citation: 'On lui a servi un dessert qui en contenait.',
        motif: 'repas',
        gravite: 3,
        intitule: 'Allergène servi à un enfant',
        constat: 'fonde',
        motivation: 'Allergie saisie au dossier de soins, non transmise au logiciel des repas.',
        reponse:
          'L’allergie de votre fils n’était pas parvenue à la cuisine. Vous l’avez vu à temps ; cela ne devait pas reposer sur vous.',
      },
    ],
    fait: {
      heure: 'midi',
      vecu: 'Dessert contenant de l’arachide servi malgré l’alerte du dossier.',
      versionDuService: 'Fiche repas imprimée avant la saisie de l’allergie.',
    },
    cause: { famille: 'organisation', description: 'Deux logiciels, l’allergie saisie dans un seul.' },
    mesure: { intitule: 'Transmettre les allergies au logiciel des repas', responsable: 'Diététicienne' },
  },
  'Refus de laisser entrer un proche en réanimation': {
    griefs: [
      {
        citation: 'On m’a refusé l’entrée en réanimation',
        motif: 'visites',
        gravite: 2,
        intitule: 'Entrée refusée en réanimation',
        constat: 'partiellement-fonde',
        motivation: 'Soin en cours une partie du temps, mais quatre heures ne s’expliquent pas.',
        reponse: 'Un soin imposait d’attendre une heure. Le reste de cette attente ne se justifie pas.',
      },
      {
        citation:
          'je suis sa personne de confiance. J’ai attendu quatre heures dans le couloir qu’on retrouve le papier',
        motif: 'personne-de-confiance',
        gravite: 2,
        intitule: 'Désignation de la personne de confiance introuvable',
        constat: 'fonde',
        motivation: 'Formulaire rangé au dossier papier du service précédent.',
        reponse: 'Votre désignation était dans un autre service. Elle aurait dû suivre votre compagne.',
      },
    ],
    fait: {
      heure: 'l’après-midi',
      vecu: 'Quatre heures d’attente dans le couloir.',
      versionDuService: 'Soin de 14 h à 15 h, puis recherche du formulaire.',
    },
    cause: { famille: 'taches', description: 'La désignation reste sur papier et ne suit pas le patient.' },
    mesure: { intitule: 'Saisir la personne de confiance à l’admission', responsable: 'Bureau des entrées' },
  },
  'Manque d’hygiène dans les sanitaires du service': {
    griefs: [
      {
        citation: 'les sanitaires n’ont été nettoyés que deux fois. Il n’y avait plus de savon.',
        motif: 'proprete',
        gravite: 2,
        intitule: 'Sanitaires peu nettoyés, sans savon',
        constat: 'non-fonde',
        motivation: 'Feuilles de passage signées deux fois par jour et contrôle du troisième jour conforme.',
        reponse:
          'Les feuilles de passage montrent deux nettoyages par jour et un contrôle conforme. Nous entendons que vous ne l’avez pas vu ainsi.',
      },
    ],
    fait: {
      heure: '',
      vecu: 'Signalement chaque matin, sans changement.',
      versionDuService: 'Passages signés matin et soir ; rupture de savon un jour.',
    },
    cause: {
      famille: 'environnement',
      description: 'Rupture d’approvisionnement en savon un jour sur cinq.',
    },
    mesure: { intitule: 'Réserve de savon à l’étage', responsable: 'Gouvernante hôtelière' },
  },
  'Information donnée sur un diagnostic dans un couloir': {
    griefs: [
      {
        citation: 'C’est dans un couloir, debout, devant d’autres familles',
        motif: 'annonce',
        gravite: 3,
        intitule: 'Annonce dans un couloir',
        constat: 'fonde',
        motivation: 'Le médecin le reconnaît et s’en excuse.',
        reponse: 'Le médecin reconnaît vous avoir parlé dans ce couloir et vous en présente ses excuses.',
      },
      {
        citation: 'devant d’autres familles, que l’on m’a annoncé que la tumeur de ma sœur avait grossi',
        motif: 'confidentialite',
        gravite: 3,
        intitule: 'Secret médical non respecté',
        constat: 'fonde',
        motivation: 'D’autres personnes pouvaient entendre.',
        reponse: 'D’autres personnes pouvaient entendre : le secret dû à votre sœur n’a pas été respecté.',
      },
    ],
    fait: {
      heure: '',
      vecu: 'Annonce de l’évolution de la maladie dans le couloir.',
      versionDuService: 'Salon des familles occupé ; annonce non reportée.',
    },
    cause: { famille: 'individuel', description: 'Annonce faite dans l’urgence, sans lieu.' },
    mesure: { intitule: 'Réserver le salon des familles pour les annonces', responsable: 'Cadre du service' },
  },
  'Vêtements et papiers égarés lors d’un changement de chambre': {
    griefs: [
      {
        citation: 'son sac a disparu : vêtements, carte d’identité, chéquier',
        motif: 'vols-pertes',
        gravite: 2,
        intitule: 'Sac disparu pendant un transfert',
        constat: 'fonde',
        motivation: 'Aucun bon de transfert des effets personnels.',
        reponse:
          'Aucun bon n’a accompagné le sac de votre oncle. Nous prenons à notre charge ses papiers et ses vêtements.',
      },
    ],
    fait: {
      heure: '',
      vecu: 'Sac parti d’un service, jamais arrivé dans l’autre.',
      versionDuService: 'Chaque service renvoie à l’autre ; pas de trace écrite.',
    },
    cause: { famille: 'taches', description: 'Le transfert des effets ne laisse pas de trace.' },
    mesure: { intitule: 'Bon de transfert signé des deux services', responsable: 'Direction des soins' },
  },
  'Rendez-vous annulé sans prévenir après deux heures de route': {
    griefs: [
      {
        citation: 'une consultation annulée dont personne ne m’avait prévenu',
        motif: 'rendez-vous',
        gravite: 2,
        intitule: 'Consultation annulée sans prévenir',
        constat: 'fonde',
        motivation: 'Annulation saisie l’avant-veille, aucun appel tracé.',
        reponse:
          'L’annulation datait de l’avant-veille : vous deviez être appelé. Un nouveau rendez-vous vous est proposé cette semaine.',
      },
      {
        citation: 'Le secrétariat n’avait pas mon numéro, alors que je le donne à chaque fois.',
        motif: 'accueil-telephonique',
        gravite: 1,
        intitule: 'Numéro de téléphone non enregistré',
        constat: 'fonde',
        motivation: 'Numéro présent dans un autre logiciel.',
        reponse: 'Votre numéro était dans un autre logiciel. Il est désormais à jour.',
      },
    ],
    fait: {
      heure: '',
      vecu: 'Deux heures de route pour une consultation annulée.',
      versionDuService: 'Praticien absent ; liste d’appels incomplète.',
    },
    cause: { famille: 'organisation', description: 'Coordonnées tenues dans deux logiciels.' },
    mesure: { intitule: 'Vérifier le téléphone à chaque venue', responsable: 'Secrétariats' },
  },
}
