import { describe, expect, it } from 'vitest'
import type { DepotVu } from '#core/pieces/contract.ts'
import type { ReclamationVue } from '../contract.ts'
import {
  choisirCanal,
  choisirQui,
  ecrireBrouillon,
  enSaisie,
  erreursDeLEcran,
  estVide,
  FORMULAIRE_VIDE,
  lireBrouillon,
  remplirDepuisLaPrecedente,
  remplirDepuisLeDepot,
} from './brouillon.tsx'
import { suitesDe } from './suites-possibles.tsx'

const ID = '01900000-0000-7000-8000-000000000001'
const JOINTE = '01900000-0000-7000-8000-000000000002'

const piece = (id: string, apercu: DepotVu['piece']['apercu'] = 'texte'): DepotVu['piece'] => ({
  id,
  nature: 'message',
  pieceMereId: null,
  nom: 'message.eml',
  type: 'message/rfc822',
  extension: 'eml',
  apercu,
  taille: 1200,
  sha256: 'ab',
  alertes: [],
  deposeeA: '2026-11-06T08:00:00.000Z',
  lecture: null,
})

const message: NonNullable<DepotVu['message']> = {
  expediteur: { nom: 'Hélène Delattre', courriel: 'helene@exemple.fr' },
  objet: 'RE: TR : Attente aux urgences',
  texte: 'Bonjour,\n14 rue des Ferronniers, 59500 Douai\n06 55 01 02 03\n',
  recuA: '2026-11-05T20:14:00.000Z',
  recuLe: '2026-11-05',
  dateAnnoncee: null,
  messageId: null,
  repondA: [],
  automatique: null,
}

const depot = (d: Partial<DepotVu> = {}): DepotVu => ({
  piece: piece(ID),
  jointes: [piece(JOINTE)],
  refusees: [],
  message,
  doublons: [],
  suites: [],
  ...d,
})

describe('un courriel déposé', () => {
  const rempli = remplirDepuisLeDepot(FORMULAIRE_VIDE, depot())

  it('remplit la fiche, sans retaper une adresse', () => {
    expect(rempli.canal).toBe('courriel')
    expect(rempli.objet).toBe('Attente aux urgences')
    expect(rempli.auteur).toMatchObject({
      choix: 'nouvelle',
      personne: {
        prenom: 'Hélène',
        nom: 'Delattre',
        courriel: 'helene@exemple.fr',
        telephone: '06 55 01 02 03',
        voie: '14 rue des Ferronniers',
        codePostal: '59500',
        commune: 'Douai',
      },
    })
  })

  it('propose le jour de réception, que l’agent doit confirmer', () => {
    expect(rempli).toMatchObject({
      recuLe: '2026-11-05',
      receptionOrigine: 'message-recu',
      receptionConfirmee: false,
    })
    expect(erreursDeLEcran(rempli, '2026-11-22')).toHaveProperty('receptionConfirmee')
    expect(erreursDeLEcran({ ...rempli, receptionConfirmee: true }, '2026-11-22')).toEqual({})
  })

  it('ne propose aucun jour quand rien de sûr ne le dit', () => {
    const sans = depot({ message: { ...message, recuLe: null, recuA: null } })
    expect(remplirDepuisLeDepot(FORMULAIRE_VIDE, sans)).toMatchObject({
      recuLe: '',
      receptionOrigine: 'saisie',
    })
  })

  it('ne remplace rien de ce que l’agent a écrit', () => {
    const saisi = { ...FORMULAIRE_VIDE, objet: 'Chute', recit: 'Elle est tombée.', canal: 'guichet' as const }
    expect(remplirDepuisLeDepot(saisi, depot())).toMatchObject({
      objet: 'Chute',
      recit: 'Elle est tombée.',
      canal: 'guichet',
    })
  })

  it('ne remplit rien quand il est automatique', () => {
    const automatique = depot({ message: { ...message, automatique: 'Réponse d’absence.' } })
    expect(remplirDepuisLeDepot(FORMULAIRE_VIDE, automatique)).toEqual(FORMULAIRE_VIDE)
  })

  it('part avec ses pièces jointes', () => {
    expect(enSaisie({ formulaire: rempli, depots: [depot()] }, ID).pieces).toEqual([ID, JOINTE])
  })
})

it('un scan est un courrier, dont la date reste à indiquer', () => {
  const scan = depot({ message: null, jointes: [], piece: piece(ID, 'pdf') })
  expect(remplirDepuisLeDepot(FORMULAIRE_VIDE, scan)).toMatchObject({ canal: 'courrier', recuLe: '' })
})

it.each(['guichet', 'telephone'] as const)('ce qui se dit par %s se dit aujourd’hui', (canal) => {
  expect(choisirCanal(FORMULAIRE_VIDE, canal, '2026-11-22')).toMatchObject({
    recuLe: '2026-11-22',
    receptionConfirmee: true,
  })
})

it('l’auteur qui parle pour lui-même a la qualité de patient, et la perd s’il parle pour un autre', () => {
  const pourLui = choisirQui(FORMULAIRE_VIDE, 'auteur')
  expect(pourLui.qualite).toBe('patient')
  expect(choisirQui(pourLui, 'autre').qualite).toBeNull()
})

describe('un brouillon', () => {
  it('se relit tel qu’il a été écrit', () => {
    const brouillon = { formulaire: remplirDepuisLeDepot(FORMULAIRE_VIDE, depot()), depots: [depot()] }
    expect(lireBrouillon(JSON.parse(JSON.stringify(ecrireBrouillon(brouillon))))).toEqual(brouillon)
  })

  it('d’une autre version garde ce qui se comprend encore', () => {
    const lu = lireBrouillon({ formulaire: { objet: 'Chute', canal: 'pigeon' }, depots: 'rien' })
    expect(lu.formulaire).toMatchObject({ objet: 'Chute', canal: null })
    expect(lu.depots).toEqual([])
  })

  it('vide n’est pas enregistré', () => {
    expect(estVide({ formulaire: FORMULAIRE_VIDE, depots: [] })).toBe(true)
    expect(estVide({ formulaire: { ...FORMULAIRE_VIDE, objet: 'C' }, depots: [] })).toBe(false)
  })
})

it('une réclamation sans auteur doit être dite anonyme', () => {
  expect(erreursDeLEcran(FORMULAIRE_VIDE, '2026-11-22')).toHaveProperty('auteur')
  expect(erreursDeLEcran({ ...FORMULAIRE_VIDE, estAnonyme: true }, '2026-11-22')).not.toHaveProperty('auteur')
})

describe('une réclamation qui fait suite à une autre', () => {
  const personne = (role: string, id: string) => ({
    role,
    qualite: role === 'auteur' ? 'proche' : '',
    id,
    nom: role,
  })
  const precedente = {
    estAnonyme: false,
    tronc: {
      id: ID,
      numero: 'REC-2026-00042',
      personnes: [personne('auteur', ID), personne('patient', JOINTE)],
      services: [{ id: ID, nom: 'Urgences' }],
    },
  } as unknown as ReclamationVue

  it('reprend son auteur, son patient et ses services', () => {
    const f = remplirDepuisLaPrecedente(FORMULAIRE_VIDE, precedente)
    expect(f).toMatchObject({
      suiteDe: { id: ID, numero: 'REC-2026-00042' },
      auteur: { choix: 'existante', personne: { id: ID } },
      qualite: 'proche',
      qui: 'autre',
      patient: { choix: 'existante', personne: { id: JOINTE } },
      services: [ID],
    })
    expect(enSaisie({ formulaire: f, depots: [] }, ID).suiteDe).toBe(ID)
  })

  it('ne remplace rien de ce que l’agent a choisi', () => {
    const choisi = {
      ...FORMULAIRE_VIDE,
      services: [JOINTE],
      qui: 'auteur' as const,
      qualite: 'patient' as const,
    }
    expect(remplirDepuisLaPrecedente(choisi, precedente)).toMatchObject({
      services: [JOINTE],
      qui: 'auteur',
      qualite: 'patient',
    })
  })
})

it('la provenance part sans le champ que son transmetteur n’a pas', () => {
  const provenance = {
    nature: 'elu' as const,
    nom: ' Mme la Maire ',
    reference: '',
    premiereReceptionLe: '',
    explicationsPourLe: '2026-12-01',
  }
  expect(enSaisie({ formulaire: { ...FORMULAIRE_VIDE, provenance }, depots: [] }, ID).provenance).toEqual({
    nature: 'elu',
    nom: 'Mme la Maire',
    reference: '',
    premiereReceptionLe: null,
    explicationsPourLe: null,
  })
})

it('chaque réclamation proposée ne l’est qu’une fois, le fil du message d’abord', () => {
  const suite = {
    dossierId: ID,
    type: 'reclamation',
    numero: 'REC-2026-00042',
    objet: 'Attente',
    raison: 'numero-cite' as const,
  }
  const eloge = { ...suite, dossierId: JOINTE, type: 'eloge' }
  const meme = { id: ID, numero: 'REC-2026-00042', objet: 'Attente', raison: 'meme-auteur' as const }
  expect(suitesDe([depot({ suites: [suite, eloge] })], [meme])).toEqual([
    { id: ID, numero: 'REC-2026-00042', objet: 'Attente', raison: 'numero-cite' },
  ])
})
