import { describe, expect, it } from 'vitest'
import type { Canal } from '#core/dossiers/domain/canal.ts'
import {
  aRepondu,
  canalDAccuse,
  faitDeReception,
  refusDAccuser,
  refusDEnvoyerLAccuse,
  refusDeDateDEnvoi,
  refusDeLettre,
  refusDeNoterEnregistrement,
  refusDeRemettreCopie,
  refusDeRepondre,
  refusDeRetirerLAuteur,
  type Situation,
} from './rules.ts'

const situation = (s: Partial<Situation> = {}): Situation => ({
  etat: 'recu',
  faits: [],
  aUnAuteur: true,
  ...s,
})

describe('le canal d’arrivée', () => {
  it.each([
    [
      'un courriel fait courir les délais électroniques',
      'courriel',
      'reception-electronique',
      'electronique',
    ],
    ['un formulaire aussi', 'formulaire', 'reception-electronique', 'electronique'],
    ['un courrier appelle un accusé sur papier', 'courrier', 'reception-papier', 'papier'],
    ['une parole au guichet est consignée', 'guichet', 'consignation-orale', 'papier'],
    ['une parole au téléphone aussi', 'telephone', 'consignation-orale', 'papier'],
  ] as const satisfies readonly (readonly [string, Canal, string, string])[])(
    '%s',
    (_cas, canal, fait, accuse) => {
      expect(faitDeReception(canal)).toBe(fait)
      expect(canalDAccuse(canal)).toBe(accuse)
    },
  )
})

describe('accuser réception', () => {
  it.each([
    ['la réclamation est close', situation({ etat: 'clos' }), 'dossier-clos'],
    ['l’auteur est inconnu', situation({ aUnAuteur: false }), 'auteur-inconnu'],
    [
      'l’accusé est déjà parti',
      situation({ faits: ['accuse-reception-papier-envoye'] }),
      'accuse-deja-envoye',
    ],
  ] as const)('est refusé quand %s', (_cas, s, code) => expect(refusDAccuser(s)?.code).toBe(code))
  it('est possible dès la réception', () => expect(refusDAccuser(situation())).toBeNull())
})

describe('l’envoi de l’accusé', () => {
  it.each([
    [
      'il est déjà parti',
      situation({ faits: ['accuse-prepare', 'accuse-reception-electronique-envoye'] }),
      'accuse-deja-envoye',
    ],
    ['la réclamation est close', situation({ etat: 'clos' }), 'dossier-clos'],
  ] as const)('est refusé quand %s', (_cas, s, code) => expect(refusDEnvoyerLAccuse(s)?.code).toBe(code))
  it('est possible une fois l’accusé préparé', () =>
    expect(refusDEnvoyerLAccuse(situation({ faits: ['accuse-prepare'] }))).toBeNull())
})

describe('noter l’accusé d’enregistrement', () => {
  const recue = ['reception-electronique']
  it.each([
    [
      'la réclamation est venue par courrier',
      situation({ faits: ['reception-papier'] }),
      'reception-non-electronique',
    ],
    [
      'il est déjà noté',
      situation({ faits: [...recue, 'accuse-enregistrement-envoye'] }),
      'enregistrement-deja-note',
    ],
  ] as const)('est refusé quand %s', (_cas, s, code) =>
    expect(refusDeNoterEnregistrement(s)?.code).toBe(code),
  )
  it('est possible pour un courriel reçu', () =>
    expect(refusDeNoterEnregistrement(situation({ faits: recue }))).toBeNull())
})

describe('la lettre qui part', () => {
  const lettre = { recuLe: '2026-03-02', silenceDepuis: '2026-03-02' }
  const dates = { recuLe: '2026-03-02', silenceDepuis: '2026-03-02' }
  it.each([
    ['elle n’est pas de ce dossier', null, 'courrier-inconnu'],
    ['la date de réception a été corrigée depuis', { ...lettre, recuLe: '2026-03-01' }, 'courrier-perime'],
    [
      'on a appris depuis qu’une autre administration l’avait reçue avant',
      { ...lettre, silenceDepuis: '2026-03-01' },
      'courrier-perime',
    ],
  ] as const)('est refusée quand %s', (_cas, l, code) => expect(refusDeLettre(l, dates)?.code).toBe(code))
  it('part quand elle dit les bonnes dates', () => expect(refusDeLettre(lettre, dates)).toBeNull())
})

describe('rouvrir', () => {
  it('demande une nouvelle réponse avant de clore à nouveau', () => {
    const faits = ['reponse-envoyee', 'reclamation-close', 'reclamation-rouverte']
    expect(aRepondu(faits)).toBe(false)
    expect(aRepondu([...faits, 'reponse-envoyee'])).toBe(true)
    expect(refusDeRepondre(situation({ faits }))).toBeNull()
  })
})

describe('répondre', () => {
  it.each([
    ['la réponse est déjà partie', situation({ faits: ['reponse-envoyee'] }), 'reponse-deja-envoyee'],
    ['la réclamation est anonyme', situation({ aUnAuteur: false }), 'auteur-inconnu'],
    ['la réclamation est close', situation({ etat: 'clos' }), 'dossier-clos'],
  ] as const)('est refusé quand %s', (_cas, s, code) => expect(refusDeRepondre(s)?.code).toBe(code))
})

describe('retirer le dernier auteur', () => {
  it.each([
    [[], null],
    [['accuse-prepare', 'courrier-envoye'], null],
    [['accuse-reception-papier-envoye'], 'auteur-deja-destinataire'],
    [['avis-de-transmission-envoye'], 'auteur-deja-destinataire'],
    [['copie-remise'], 'auteur-deja-destinataire'],
    [['reponse-envoyee', 'reclamation-rouverte'], 'auteur-deja-destinataire'],
  ] as const)('après %j', (faits, attendu) => {
    expect(refusDeRetirerLAuteur(faits)?.code ?? null).toBe(attendu)
  })
})

describe('une date d’envoi', () => {
  it.each([
    ['elle est dans l’avenir', '2026-03-11', 'envoi-dans-l-avenir'],
    ['elle précède la réception', '2026-03-01', 'envoi-avant-reception'],
  ] as const)('est refusée quand %s', (_cas, jour, code) =>
    expect(refusDeDateDEnvoi(jour, '2026-03-02', '2026-03-10')?.code).toBe(code),
  )
  it('peut être le jour même de la réception', () =>
    expect(refusDeDateDEnvoi('2026-03-02', '2026-03-02', '2026-03-10')).toBeNull())
})

describe('remettre la copie', () => {
  it.each([
    ['la réclamation est écrite', 'courrier', [], 'non-orale'],
    ['la copie est déjà remise', 'guichet', ['copie-remise'], 'copie-deja-remise'],
  ] as const)('est refusé quand %s', (_cas, canal, faits, code) =>
    expect(refusDeRemettreCopie(canal, faits)?.code).toBe(code),
  )
  it('est dû pour une réclamation orale', () => expect(refusDeRemettreCopie('telephone', [])).toBeNull())
})
