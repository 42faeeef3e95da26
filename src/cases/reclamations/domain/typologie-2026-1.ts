import type { FamilleDeMotifs, Motif, SansEquivalent, Typologie } from './motifs.ts'

const NON_DISTINGUE = 'La liste de l’AP-HP ne le distingue pas : compté dans sa famille.'
const ENTRE_DEUX = 'Relève selon le cas de deux motifs de l’AP-HP : compté dans sa famille.'
const HORS_LISTE: SansEquivalent = {
  famille: null,
  raison: 'Les cinq familles de l’AP-HP ne comptent ni les droits ni la sécurité : compté à part.',
}
const RESTE = 'Ce qui n’entre pas ailleurs : à lire un par un.'
const SANS_CASE = 'Sans cette ligne, un grief qui n’entre nulle part serait mal rangé plutôt que signalé.'

const accueil = (motif: 'facturation' | 'qualité de l’accueil' | 'attente') =>
  ({ famille: 'accueil', motif }) as const
const medicale = (
  motif: 'relation avec le médecin' | 'qualité de l’information médicale' | 'qualité des soins',
) => ({ famille: 'medicale', motif }) as const
const paramedicale = (
  motif: 'relations avec le personnel soignant' | 'qualité des soins' | 'organisation des examens',
) => ({ famille: 'paramedicale', motif }) as const
const hotellerie = { famille: 'vie-quotidienne', motif: 'prestations hôtelières' } as const
const pertes = { famille: 'vie-quotidienne', motif: 'vols et pertes d’objets, de vêtements' } as const
const respect = (raison: string) => ({ famille: 'respect', motif: null, raison }) as const

const autre = (code: string, apHp: Motif['apHp']): Motif => ({
  code,
  libelle: 'Autre',
  apHp,
  mots: 'divers',
  ajout: SANS_CASE,
})

const ACCUEIL: readonly Motif[] = [
  {
    code: 'accueil-telephonique',
    libelle: 'Accueil téléphonique',
    apHp: accueil('qualité de l’accueil'),
    mots: 'standard appel injoignable décroche répond secrétariat',
  },
  {
    code: 'accueil-physique',
    libelle: 'Accueil physique',
    apHp: accueil('qualité de l’accueil'),
    mots: 'guichet hôtesse bonjour secrétariat impoli',
  },
  {
    code: 'rendez-vous',
    libelle: 'Rendez-vous',
    apHp: { famille: 'accueil', motif: null, raison: NON_DISTINGUE },
    mots: 'rdv annulé reporté consultation délai obtenir',
  },
  {
    code: 'attente-consultation',
    libelle: 'Attente en consultation',
    apHp: accueil('attente'),
    mots: 'salle retard heures',
  },
  {
    code: 'attente-urgences',
    libelle: 'Attente aux urgences',
    apHp: accueil('attente'),
    mots: 'brancard couloir tri heures',
  },
  {
    code: 'admission',
    libelle: 'Admission',
    apHp: { famille: 'accueil', motif: null, raison: NON_DISTINGUE },
    mots: 'entrée formalités bureau des entrées inscription',
  },
  {
    code: 'facturation',
    libelle: 'Facturation',
    apHp: accueil('facturation'),
    mots: 'facture tarif prix mutuelle remboursement dépassement honoraires',
  },
  {
    code: 'chambre-particuliere',
    libelle: 'Chambre particulière',
    apHp: { famille: 'accueil', motif: null, raison: 'Facturation ou hôtellerie : l’AP-HP ne tranche pas.' },
    mots: 'seule individuelle supplément facture',
  },
  {
    code: 'etat-civil',
    libelle: 'État civil, identité',
    apHp: { famille: 'accueil', motif: null, raison: NON_DISTINGUE },
    mots: 'nom erreur naissance déclaration identitovigilance',
  },
  {
    code: 'acces-signaletique',
    libelle: 'Accès, parking, signalétique',
    apHp: { famille: null, raison: 'Ni accueil ni hôtellerie dans la liste de l’AP-HP : compté à part.' },
    mots: 'stationnement place panneau orientation handicap ascenseur perdu trouver',
  },
  autre('accueil-autre', { famille: 'accueil', motif: null, raison: RESTE }),
]

const MEDICALE: readonly Motif[] = [
  {
    code: 'diagnostic',
    libelle: 'Diagnostic',
    apHp: medicale('qualité des soins'),
    mots: 'erreur retard examen passé à côté radio fracture',
  },
  {
    code: 'traitement',
    libelle: 'Traitement, prescription',
    apHp: medicale('qualité des soins'),
    mots: 'ordonnance médicament effet suivi',
  },
  {
    code: 'chirurgie-anesthesie',
    libelle: 'Chirurgie, anesthésie',
    apHp: { famille: 'medicale', motif: null, raison: ENTRE_DEUX },
    mots: 'opération intervention bloc cicatrice',
  },
  {
    code: 'accident-sequelles',
    libelle: 'Accident médical, séquelles',
    apHp: { famille: 'medicale', motif: 'accidents thérapeutiques et séquelles' },
    mots: 'complication aléa dommage handicap',
    ajout: 'La liste de l’AP-HP a ce motif, la synthèse ne l’avait pas.',
  },
  {
    code: 'delai-report',
    libelle: 'Délai ou report d’un acte',
    apHp: { famille: 'medicale', motif: null, raison: NON_DISTINGUE },
    mots: 'intervention reportée annulée déprogrammée attente opération hospitalisation prise en charge jours',
    ajout: 'Une opération reportée n’est ni une attente en consultation ni un rendez-vous.',
  },
  {
    code: 'douleur',
    libelle: 'Douleur',
    apHp: { famille: 'medicale', motif: null, raison: NON_DISTINGUE },
    mots: 'souffrance mal antalgique antidouleur morphine péridurale',
  },
  {
    code: 'infection',
    libelle: 'Infection',
    apHp: { famille: 'medicale', motif: null, raison: NON_DISTINGUE },
    mots: 'nosocomiale bactérie staphylocoque associée aux soins',
  },
  {
    code: 'information-consentement',
    libelle: 'Information, consentement',
    apHp: medicale('qualité de l’information médicale'),
    mots: 'explication risques expliqué sans accord résultats compte rendu',
  },
  {
    code: 'annonce',
    libelle: 'Annonce',
    apHp: medicale('qualité de l’information médicale'),
    mots: 'diagnostic grave cancer décès couloir maladie',
  },
  {
    code: 'relation-medecin',
    libelle: 'Relation avec le médecin',
    apHp: medicale('relation avec le médecin'),
    mots: 'attitude écoute mépris propos interne chirurgien comportement froid arrogant',
  },
  {
    code: 'coordination-sortie',
    libelle: 'Coordination, sortie',
    apHp: { famille: 'medicale', motif: null, raison: NON_DISTINGUE },
    mots: 'transfert transmissions suivi domicile précoce ordonnance médecin traitant courrier renvoyé',
  },
  {
    code: 'refus-de-soins',
    libelle: 'Refus de soins',
    apHp: { famille: 'medicale', motif: null, raison: NON_DISTINGUE },
    mots: 'renvoyé pas pris en charge refusé',
  },
  {
    code: 'dossier-medical-tenue',
    libelle: 'Tenue du dossier médical',
    apHp: { famille: 'medicale', motif: null, raison: NON_DISTINGUE },
    mots: 'compte rendu erreur perdu résultats',
  },
  autre('medicale-autre', { famille: 'medicale', motif: null, raison: RESTE }),
]

const PARAMEDICALE: readonly Motif[] = [
  {
    code: 'soins',
    libelle: 'Soins',
    apHp: paramedicale('qualité des soins'),
    mots: 'toilette change pansement perfusion hygiène infirmier aide-soignant négligence',
  },
  {
    code: 'surveillance',
    libelle: 'Surveillance',
    apHp: paramedicale('qualité des soins'),
    mots: 'laissé seul fugue disparu constantes oublié',
  },
  {
    code: 'chute-escarre',
    libelle: 'Chute pendant les soins, escarre',
    apHp: paramedicale('qualité des soins'),
    mots: 'tombé lit barrière fracture',
  },
  {
    code: 'medicaments',
    libelle: 'Médicaments, administration',
    apHp: paramedicale('qualité des soins'),
    mots: 'erreur dose oubli traitement allergie donné',
  },
  {
    code: 'reponse-aux-appels',
    libelle: 'Réponse aux appels',
    apHp: paramedicale('qualité des soins'),
    mots: 'sonnette sonné attendre nuit venir',
  },
  {
    code: 'relation-soignants',
    libelle: 'Relation avec les soignants',
    apHp: paramedicale('relations avec le personnel soignant'),
    mots: 'attitude propos désagréable impoli empathie comportement infirmière écoute parler portable ash cadre',
  },
  {
    code: 'effectif',
    libelle: 'Effectif',
    apHp: { famille: 'paramedicale', motif: 'insuffisance de personnel' },
    mots: 'manque débordé sous-effectif nombre',
  },
  {
    code: 'examens',
    libelle: 'Examens, imagerie, laboratoire',
    apHp: paramedicale('organisation des examens'),
    mots: 'scanner irm radio prise de sang manipulateur à jeun résultats compte rendu délai',
  },
  {
    code: 'transport-brancardage',
    libelle: 'Transport, brancardage',
    apHp: { famille: 'paramedicale', motif: null, raison: NON_DISTINGUE },
    mots: 'ambulance brancardier taxi vsl',
  },
  autre('paramedicale-autre', { famille: 'paramedicale', motif: null, raison: RESTE }),
]

const VIE_QUOTIDIENNE: readonly Motif[] = [
  {
    code: 'repas',
    libelle: 'Repas',
    apHp: { famille: 'vie-quotidienne', motif: 'alimentation et diététique' },
    mots: 'nourriture plateau régime boire manger froid allergie',
  },
  {
    code: 'chambre',
    libelle: 'Chambre, confort',
    apHp: hotellerie,
    mots: 'lit vétuste douche voisin équipement fauteuil couverture drap plafond locaux',
  },
  {
    code: 'proprete',
    libelle: 'Propreté',
    apHp: { famille: 'vie-quotidienne', motif: 'hygiène et propreté' },
    mots: 'ménage sale toilettes sanitaires nettoyage locaux savon papier',
  },
  { code: 'bruit', libelle: 'Bruit', apHp: hotellerie, mots: 'nuit sommeil crier portes réveiller' },
  {
    code: 'temperature',
    libelle: 'Température',
    apHp: hotellerie,
    mots: 'froid chaud chauffage climatisation',
  },
  { code: 'linge', libelle: 'Linge', apHp: hotellerie, mots: 'draps pyjama vêtements blouse lavage' },
  {
    code: 'television-telephone',
    libelle: 'Télévision, téléphone, internet',
    apHp: hotellerie,
    mots: 'tv wifi abonnement',
  },
  {
    code: 'visites',
    libelle: 'Visites',
    apHp: { famille: 'vie-quotidienne', motif: null, raison: NON_DISTINGUE },
    mots: 'horaires interdit proche accompagnant entrer',
  },
  {
    code: 'vols-pertes',
    libelle: 'Vols, pertes',
    apHp: pertes,
    mots: 'bijou alliance argent sac papiers vêtements disparu égaré inventaire',
  },
  {
    code: 'protheses',
    libelle: 'Prothèses perdues ou abîmées',
    apHp: pertes,
    mots: 'dentier dentaire appareil auditif lunettes',
  },
  autre('vie-quotidienne-autre', { famille: 'vie-quotidienne', motif: null, raison: RESTE }),
]

const RESPECT: readonly Motif[] = [
  {
    code: 'dignite',
    libelle: 'Dignité',
    apHp: { famille: 'respect', motif: 'dignité' },
    mots: 'humiliation urines souillé infantilisé moquerie',
  },
  {
    code: 'intimite',
    libelle: 'Intimité',
    apHp: { famille: 'respect', motif: 'intimité' },
    mots: 'nu pudeur porte ouverte couloir paravent',
  },
  {
    code: 'confidentialite',
    libelle: 'Confidentialité',
    apHp: respect(NON_DISTINGUE),
    mots: 'secret médical devant tiers divulgué',
  },
  {
    code: 'discrimination',
    libelle: 'Discrimination',
    apHp: respect(NON_DISTINGUE),
    mots: 'racisme origine handicap âge sexe cmu css',
  },
  {
    code: 'maltraitance',
    libelle: 'Maltraitance',
    apHp: { famille: 'respect', motif: 'bientraitance' },
    mots: 'violence brutalité coup insulte négligence bientraitance',
  },
  {
    code: 'contention',
    libelle: 'Contention, isolement',
    apHp: respect(NON_DISTINGUE),
    mots: 'attaché sangle barrières',
  },
  {
    code: 'liberte-d-aller-et-venir',
    libelle: 'Liberté d’aller et venir',
    apHp: respect(NON_DISTINGUE),
    mots: 'enfermé sortie psychiatrie sans consentement',
  },
  {
    code: 'croyances',
    libelle: 'Croyances',
    apHp: respect(NON_DISTINGUE),
    mots: 'culte religion laïcité rite',
  },
  {
    code: 'fin-de-vie-deces',
    libelle: 'Fin de vie, décès, chambre mortuaire',
    apHp: respect(NON_DISTINGUE),
    mots: 'mort palliatif corps toilette mortuaire prévenu deuil',
  },
  autre('respect-autre', respect(RESTE)),
]

const DROITS: readonly Motif[] = [
  {
    code: 'acces-au-dossier',
    libelle: 'Accès au dossier',
    apHp: HORS_LISTE,
    mots: 'copie demande délai communication archives',
  },
  { code: 'personne-de-confiance', libelle: 'Personne de confiance', apHp: HORS_LISTE, mots: 'désignation' },
  { code: 'directives', libelle: 'Directives anticipées', apHp: HORS_LISTE, mots: 'volonté réanimation' },
  {
    code: 'information-de-la-famille',
    libelle: 'Information de la famille',
    apHp: {
      famille: 'medicale',
      motif: null,
      raison: 'L’information médicale de l’AP-HP est celle du patient : compté dans sa famille.',
    },
    mots: 'proches prévenu nouvelles appelé fils fille',
  },
  autre('droits-autre', HORS_LISTE),
]

const SECURITE: readonly Motif[] = [
  { code: 'agression', libelle: 'Agression', apHp: HORS_LISTE, mots: 'violence coup menace patient voisin' },
  {
    code: 'chute-hors-soins',
    libelle: 'Chute hors des soins',
    apHp: HORS_LISTE,
    mots: 'glissé visiteur escalier sol hall',
  },
  { code: 'intrusion', libelle: 'Intrusion', apHp: HORS_LISTE, mots: 'inconnu chambre entré' },
  autre('securite-autre', HORS_LISTE),
]

const FAMILLES: readonly FamilleDeMotifs[] = [
  { code: 'accueil', libelle: 'Accueil et administration', motifs: ACCUEIL },
  { code: 'medicale', libelle: 'Prise en charge médicale', motifs: MEDICALE },
  { code: 'paramedicale', libelle: 'Prise en charge paramédicale', motifs: PARAMEDICALE },
  { code: 'vie-quotidienne', libelle: 'Vie quotidienne', motifs: VIE_QUOTIDIENNE },
  { code: 'respect', libelle: 'Respect de la personne', motifs: RESPECT },
  { code: 'droits', libelle: 'Droits et dossier', motifs: DROITS },
  { code: 'securite', libelle: 'Sécurité des biens et des personnes', motifs: SECURITE },
]

/**
 * First version. No national list is binding: this one joins those published (AP-HP, CHU de Nice, CHU de Rouen). Praise
 * has the same families and its own type of dossier. Read on 22 November 2026.
 */
export const TYPOLOGIE_2026_1: Typologie = {
  code: '2026-1',
  source: 'Synthèse des typologies publiées : AP-HP 2016, CHU de Nice, CHU de Rouen ; CSP, art. R. 1112-80',
  familles: FAMILLES,
}
