import { randomBytes, randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { ilYA } from '../support/courriel.ts'
import type { Visite } from '../support/visite.ts'

/** A UUIDv7, as the application makes its own. */
function uuidv7(): string {
  const temps = Date.now().toString(16).padStart(12, '0')
  const hasard = randomBytes(10).toString('hex')
  return `${temps.slice(0, 8)}-${temps.slice(8)}-7${hasard.slice(0, 3)}-8${hasard.slice(3, 6)}-${hasard.slice(6, 18)}`
}

const personne = (courriel: string) => ({
  civilite: 'mme',
  nom: 'Delattre',
  prenom: 'Hélène',
  nomDeNaissance: '',
  neeLe: null,
  courriel,
  telephone: '',
  complement: '',
  voie: '4 RUE DES LILAS',
  lieuDit: '',
  codePostal: '99120',
  commune: 'VALMONT SUR ORGE',
  pays: '',
})

/** A complaint registered without its screen, by whoever is signed in: where a journey only needs one to be there. */
export async function creerUneReclamation(
  { page }: Visite,
  a: {
    readonly objet: string
    readonly services?: readonly string[]
    readonly recit?: string
    /** of its author; anonymous without one */
    readonly courriel?: string
  },
): Promise<{ id: string; numero: string }> {
  const { objet, services = [], recit = `${objet}. Récit fictif ${randomUUID()}.`, courriel } = a
  const reponse = await page.request.post('/api/reclamations', {
    headers: { origin: new URL(page.url()).origin, 'idempotency-key': uuidv7() },
    data: {
      canal: courriel === undefined ? 'telephone' : 'courriel',
      recuLe: ilYA(0),
      receptionOrigine: 'saisie',
      objet,
      recit,
      estAnonyme: courriel === undefined,
      auteur: courriel === undefined ? null : { choix: 'nouvelle', personne: personne(courriel) },
      qualite: 'proche',
      patient: null,
      services,
      pieces: [],
      brouillonId: null,
    },
  })
  expect(reponse.status(), await reponse.text()).toBe(200)
  return reponse.json()
}

/** A service asked about a dossier of version 1, without its screen: the link, which is given once. */
export async function interrogerUnService(
  { page }: Visite,
  { id, structureId, questions }: { id: string; structureId: string; questions: readonly string[] },
): Promise<string> {
  const destinataire = { structureId, nom: 'Léa Fontaine', fonction: 'Cheffe de service', courriel: '' }
  const reponse = await page.request.post(`/api/dossiers/${id}/demandes`, {
    headers: { origin: new URL(page.url()).origin, 'idempotency-key': uuidv7() },
    data: {
      id,
      version: 1,
      demande: { destinataires: [destinataire], message: 'Que s’est-il passé ?', pourLe: ilYA(-15) },
      questions,
    },
  })
  expect(reponse.status(), await reponse.text()).toBe(200)
  const { liens } = (await reponse.json()) as { liens: { lien: string }[] }
  return liens[0]?.lien ?? ''
}

/** A grief coded without its screen. */
export async function releverUnGrief(
  { page }: Visite,
  id: string,
  { motif, intitule }: { readonly motif: string; readonly intitule: string },
): Promise<void> {
  const reponse = await page.request.post(`/api/reclamations/${id}/griefs`, {
    headers: { origin: new URL(page.url()).origin, 'idempotency-key': uuidv7() },
    data: { motif, intitule, gravite: 2, serviceId: null, passage: null },
  })
  expect(reponse.status(), await reponse.text()).toBe(200)
}
