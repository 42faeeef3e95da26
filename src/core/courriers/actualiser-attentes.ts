import type { Attente, CodeDAttente } from '#core/dossiers/domain/attente.ts'
import { remplacerAttentes } from '#core/dossiers/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { envoiDebout, etatDe, exigencesDe, visaCourant } from './situation.ts'
import { type CourrierEnBase, listerCourriersEnBase } from './store-courriers.ts'

interface Debiteur {
  readonly code: CodeDAttente
  readonly de: string
  readonly agentId: string | null
}

/** Who made the letter moves it on, unless someone else must act first. */
function debiteurDe(
  d: Pick<DependancesDesCourriers, 'modeles'>,
  c: CourrierEnBase,
  maintenant: Date,
): Debiteur | null {
  const auteur = { de: c.agent ?? 'Porte-voix', agentId: c.produitPar }
  const { signature } = exigencesDe(d, c.code)
  const etat = etatDe(c, maintenant)
  switch (etat) {
    case 'abandonne':
    case 'envoye':
      return null
    case 'en-envoi':
    case 'a-verifier': {
      const envoi = envoiDebout(c)
      return {
        code: 'envoi-a-verifier',
        de: envoi?.par ?? auteur.de,
        agentId: envoi?.parId ?? auteur.agentId,
      }
    }
    case 'visa-demande': {
      const visa = visaCourant(c)
      return visa === null ? null : { code: 'visa', de: visa.agent, agentId: visa.agentId }
    }
    case 'vise':
    case 'prepare':
      if (signature === 'requise' && (etat === 'vise' || exigencesDe(d, c.code).visa !== 'requis')) {
        return { code: 'signature', de: c.signataire ?? 'Un signataire', agentId: c.signataireAgentId }
      }
      return { code: 'envoi', ...auteur }
    case 'visa-refuse':
    case 'signe':
      return { code: 'envoi', ...auteur }
  }
}

/** Rewrites what the letters of a dossier wait for, in the transaction that moved one of them. */
export async function actualiserAttentes(
  { tx, now }: { readonly tx: Tx; readonly now: Date },
  d: Pick<DependancesDesCourriers, 'modeles'>,
  dossier: { readonly id: string; readonly etablissementId: string },
): Promise<void> {
  const courriers = await listerCourriersEnBase(tx, dossier.id)
  const attentes = courriers.flatMap((c): Attente[] => {
    const debiteur = debiteurDe(d, c, now)
    return debiteur === null ? [] : [{ objetId: c.id, pourLe: null, ...debiteur }]
  })
  await remplacerAttentes(tx, dossier, 'courriers', attentes)
}
