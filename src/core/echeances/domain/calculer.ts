import { ajouterJoursOuvres, type Calendrier, jourOuvrePrecedent } from './calendrier.ts'
import { compterDelai } from './conventions.ts'
import type { Prolongation, Resultat, Suspension } from './delai.ts'
import type { Echeance, EtatDEcheance, FaitCite } from './echeance.ts'
import { appliquerRectifications, type CodeDeFait, type Fait, type FaitsEnVigueur } from './faits.ts'
import { ajouterJours, comparerJours, type JourCivil, plusTard, plusTot } from './jour-civil.ts'
import { REGLAGES, type ValeursDeReglages } from './reglages.ts'
import { estEnVigueur } from './regles/registre.ts'
import type { CauseDeSortie, Regle } from './regles/regle.ts'

export interface EntreeDeCalcul {
  readonly faits: readonly Fait[]
  /** the rules the dossier's type is subject to */
  readonly regles: readonly Regle[]
  readonly calendrier: Calendrier
  /** IANA zone of the establishment */
  readonly fuseau: string
  readonly reglages: ValeursDeReglages
}

interface Declenchement {
  readonly regle: Regle
  readonly declencheur: Fait
  readonly enVigueur: FaitsEnVigueur
}

function citer({ id, code, survenuLe, survenuA }: Fait): FaitCite {
  return { faitId: id, code, survenuLe, ...(survenuA === undefined ? {} : { survenuA }) }
}

/** What was recorded before the trigger does not answer it, even on the same day: answered, then reopened. */
function vientApres({ declencheur, enVigueur }: Declenchement, fait: Fait): boolean {
  if (fait.survenuLe !== declencheur.survenuLe) return fait.survenuLe > declencheur.survenuLe
  return enVigueur.rangDe(fait) > enVigueur.rangDe(declencheur)
}

/** Facts of these codes that answer the trigger, earliest first. */
function faitsQuiRepondent(d: Declenchement, codes: readonly CodeDeFait[]): readonly Fait[] {
  const { faits, idEnVigueur } = d.enVigueur
  return faits
    .filter(
      (fait) =>
        codes.some((code) => code === fait.code) &&
        vientApres(d, fait) &&
        (fait.concerne === undefined || idEnVigueur(fait.concerne) === d.declencheur.id),
    )
    .toSorted((a, b) => comparerJours(a.survenuLe, b.survenuLe))
}

function suspensionsDe(d: Declenchement): readonly Suspension[] {
  const { suspension } = d.regle
  if (suspension === null) return []
  const fins = faitsQuiRepondent(d, [suspension.fin])
  return faitsQuiRepondent(d, [suspension.debut]).map((debut) => {
    const reprise = fins.find((fin) => fin.survenuLe >= debut.survenuLe)?.survenuLe ?? null
    const lendemainDuTerme = debut.jusquAu === undefined ? null : ajouterJours(debut.jusquAu, 1)
    const au =
      reprise === null || lendemainDuTerme === null
        ? (reprise ?? lendemainDuTerme)
        : plusTot(reprise, lendemainDuTerme)
    return { du: debut.survenuLe, au, motif: suspension.motif, article: suspension.article }
  })
}

function prolongationsDe(d: Declenchement): readonly Prolongation[] {
  const { prolongation } = d.regle
  if (prolongation === null) return []
  const { fait, duree, motif, article } = prolongation
  return faitsQuiRepondent(d, [fait])
    .slice(0, 1)
    .map(() => ({ duree, motif, article }))
}

interface Cible {
  readonly cibleLe: JourCivil | null
  readonly cibleEstInterne: boolean
}

function cibleInterneDe(d: Declenchement, { calendrier, reglages }: EntreeDeCalcul): JourCivil | null {
  const code = d.regle.cibleInterne
  if (code === null) return null
  const depart = d.declencheur.survenuLe
  const jour =
    REGLAGES[code].unite === 'jour-ouvre'
      ? ajouterJoursOuvres(calendrier, depart, reglages[code])
      : ajouterJours(depart, reglages[code])
  return plusTard(depart, jourOuvrePrecedent(calendrier, jour))
}

// The law does not carry these dates to the next working day, so the department aims at the one before: never
// before the trigger, for then only the legal date itself is left.
function cibleDe(d: Declenchement, limiteLe: JourCivil | null, entree: EntreeDeCalcul): Cible {
  const interne = cibleInterneDe(d, entree)
  if (limiteLe === null) {
    return d.regle.convention === 'ASAP'
      ? { cibleLe: interne, cibleEstInterne: interne !== null }
      : { cibleLe: null, cibleEstInterne: false }
  }
  const ouvre = jourOuvrePrecedent(entree.calendrier, limiteLe)
  const legale = ouvre < d.declencheur.survenuLe ? limiteLe : ouvre
  return interne !== null && interne < legale
    ? { cibleLe: interne, cibleEstInterne: true }
    : { cibleLe: legale, cibleEstInterne: false }
}

interface Issue {
  readonly etat: EtatDEcheance
  readonly fait: Fait | null
  readonly motif: string | null
}

/** The fact that last opened or closed a state, whatever the day of the trigger: null when it never opened. */
function dernierFaitDeLEtat(d: Declenchement, { fait, leveePar }: CauseDeSortie): Fait | null {
  const codes: readonly string[] = [fait, leveePar?.fait ?? fait]
  const dates = d.enVigueur.faits
    .filter(({ code }) => codes.includes(code))
    .toSorted((a, b) => comparerJours(a.survenuLe, b.survenuLe))
  return dates.at(-1) ?? null
}

function leveeDe(d: Declenchement): Echeance['explication']['levee'] {
  for (const cause of d.regle.sansObjetPar) {
    const { leveePar } = cause
    if (leveePar === undefined) continue
    const fait = dernierFaitDeLEtat(d, cause)
    if (fait !== null && fait.code === leveePar.fait) return { le: fait.survenuLe, motif: leveePar.motif }
  }
  return null
}

function sortiePar(
  d: Declenchement,
  causes: readonly CauseDeSortie[],
  limiteLe: JourCivil | null,
): { readonly fait: Fait; readonly motif: string } | null {
  for (const cause of causes) {
    const { fait: code, motif, dansLeDelai, leveePar } = cause
    if (leveePar !== undefined) {
      const dernier = dernierFaitDeLEtat(d, cause)
      if (dernier !== null && dernier.code === code) return { fait: dernier, motif }
      continue
    }
    const fait = faitsQuiRepondent(d, [code]).at(0)
    const tropTard =
      dansLeDelai === true && limiteLe !== null && fait !== undefined && fait.survenuLe > limiteLe
    if (fait !== undefined && !tropTard) return { fait, motif }
  }
  return null
}

// What was done is done: « tenue » comes before everything else, whatever happens later.
function issueDe(d: Declenchement, resultat: Resultat): Issue {
  const tenue = faitsQuiRepondent(d, d.regle.tenuePar).at(0)
  if (tenue !== undefined) return { etat: 'tenue', fait: tenue, motif: null }
  const sansObjet = sortiePar(d, d.regle.sansObjetPar, resultat.limiteLe)
  if (sansObjet !== null) return { etat: 'sans-objet', ...sansObjet }
  const neutralisee = sortiePar(d, d.regle.neutraliseePar, resultat.limiteLe)
  if (neutralisee !== null) return { etat: 'neutralisee', ...neutralisee }
  return { etat: resultat.suspenduDepuis === null ? 'ouverte' : 'suspendue', fait: null, motif: null }
}

function calculerEcheance(d: Declenchement, entree: EntreeDeCalcul): Echeance {
  const { regle, declencheur } = d
  const suspensions = suspensionsDe(d)
  const prolongations = prolongationsDe(d)
  const resultat = compterDelai({
    delai: regle,
    depart: declencheur.survenuLe,
    departA: declencheur.survenuA,
    jourFixe: declencheur.jusquAu,
    calendrier: entree.calendrier,
    fuseau: entree.fuseau,
    suspensions,
    prolongations,
  })
  const issue = issueDe(d, resultat)
  return {
    code: regle.code,
    declencheur: citer(declencheur),
    limiteLe: resultat.limiteLe,
    limiteA: resultat.limiteA,
    ...cibleDe(d, resultat.limiteLe, entree),
    etat: issue.etat,
    tenueLe: issue.etat === 'tenue' ? (issue.fait?.survenuLe ?? null) : null,
    regleePar: issue.fait === null ? null : citer(issue.fait),
    explication: {
      comptage: resultat.comptage,
      suspensions,
      prolongations,
      suspenduDepuis: resultat.suspenduDepuis,
      motifDeSortie: issue.motif,
      levee: issue.etat === 'ouverte' || issue.etat === 'suspendue' ? leveeDe(d) : null,
    },
  }
}

/**
 * The deadlines that follow from the facts of a dossier: one per rule and per fact that triggers it, in the version of the
 * rule in force that day, by legal or target date. Pure, without a clock: late or not is asked with `situationDe`.
 */
export function calculerEcheances(entree: EntreeDeCalcul): readonly Echeance[] {
  const enVigueur = appliquerRectifications(entree.faits)
  const declenchements = entree.regles.flatMap((regle) =>
    enVigueur.faits
      .filter(
        (fait) =>
          regle.declencheurs.some((code) => code === fait.code) && estEnVigueur(regle, fait.survenuLe),
      )
      .map((declencheur) => ({ regle, declencheur, enVigueur })),
  )
  return declenchements
    .map((d) => calculerEcheance(d, entree))
    .toSorted((a, b) => (cleDeTri(a) < cleDeTri(b) ? -1 : 1))
}

function cleDeTri({ limiteLe, cibleLe, code, declencheur }: Echeance): string {
  return `${cibleLe ?? limiteLe ?? '9999-12-31'} ${code} ${declencheur.survenuLe} ${declencheur.faitId}`
}
