import { contract as echeances } from '#core/echeances/contract.ts'
import { calculerEcheances } from '#core/echeances/domain/calculer.ts'
import { CALENDRIERS, type Calendrier, METROPOLE } from '#core/echeances/domain/calendrier.ts'
import { phraseDuTerme } from '#core/echeances/domain/explication.ts'
import { estJourCivil } from '#core/echeances/domain/jour-civil.ts'
import { REGLAGES, reglagesEnVigueur, type ValeursDeReglages } from '#core/echeances/domain/reglages.ts'
import { obtenirRegle, REGLES } from '#core/echeances/domain/regles/registre.ts'
import { contract as structures } from '#core/structures/contract.ts'
import { useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { reclamation } from '../domain/definition.ts'
import { estOrale, faitDeReception } from '../domain/rules.ts'
import type { Formulaire } from './brouillon.tsx'
import classes from './nouvelle-reclamation.module.css'

interface Ligne {
  readonly code: string
  readonly phrase: string
  readonly article: string
  /** the day to hold, legal or internal */
  readonly jour: string | null
}

/** The deadlines this receipt would start, by the same rules as the server. */
export function lignesDe(
  f: Pick<Formulaire, 'canal' | 'recuLe'>,
  contexte: {
    readonly timeZone: string
    readonly reglages: ValeursDeReglages
    readonly calendrier: Calendrier
  },
): Ligne[] {
  if (f.canal === null || !estJourCivil(f.recuLe)) return []
  const survenuLe = f.recuLe
  return calculerEcheances({
    faits: [{ id: 'reception', code: faitDeReception(f.canal), survenuLe }],
    regles: REGLES.filter(({ code }) => reclamation.regles.includes(code)),
    calendrier: contexte.calendrier,
    fuseau: contexte.timeZone,
    reglages: contexte.reglages,
  }).map((echeance) => {
    const regle = obtenirRegle(echeance.code, survenuLe)
    return {
      code: echeance.code,
      phrase: phraseDuTerme(echeance, regle, contexte.timeZone),
      article: regle.article,
      jour: echeance.limiteLe ?? echeance.cibleLe,
    }
  })
}

function useReglages(): ValeursDeReglages {
  const { can } = useWebSession()
  const lus = useOperation(
    echeances.listerReglages,
    {},
    { enabled: can('echeances.consulter'), staleTime: 300_000 },
  )
  const choix = Object.fromEntries(
    (lus.data?.reglages ?? [])
      .filter(({ code }) => code in REGLAGES)
      .map(({ code, valeur }) => [code, valeur]),
  )
  return reglagesEnVigueur(choix)
}

/** The holidays of the establishment; those of mainland France until they are read. */
function useCalendrier(): Calendrier {
  const { can } = useWebSession()
  const lu = useOperation(
    structures.obtenirEtablissement,
    {},
    {
      enabled: can('structures.consulter'),
      staleTime: 300_000,
    },
  )
  return CALENDRIERS.find(({ code }) => code === lu.data?.calendrier) ?? METROPOLE
}

function phraseDAccuse(f: Formulaire): string {
  if (f.estAnonyme)
    return 'Réclamation anonyme : aucun accusé de réception ne part tant que l’auteur ne s’est pas fait connaître.'
  if (f.canal === null)
    return 'Choisissez comment la réclamation est arrivée : l’accusé de réception en dépend.'
  if (estOrale(f.canal))
    return 'La copie de ce que vous écrivez s’imprime aussitôt, à remettre à la personne.'
  return f.canal === 'courrier'
    ? 'Un accusé de réception à poster, prêt à signer dans Word.'
    : 'Un accusé de réception à envoyer à l’adresse de la personne, prêt à relire dans Word.'
}

/** Before saving: what leaves, and what must be done by when. */
export function CeQuiPartira({ formulaire }: { formulaire: Formulaire }) {
  const { timeZone, today } = useWebSession()
  const reglages = useReglages()
  const calendrier = useCalendrier()
  const lignes = lignesDe(formulaire, { timeZone, reglages, calendrier })
  return (
    <section className={classes['partira']} aria-labelledby="ce-qui-partira">
      <h2 id="ce-qui-partira">Ce qui partira</h2>
      <p>{phraseDAccuse(formulaire)}</p>
      {lignes.length > 0 && (
        <ul>
          {lignes.map(({ code, phrase, article, jour }) => (
            <li key={code}>
              {phrase} <span className={classes['article']}>{article}</span>
              {jour !== null && jour < today && <strong> Cette date est déjà passée.</strong>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
