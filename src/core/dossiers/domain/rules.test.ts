import { describe, expect, it } from 'vitest'
import { definirTypeDeDossier } from './definition.ts'
import { refusDeRectifier, refusDeTransition, refusDIncoherence } from './rules.ts'

const type = definirTypeDeDossier<'recu' | 'rendu', 'prets.rendre'>()({
  code: 'pret',
  libelle: 'Prêt',
  pluriel: 'Prêts',
  prefixe: 'PRE',
  etats: { recu: { libelle: 'Prêté', final: false }, rendu: { libelle: 'Rendu', final: true } },
  etatInitial: 'recu',
  transitions: {
    rendre: {
      depuis: ['recu'],
      vers: 'rendu',
      libelle: 'Rendre',
      permission: 'prets.rendre',
      fait: 'rendu',
      garde: ({ faits }) => (faits.some((f) => f.code === 'verifie') ? null : { code: 'non-verifie' }),
    },
  },
  regles: [],
  faits: { prete: { libelle: 'Prêté', rectifiable: true }, rendu: { libelle: 'Rendu', rectifiable: false } },
  faitsDeReception: ['prete'],
  refus: { 'non-verifie': 'Vérifiez d’abord.' },
})
const verifie = [{ code: 'verifie', survenuLe: '2026-03-02' }]

describe('une étape', () => {
  it.each([
    ['elle n’existe pas', 'perdre', 'recu', verifie, true, 'transition-inconnue'],
    [
      'elle porte le nom d’une propriété de tout objet',
      'constructor',
      'recu',
      verifie,
      true,
      'transition-inconnue',
    ],
    ['l’état ne la permet pas', 'rendre', 'rendu', verifie, true, 'transition-interdite'],
    ['le rôle ne la permet pas', 'rendre', 'recu', verifie, false, 'permission-manquante'],
    ['la garde du type refuse', 'rendre', 'recu', [], true, 'non-verifie'],
  ] as const)('est refusée quand %s', (_cas, code, etat, faits, peut, attendu) =>
    expect(refusDeTransition(type, code, { etat, faits }, () => peut)?.code).toBe(attendu),
  )

  it('est permise quand rien ne s’y oppose', () =>
    expect(refusDeTransition(type, 'rendre', { etat: 'recu', faits: verifie }, () => true)).toBeNull())
})

describe('la rectification d’une date', () => {
  const fait = { code: 'prete', survenuLe: '2026-03-02', estRectifie: false }
  it.each([
    ['elle vient du système', { ...fait, code: 'rendu' }, '2026-03-01', 'fait-non-rectifiable'],
    ['elle a déjà été corrigée', { ...fait, estRectifie: true }, '2026-03-01', 'fait-deja-rectifie'],
    ['elle serait dans l’avenir', fait, '2026-03-11', 'date-dans-l-avenir'],
    ['rien ne change', fait, '2026-03-02', 'date-identique'],
  ] as const)('est refusée quand %s', (_cas, f, jour, attendu) =>
    expect(refusDeRectifier(type, f, jour, '2026-03-10')?.code).toBe(attendu),
  )

  it.each([
    ['une réception après ce qui a suivi', 'reception', '2026-03-06', 'apres-une-suite'],
    ['un envoi avant la réception', 'envoi', '2026-03-01', 'avant-la-reception'],
    ['une réception plus tôt', 'reception', '2026-03-01', undefined],
    ['un envoi plus tard', 'envoi', '2026-03-09', undefined],
  ] as const)('ne contredit pas le reste du dossier : %s', (_cas, id, jour, attendu) => {
    const deuxFaits = {
      ...type,
      faits: { prete: { libelle: '', rectifiable: true }, envoye: { libelle: '', rectifiable: true } },
    }
    const faits = [
      { id: 'reception', code: 'prete', survenuLe: '2026-03-02', rectifie: null },
      { id: 'envoi', code: 'envoye', survenuLe: '2026-03-04', rectifie: null },
    ]
    const corrige = faits.find((f) => f.id === id) ?? faits[0]
    if (corrige === undefined) throw new Error('no fact')
    expect(refusDIncoherence(deuxFaits, faits, corrige, jour)?.code).toBe(attendu)
  })

  it.each([
    ['ne tient pas à ce qui précédait déjà la réception', '2026-03-03', undefined],
    ['ne passe pas après ce qui l’a suivie', '2026-03-05', 'apres-une-suite'],
    ['peut revenir en arrière, même plus tard que ce qui la précédait', '2026-03-01', undefined],
  ] as const)('d’une réception %s', (_cas, jour, attendu) => {
    const troisFaits = {
      ...type,
      faits: { prete: { libelle: '', rectifiable: true }, envoye: { libelle: '', rectifiable: true } },
    }
    const reception = { id: 'reception', code: 'prete', survenuLe: '2026-03-02', rectifie: null }
    const faits = [
      { id: 'avant', code: 'envoye', survenuLe: '2026-02-20', rectifie: null },
      reception,
      { id: 'apres', code: 'envoye', survenuLe: '2026-03-04', rectifie: null },
    ]
    expect(refusDIncoherence(troisFaits, faits, reception, jour)?.code).toBe(attendu)
  })

  it('est permise pour une date de réception, dans le passé', () =>
    expect(refusDeRectifier(type, fait, '2026-03-01', '2026-03-10')).toBeNull())
})
