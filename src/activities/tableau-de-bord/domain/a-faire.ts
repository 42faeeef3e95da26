import type { LigneDeDossier } from '#core/dossiers/domain/ligne.ts'
import { formaterJour, jourCivil, joursEntre } from '#core/echeances/domain/jour-civil.ts'

export type Motif = 'depassee' | 'aujourd-hui' | 'proche' | 'nouveau'

export interface LigneAFaire {
  readonly dossier: LigneDeDossier
  readonly motif: Motif
  readonly titre: string
  readonly explication: string
}

const jours = (n: number): string => (n === 1 ? '1 jour' : `${n} jours`)

function motifDe({ prochaineEcheanceLe: le, situation }: LigneDeDossier, aujourdHui: string): Motif {
  if (le === null || situation === 'sans' || situation === 'a-venir') return 'nouveau'
  if (le < aujourdHui) return 'depassee'
  return le === aujourdHui ? 'aujourd-hui' : 'proche'
}

function explicationDe(d: LigneDeDossier, motif: Motif, aujourdHui: string): string {
  const recu = `reçu le ${formaterJour(jourCivil(d.recuLe))}`
  const le = d.prochaineEcheanceLe
  if (le === null) return `À attribuer ; ${recu}.`
  const ecart = joursEntre(jourCivil(aujourdHui), jourCivil(le))
  switch (motif) {
    case 'depassee':
      return `Dépassé de ${jours(-ecart)} : c’était pour le ${formaterJour(jourCivil(le))} ; ${recu}.`
    case 'aujourd-hui':
      return `C’est aujourd’hui le dernier jour ; ${recu}.`
    case 'proche':
      return `Encore ${jours(ecart)}, jusqu’au ${formaterJour(jourCivil(le))} ; ${recu}.`
    case 'nouveau':
      return `Personne ne l’a pris ; ${recu}.`
  }
}

/** A line of the home: what to do on a dossier, and why now. */
export function ligneAFaireDe(dossier: LigneDeDossier, aujourdHui: string): LigneAFaire {
  const motif = motifDe(dossier, aujourdHui)
  const titre = motif === 'nouveau' ? 'À attribuer' : (dossier.prochaineEcheance ?? 'À traiter')
  return { dossier, motif, titre, explication: explicationDe(dossier, motif, aujourdHui) }
}
