import { type Participant, personnesConsentantes } from '#core/personnes/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { type Accord, signatureDe } from '../../domain/accord.ts'

export interface SignatureLue {
  /** the name the team may read; empty: the author is not named */
  readonly signature: string
  /** names that must not be read when it is empty */
  readonly noms: readonly string[]
}

type Personne = Pick<Participant, 'id' | 'role' | 'nom' | 'prenom' | 'nomDeNaissance'>

const nomDe = ({ prenom, nom }: Personne): string => `${prenom} ${nom}`.trim()

/** What a team may read of whoever wrote, that day. One statement. */
export async function lireSignature(
  tx: Tx,
  e: {
    readonly dossierId: string
    readonly auteur: string
    readonly accord: Accord
    readonly personnes: readonly Personne[]
  },
  le: string,
): Promise<SignatureLue> {
  const auteurs = e.personnes.filter(({ role }) => role === 'auteur')
  const consentantes = await personnesConsentantes(tx, {
    personneIds: auteurs.map((p) => p.id),
    dossierId: e.dossierId,
    objet: 'nom-donne-a-l-equipe',
    le,
  })
  const signature = signatureDe({
    accord: e.accord,
    auteurAffiche: e.auteur,
    auteurs: auteurs.map((p) => ({ nom: nomDe(p), aConsenti: consentantes.has(p.id) })),
  })
  return { signature, noms: [e.auteur, ...e.personnes.flatMap((p) => [p.nom, p.prenom, p.nomDeNaissance])] }
}
