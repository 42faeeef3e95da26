import { calculerEcheances } from '#core/echeances/domain/calculer.ts'
import { obtenirCalendrier } from '#core/echeances/domain/calendrier.ts'
import { lireReglages, versEcheanceVue } from '#core/echeances/index.ts'
import { agentDe, type Contexte, listerEntreesDuDossier } from '#core/journal/index.ts'
import { listerPersonnesDuDossier, type Participant } from '#core/personnes/index.ts'
import { AppError } from '#platform/errors.ts'
import { reglesDuType, versFaits } from './actualiser-echeances.ts'
import type { TroncVu } from './contract.ts'
import {
  estAnnule,
  etapesDe,
  libelleDuFait,
  peutLireLeDetail,
  type Refus,
  type TypeDeDossier,
} from './domain/definition.ts'
import { LECTEURS, libelleDeLecture } from './domain/labels.ts'
import { lirePriorite } from './domain/priorite.ts'
import { LIBELLES_DES_RAISONS, protectionDe } from './domain/protection.ts'
import { messageDeRefus, refusDeRectifier, refusDeRetirer, refusDeTransition } from './domain/rules.ts'
import { aujourdHui } from './ecriture.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { type FaitEnregistre, listerFaits } from './store-faits.ts'
import { type TroncLu, trouverTronc } from './store-tronc.ts'

/** Entries of « qui l’a vu » shown on the page. */
const LECTURES_MONTREES = 100

const enRefus = (refus: Refus | null): { code: string } | null =>
  refus === null ? null : { code: refus.code }

const enObjet = (details: unknown): Record<string, unknown> =>
  typeof details === 'object' && details !== null ? { ...details } : {}

const dans = <T extends string>(valeurs: readonly T[], v: string, defaut: T): T =>
  valeurs.find((x) => x === v) ?? defaut

interface Lu {
  readonly tronc: TroncLu
  readonly type: TypeDeDossier
  readonly faits: readonly FaitEnregistre[]
  readonly jour: string
}

/** What is working matter of others is left out of a fact: only that it happened, and when, is told. */
function faitsVus({ tronc, type, faits, jour }: Lu, peut: (permission: string) => boolean): TroncVu['faits'] {
  const noms = new Map(tronc.agents.map((a) => [a.id, a.nom]))
  const rectifies = new Set(faits.map((f) => f.rectifie))
  return faits.map((f) => {
    const estRectifie = rectifies.has(f.id)
    const lisible = peutLireLeDetail(type, f.code, peut)
    const details = detailsLus(f.details, lisible)
    return {
      id: f.id,
      code: f.code,
      libelle: libelleDuFait(type, f.code, enObjet(f.details)),
      survenuLe: f.survenuLe,
      survenuA: f.survenuA?.toISOString() ?? null,
      enregistreA: f.enregistreA.toISOString(),
      agent: f.agentId === null ? null : (noms.get(f.agentId) ?? null),
      details,
      rectifie: f.rectifie,
      motif: lisible ? f.motif : null,
      estRectifie,
      refusDeRectifier: enRefus(refusDeRectifier(type, { ...f, estRectifie }, null, jour)),
    }
  })
}

/** That it never happened is no detail: everyone is told. */
const detailsLus = (details: unknown, lisible: boolean): Record<string, unknown> =>
  lisible ? enObjet(details) : estAnnule(details) ? { annule: true } : {}

function transitionsVues(
  { tronc, type, faits }: Lu,
  peut: (permission: string) => boolean,
): TroncVu['transitions'] {
  return Object.entries(type.transitions).map(([code, { libelle }]) => {
    const refus = refusDeTransition(type, code, { etat: tronc.etat, faits }, peut)
    return {
      code,
      libelle,
      refus: enRefus(refus),
      messageDeRefus: refus === null ? null : messageDeRefus(type, refus),
    }
  })
}

function personnesVues({ tronc, type, faits }: Lu, personnes: readonly Participant[]): TroncVu['personnes'] {
  return personnes.map((p) => {
    const refus = refusDeRetirer(type, { etat: tronc.etat, faits }, { role: p.role, personnes })
    return { ...p, refusDeRetirer: refus === null ? null : messageDeRefus(type, refus) }
  })
}

/** Why it is sensitive now, worded; who decided it, when still known. */
function protectionVueDe({ tronc, faits }: Lu): TroncVu['protection'] {
  const protection = tronc.classe === 'sensible' ? protectionDe(faits) : null
  if (protection === null) return null
  const { agentId, ...vue } = protection
  const par = tronc.agents.find(({ id }) => id === agentId)?.nom ?? null
  return { ...vue, libelle: LIBELLES_DES_RAISONS[vue.raison], par }
}

async function lecturesVues(ctx: Contexte, tronc: TroncLu): Promise<TroncVu['lectures']> {
  const noms = new Map(tronc.agents.map((a) => [a.id, a.nom]))
  const entrees = await listerEntreesDuDossier(ctx.tx, tronc.id, LECTURES_MONTREES)
  return entrees.map((e) => ({
    agent: (e.agentId === null ? null : noms.get(e.agentId)) ?? LECTEURS[e.acteur] ?? 'Porte-voix',
    evenement: e.evenement,
    libelle: libelleDeLecture(e.evenement),
    survenueA: e.survenueA.toISOString(),
  }))
}

/**
 * What every dossier page shows. Five statements. Throws `not-found` outside the perimeter. The facts are returned
 * beside the view because the module's own rules look at them.
 */
export async function lireTronc(
  ctx: Contexte,
  d: DependancesDesDossiers,
  id: string,
): Promise<{ tronc: TroncVu; faits: readonly FaitEnregistre[] }> {
  const agent = agentDe(ctx)
  const jour = aujourdHui(ctx)
  const tronc = await trouverTronc(ctx.tx, id)
  if (tronc === null) throw new AppError('not-found')
  ctx.about({ dossierId: id })
  const type = d.registre.obtenir(tronc.type)
  const faits = await listerFaits(ctx.tx, id)
  const reglages = await lireReglages(ctx.tx, agent.etablissementId)
  const personnes = await listerPersonnesDuDossier(ctx.tx, id)
  const peut = (permission: string): boolean => d.peut(agent.role, permission)
  const lectures = peut('journal.consulter') ? await lecturesVues(ctx, tronc) : null
  const calendrier = obtenirCalendrier(agent.calendrier)
  const echeances = calculerEcheances({
    faits: versFaits(faits),
    regles: reglesDuType(type),
    calendrier,
    fuseau: agent.fuseau,
    reglages,
  })
  const lu = { tronc, type, faits, jour }
  const vu: TroncVu = {
    id: tronc.id,
    type: tronc.type,
    libelleType: type.libelle,
    numero: tronc.numero,
    etat: tronc.etat,
    libelleEtat: type.etats[tronc.etat]?.libelle ?? tronc.etat,
    estClos: tronc.estClos,
    etapes: etapesDe(type, tronc.etat),
    version: tronc.version,
    classe: dans(['ordinaire', 'sensible'] as const, tronc.classe, 'ordinaire'),
    objet: tronc.objet,
    recuLe: tronc.recuLe,
    priorite: lirePriorite(tronc.priorite),
    etiquettes: tronc.etiquettes,
    miseDeCote: tronc.miseDeCote,
    assigne: tronc.assigne,
    services: tronc.services,
    affaire: tronc.affaire,
    echeances: echeances.map((e) =>
      versEcheanceVue(e, {
        aujourdHui: jour,
        maintenant: ctx.now,
        reglages,
        calendrier,
        fuseau: agent.fuseau,
      }),
    ),
    faits: faitsVus(lu, peut),
    recits: tronc.recits,
    personnes: personnesVues(lu, personnes),
    protection: peut('dossiers.modifier') ? protectionVueDe(lu) : null,
    conflits: peut('dossiers.proteger') ? tronc.conflits : null,
    liens: tronc.liens.map((l) => ({
      ...l,
      nature: dans(['meme-affaire', 'suite-de', 'doublon-de'] as const, l.nature, 'meme-affaire'),
    })),
    transitions: transitionsVues(lu, peut),
    lectures,
  }
  return { tronc: vu, faits }
}
