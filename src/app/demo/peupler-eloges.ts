import type { JourCivil } from '#core/echeances/domain/jour-civil.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import type { Appeler } from './appels.ts'
import type { Hasard } from './hasard.ts'
import { ilYA, instantDe } from './histoire.ts'
import { ELOGES, NOMS, PRENOMS } from './recits.ts'

const NOMBRE_D_ELOGES = 70
/** Older ones have long been read by the team. */
const REMIS_APRES = 25
/** The service whose head has an account. */
const SERVICE_DE_LEA = 'S201'

interface Plume {
  readonly appeler: Appeler
  readonly acteurs: ReadonlyMap<string, ActeurAgent>
  readonly structures: ReadonlyMap<string, string>
  readonly maintenant: Date
  readonly aujourdHui: JourCivil
  readonly h: Hasard
}

interface Recu {
  readonly id: string
  readonly texte: string
  readonly serviceId: string
  readonly recu: number
  readonly quand: Date
  readonly qui: ActeurAgent
}

const obtenir = <T>(carte: ReadonlyMap<string, T>, cle: string): T => {
  const valeur = carte.get(cle)
  if (valeur === undefined) throw new Error(`Missing in the demonstration: ${cle}`)
  return valeur
}

const texteDe = (reponse: unknown, cle: string): string => String(Reflect.get(Object(reponse), cle))

/** Nothing leaves a demonstration: the sheet was printed and handed over. */
async function transmettre(p: Plume, { id, texte, serviceId, quand, qui }: Recu): Promise<void> {
  await p.appeler(qui, quand, 'eloges.transmettre', {
    id,
    version: 1,
    texte,
    destinataires: [{ structureId: serviceId, nom: '', courriel: '', parCourriel: false }],
  })
}

async function remettre(p: Plume, { id, recu, quand }: Recu): Promise<void> {
  const lea = obtenir(p.acteurs, 'lea')
  const { transmissions } = Object(await p.appeler(lea, quand, 'eloges.obtenir', { id }))
  await p.appeler(lea, instantDe(p.h, ilYA(p.aujourdHui, recu - 3), p.maintenant), 'eloges.remettre', {
    id,
    transmissionId: texteDe(transmissions[0], 'id'),
  })
}

async function enregistrer(p: Plume, recu: number, service: string): Promise<Recu> {
  const { h, appeler } = p
  const quand = instantDe(h, ilYA(p.aujourdHui, recu), p.maintenant)
  const qui = obtenir(p.acteurs, h.chance(0.5) ? 'camille' : 'nadia')
  const serviceId = obtenir(p.structures, service)
  const texte = h.parmi(ELOGES)
  const auteur = h.chance(0.7) ? `${h.parmi(PRENOMS)[1]} ${h.parmi(NOMS)}` : ''
  const cree = await appeler(qui, quand, 'eloges.enregistrer', {
    ...{ texte, auteur, canal: h.parmi(['courriel', 'courrier', 'guichet', 'formulaire']) },
    accord: auteur !== '' && h.chance(0.4) ? 'ecrit' : null,
    services: [serviceId],
    recuLe: ilYA(p.aujourdHui, recu),
    pieces: [],
  })
  return { id: texteDe(cree, 'id'), texte, serviceId, recu, quand, qui }
}

/** Praises over eighteen months: the recent ones wait, the others went to their team. */
export async function peuplerLesEloges(p: Plume): Promise<void> {
  const { h } = p
  const codes = [...p.structures.keys()].filter((code) => /^S\d{3}$/.test(code))
  const jours = Array.from({ length: NOMBRE_D_ELOGES }, () => h.entier(0, 540)).toSorted((a, b) => b - a)
  for (const [rang, recu] of jours.entries()) {
    const estDeLea = rang % 17 === 0 || rang === jours.length - 4
    const eloge = await enregistrer(p, recu, estDeLea ? SERVICE_DE_LEA : h.parmi(codes))
    if (recu <= 2 || (recu <= 6 && h.chance(0.5))) continue
    await transmettre(p, eloge)
    if (eloge.serviceId === p.structures.get(SERVICE_DE_LEA) && recu > REMIS_APRES) await remettre(p, eloge)
  }
}
