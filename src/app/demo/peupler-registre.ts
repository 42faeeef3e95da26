import { type JourCivil, jourDe } from '#core/echeances/domain/jour-civil.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import { calculerCle } from '#core/personnes/domain/nir.ts'
import type { Appeler } from './appels.ts'
import { ilYA } from './histoire.ts'

interface Monde {
  readonly appeler: Appeler
  readonly acteurs: ReadonlyMap<string, ActeurAgent>
  readonly structures: ReadonlyMap<string, string>
  readonly maintenant: Date
}

interface Personne {
  readonly civilite: 'mme' | 'm'
  readonly prenom: string
  readonly nom: string
  readonly nomDeNaissance?: string
  readonly neeLe?: JourCivil | null
  readonly courriel?: string
  readonly telephone?: string
  readonly voie?: string
  readonly codePostal?: string
  readonly commune?: string
}

const VIDE = {
  nomDeNaissance: '',
  neeLe: null,
  courriel: '',
  telephone: '',
  complement: '',
  voie: '',
  lieuDit: '',
  codePostal: '',
  commune: '',
  pays: '',
}

interface Lettre {
  readonly ilYA: number
  readonly objet: string
  readonly recit: string
  readonly auteur: Personne
}

const VALMONT = { codePostal: '99120', commune: 'Valmont-sur-Orge' }

/** One evening, three families: what an affaire is for. */
const PANNE: readonly Lettre[] = [
  {
    ilYA: 12,
    objet: 'Chambre sans chauffage pendant deux nuits',
    recit:
      'Ma mère, hospitalisée en pneumologie, a passé deux nuits à quatorze degrés. On nous a donné des couvertures, personne n’a su dire quand le chauffage serait réparé.',
    auteur: {
      civilite: 'mme',
      prenom: 'Odile',
      nom: 'Vauquelin',
      courriel: 'odile.vauquelin@courriel.example',
      voie: '3 RUE DU PRESSOIR',
      ...VALMONT,
    },
  },
  {
    ilYA: 11,
    objet: 'Aggravation d’une bronchite après une panne de chauffage',
    recit:
      'Mon état s’est aggravé après deux nuits sans chauffage dans le service de pneumologie. Je demande des explications et les mesures prises pour que cela ne se reproduise pas.',
    auteur: {
      civilite: 'm',
      prenom: 'Aurélien',
      nom: 'Brisebarre',
      telephone: '06 99 00 31 17',
      voie: '41 ROUTE DE LA FORGE',
      ...VALMONT,
    },
  },
  {
    ilYA: 9,
    objet: 'Aucune information pendant la panne de chauffage',
    recit:
      'Pendant la panne de chauffage en pneumologie, nous avons appelé trois fois sans obtenir de réponse. Un mot sur la porte aurait suffi.',
    auteur: {
      civilite: 'mme',
      prenom: 'Ghislaine',
      nom: 'Petitjean-Aubry',
      courriel: 'gh.petitjean@courriel.example',
      voie: '8 PLACE DES HALLES',
      ...VALMONT,
    },
  },
]

/** The same people, entered a second time otherwise; then two strangers who only share a name. */
const RECIDIVES: readonly Lettre[] = [
  {
    ilYA: 24,
    objet: 'Appareil auditif égaré aux urgences',
    recit: 'L’appareil auditif de mon mari a disparu pendant son passage aux urgences.',
    auteur: {
      civilite: 'mme',
      prenom: 'Solène',
      nom: 'Lefèvre',
      neeLe: null,
      telephone: '06 99 00 55 21',
      voie: '12 AVENUE DE L’ÉGLISE',
      ...VALMONT,
    },
  },
  {
    ilYA: 4,
    objet: 'Rendez-vous de consultation annulé deux fois',
    recit: 'Ma consultation a été annulée deux fois de suite, la seconde fois le matin même.',
    auteur: {
      civilite: 'mme',
      prenom: 'Solène',
      nom: 'Lefebvre',
      telephone: '+33 6 99 00 55 21',
      voie: '12 av. de l’Eglise',
      ...VALMONT,
    },
  },
  {
    ilYA: 19,
    objet: 'Facture d’une chambre particulière non demandée',
    recit: 'On me facture une chambre particulière que je n’ai pas demandée.',
    auteur: {
      civilite: 'mme',
      prenom: 'Marie-Claude',
      nom: 'Thibault',
      nomDeNaissance: 'Carpentier',
      courriel: 'mc.thibault@courriel.example',
    },
  },
  {
    ilYA: 6,
    objet: 'Attente de sept heures avant une radiographie',
    recit: 'J’ai attendu sept heures dans un couloir avant une radiographie du poignet.',
    auteur: {
      civilite: 'mme',
      prenom: 'Marie',
      nom: 'Thibaud',
      courriel: 'MC.Thibault@courriel.example',
      telephone: '06 99 00 80 04',
    },
  },
  {
    ilYA: 16,
    objet: 'Repas servi sans tenir compte d’une allergie',
    recit: 'Le plateau de mon fils contenait des arachides, alors que son allergie était notée.',
    auteur: { civilite: 'm', prenom: 'Julien', nom: 'Garnier', voie: '2 RUE BASSE', ...VALMONT },
  },
  {
    ilYA: 8,
    objet: 'Stationnement impossible pour une personne handicapée',
    recit: 'Aucune place réservée n’était libre devant les consultations, trois jours de suite.',
    auteur: {
      civilite: 'm',
      prenom: 'Julien',
      nom: 'Garnier',
      courriel: 'j.garnier@autre.example',
      codePostal: '99300',
      commune: 'Sainte-Aure',
    },
  },
]

const champ = (reponse: unknown, cle: string): string => String(Reflect.get(Object(reponse), cle))

async function recevoir(monde: Monde, lettre: Lettre, service: string): Promise<string> {
  const { appeler, acteurs, structures, maintenant } = monde
  const camille = acteurs.get('camille')
  const serviceId = structures.get(service)
  if (camille === undefined || serviceId === undefined) throw new Error('The demonstration lacks its people')
  const quand = new Date(maintenant.getTime() - lettre.ilYA * 86_400_000 - 3_600_000)
  const cree = await appeler(camille, quand, 'reclamations.enregistrer', {
    canal: lettre.auteur.courriel === undefined ? 'courrier' : 'courriel',
    recuLe: jourDe(quand, camille.fuseau),
    receptionOrigine: 'saisie',
    objet: lettre.objet,
    recit: lettre.recit,
    estAnonyme: false,
    auteur: { choix: 'nouvelle', personne: { ...VIDE, ...lettre.auteur } },
    qualite: 'patient',
    patient: null,
    services: [serviceId],
    pieces: [],
    brouillonId: null,
  })
  return champ(cree, 'id')
}

/** A number nobody can have: born abroad, in a country that does not exist. */
const NUMERO_FICTIF = '2580399999001'

/** The INS of a fictional patient. */
async function identifier(monde: Monde, dossierId: string): Promise<void> {
  const { appeler, acteurs, maintenant } = monde
  const camille = acteurs.get('camille')
  if (camille === undefined) return
  const { tronc } = Object(await appeler(camille, maintenant, 'reclamations.obtenir', { id: dossierId }))
  const quand = new Date(maintenant.getTime() - 86_400_000)
  const { id: personneId } = tronc.personnes[0]
  const matricule = `${NUMERO_FICTIF}${calculerCle(NUMERO_FICTIF)}`
  await appeler(camille, quand, 'personnes.identifier', { id: personneId, matricule })
}

interface Registre {
  /** enters what was received so many days ago or before: numbers follow the days */
  readonly jusquA: (ilYA: number) => Promise<void>
  /** enters the rest, then opens the affaire */
  readonly finir: () => Promise<void>
}

/** A few people entered twice, two homonyms, and one affaire of three complaints about the same nights. */
export function tenirLeRegistre(monde: Monde): Registre {
  const { appeler, acteurs, maintenant } = monde
  const attendues = [
    ...RECIDIVES.map((lettre) => ({ lettre, service: 'S202', estDeLaPanne: false })),
    ...PANNE.map((lettre) => ({ lettre, service: 'S201', estDeLaPanne: true })),
  ].toSorted((a, b) => b.lettre.ilYA - a.lettre.ilYA)
  const dossiers: string[] = []
  const jusquA = async (depuis: number): Promise<void> => {
    for (let une = attendues[0]; une !== undefined && une.lettre.ilYA > depuis; une = attendues[0]) {
      attendues.shift()
      const id = await recevoir(monde, une.lettre, une.service)
      if (une.estDeLaPanne) dossiers.push(id)
    }
  }
  return {
    jusquA,
    async finir() {
      await jusquA(-1)
      const responsable = acteurs.get('helene')
      const [, deuxieme] = dossiers
      if (responsable === undefined || deuxieme === undefined)
        throw new Error('The demonstration has no head of department')
      await identifier(monde, deuxieme)
      const quand = new Date(maintenant.getTime() - 3 * 86_400_000)
      await appeler(responsable, quand, 'dossiers.creerAffaire', {
        titre: 'Panne de chauffage en pneumologie',
        depuisLe: ilYA(jourDe(maintenant, responsable.fuseau), 14),
        motif:
          'Trois réclamations sur les deux mêmes nuits : une seule enquête auprès du service et des services techniques.',
        dossiers,
      })
    },
  }
}
