import type { Delai } from './delai.ts'
import { compterMots, dureeDe } from './duree.ts'
import type { Echeance } from './echeance.ts'
import { clausesDeCalcul, formaterHeure } from './explication-du-calcul.ts'
import { formaterJour, type JourCivil, jourCivil, joursEntre } from './jour-civil.ts'
import { FAIT } from './labels.ts'
import { REGLAGES, type ValeursDeReglages } from './reglages.ts'
import type { Regle } from './regles/regle.ts'
import { typographier } from './typographie.ts'

export type RoleDePhrase =
  | 'terme'
  | 'cible'
  | 'calcul'
  | 'levee'
  | 'suspension'
  | 'prolongation'
  | 'texte'
  | 'source'
  | 'effet'
  | 'lecture'
  | 'reserve'

/** One sentence of the explanation; `role` lets a screen keep some and fold the others. */
export interface Phrase {
  readonly role: RoleDePhrase
  readonly texte: string
}

export interface ContexteDExplication {
  readonly fuseau: string
  readonly reglages: ValeursDeReglages
}

function phraseDeTenue(echeance: Echeance, libelle: string, tenueLe: JourCivil): string {
  const fait = `${libelle} : c’est fait, le ${formaterJour(tenueLe)}`
  const { limiteLe } = echeance
  if (limiteLe === null) return `${fait}.`
  const retard = joursEntre(limiteLe, tenueLe)
  return retard > 0
    ? `${fait}, ${compterMots(retard, 'jour', 'jours')} après la date limite du ${formaterJour(limiteLe)}.`
    : `${fait} ; la date limite était le ${formaterJour(limiteLe)}.`
}

function phraseOuverte(echeance: Echeance, regle: Regle, fuseau: string): string {
  const { limiteLe, limiteA, cibleLe } = echeance
  const aFaire = `${regle.libelle} : ${regle.action}`
  if (regle.convention === 'JOUR_FIXE' && limiteLe !== null)
    return `${aFaire} pour le ${formaterJour(limiteLe)}.`
  if (limiteLe !== null) {
    const heure = limiteA === null ? '' : ` à ${formaterHeure(limiteA, fuseau)}`
    return `${aFaire} au plus tard le ${formaterJour(limiteLe)}${heure}.`
  }
  const objectif = cibleLe === null ? '' : ` Objectif du service : le ${formaterJour(cibleLe)}.`
  return `${aFaire} sans attendre ; le texte ne fixe pas de date.${objectif}`
}

/** The sentence that comes first, and stands alone in a list. */
export function phraseDuTerme(echeance: Echeance, regle: Regle, fuseau: string): string {
  const { etat, tenueLe, explication } = echeance
  const { motifDeSortie, suspenduDepuis } = explication
  if (etat === 'tenue' && tenueLe !== null)
    return typographier(phraseDeTenue(echeance, regle.libelle, tenueLe))
  if (etat === 'sans-objet') return typographier(`${regle.libelle} : sans objet, car ${motifDeSortie ?? ''}.`)
  if (etat === 'neutralisee') {
    return typographier(`${regle.libelle} : échéance neutralisée, car ${motifDeSortie ?? ''}.`)
  }
  if (etat === 'suspendue' && suspenduDepuis !== null) {
    const depuis = formaterJour(suspenduDepuis)
    return typographier(
      `${regle.libelle} : délai suspendu depuis le ${depuis} ; il n’y a pas de date limite tant qu’il n’a pas repris.`,
    )
  }
  return typographier(phraseOuverte(echeance, regle, fuseau))
}

function phrasesDeCible(echeance: Echeance, regle: Regle, reglages: ValeursDeReglages): readonly string[] {
  const { cibleLe, limiteLe, cibleEstInterne, etat, declencheur } = echeance
  if (etat !== 'ouverte' || cibleLe === null || cibleLe === limiteLe) return []
  if (!cibleEstInterne) return [`Visez le ${formaterJour(cibleLe)}, dernier jour ouvré avant la date limite.`]
  if (regle.cibleInterne === null) return []
  const { unite } = REGLAGES[regle.cibleInterne]
  const valeur = reglages[regle.cibleInterne]
  const depuis = `${complementDe(declencheur.code)} (${formaterJour(declencheur.survenuLe)})`
  if (valeur === 0) return [`Objectif interne, choisi par l’établissement : le jour même de ${depuis}.`]
  const duree =
    unite === 'jour-ouvre'
      ? compterMots(valeur, 'jour ouvré', 'jours ouvrés')
      : compterMots(valeur, 'jour', 'jours')
  return [
    `Objectif interne, choisi par l’établissement : ${duree} après ${depuis}, ramené au jour ouvré qui précède si besoin.`,
  ]
}

/** « la réception », « la remise de la copie »… */
export function complementDe(code: string): string {
  return Object.entries(FAIT).find(([connu]) => connu === code)?.[1].complement ?? 'l’événement déclencheur'
}

function phrasesDeLevee({ explication: { levee } }: Echeance): readonly string[] {
  if (levee === null) return []
  return [
    `C’est de nouveau dû depuis le ${formaterJour(levee.le)}, car ${levee.motif}. Le délai se compte toujours depuis la réception : le texte ne prévoit pas d’autre départ.`,
  ]
}

function phrasesDeSuspension(echeance: Echeance): readonly string[] {
  return echeance.explication.suspensions.map(({ du, au, motif, article }) =>
    au === null
      ? `Le délai est suspendu depuis le ${formaterJour(du)} : ${motif} (${article}).`
      : `Le délai a été suspendu le ${formaterJour(du)} et a repris le ${formaterJour(au)} : ${motif} (${article}).`,
  )
}

function phrasesDeProlongation(echeance: Echeance): readonly string[] {
  return echeance.explication.prolongations.map(({ duree, motif, article }) => {
    const ajout = duree.unite === 'mois' ? `${duree.nombre} mois` : compterMots(duree.nombre, 'jour', 'jours')
    return `Le délai est prolongé de ${ajout} : ${motif} (${article}).`
  })
}

function phrasesDeLaRegle(regle: Regle, aUneDate: boolean): readonly Phrase[] {
  const lecture = formaterJour(jourCivil(regle.dateLecture), { semaine: false })
  return [
    { role: 'texte', texte: texteDe(regle) },
    { role: 'source', texte: `Source : ${regle.article} (${regle.versionLue}, lu le ${lecture}).` },
    { role: 'effet', texte: `${aUneDate ? 'Passé cette date' : 'À défaut'} : ${enMinuscule(regle.effet)}` },
    ...regle.lectures.map(
      ({ libelle, texte }): Phrase => ({ role: 'lecture', texte: `${libelle} : ${enMinuscule(texte)}` }),
    ),
    ...(regle.aConfirmer
      ? [
          {
            role: 'reserve',
            texte: `À confirmer sur Légifrance${regle.reserve === null ? '.' : ` : ${enMinuscule(regle.reserve)}`}`,
          } as const,
        ]
      : []),
  ]
}

function enMinuscule(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1)
}

/** What the rule says, its period written in. */
export function texteDe(regle: Delai & { readonly texte: string }): string {
  return typographier(regle.texte.replace('{delai}', dureeDe(regle)))
}

/** The whole explanation of a deadline in French sentences, the one that matters first. `regle`: the version it was counted by. */
export function expliquerEcheance(
  echeance: Echeance,
  regle: Regle,
  contexte: ContexteDExplication,
): readonly Phrase[] {
  const avec = (role: RoleDePhrase, textes: readonly string[]): readonly Phrase[] =>
    textes.map((texte) => ({ role, texte }))
  const phrases = [
    ...avec('terme', [phraseDuTerme(echeance, regle, contexte.fuseau)]),
    ...avec('levee', phrasesDeLevee(echeance)),
    ...avec('cible', phrasesDeCible(echeance, regle, contexte.reglages)),
    ...avec(
      'calcul',
      clausesDeCalcul(echeance, regle, complementDe(echeance.declencheur.code), contexte.fuseau),
    ),
    ...avec('suspension', phrasesDeSuspension(echeance)),
    ...avec('prolongation', phrasesDeProlongation(echeance)),
    ...phrasesDeLaRegle(regle, echeance.limiteLe !== null),
  ]
  return phrases.map(({ role, texte }) => ({ role, texte: typographier(texte) }))
}
