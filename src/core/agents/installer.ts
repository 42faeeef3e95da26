import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { type ContexteLibre, enTransaction, inscrireAuJournal } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import type { DependancesDesAgents } from './dependances.ts'
import { identifiantCanonique } from './domain/identifiant.ts'
import { REFUS_DES_AGENTS } from './domain/labels.ts'
import {
  CLE_DE_L_INSTALLATION,
  cleDeLAdresse,
  noterEchec,
  oublierEchecs,
  prendreUnEssai,
} from './freinage.ts'
import { hacherMotDePasse } from './mot-de-passe.ts'
import { insererAgent } from './store.ts'
import { estInstallationRequise, verrouillerTentatives } from './store-sessions.ts'

type Op = typeof contract.installer

async function exigerUneInstallation(tx: Tx): Promise<void> {
  if (await estInstallationRequise(tx)) return
  throw new AppError('refused', { refus: 'deja-installe', message: REFUS_DES_AGENTS['deja-installe'] })
}

/** Creates the establishment and its administrator, once, for whoever reads the code in the terminal. */
export function installer(besoins: DependancesDesAgents) {
  const { database, codeInstallation, creerEtablissement } = besoins
  return async (ctx: ContexteLibre, input: InputOf<Op>): Promise<OutputOf<Op>> => {
    const cles = { compte: CLE_DE_L_INSTALLATION, adresse: cleDeLAdresse(ctx.request.address) }
    await prendreUnEssai(database, cles, ctx.now, exigerUneInstallation)
    if (!codeInstallation.verifier(input.code)) {
      await noterEchec(database, cles, ctx.now)
      throw new AppError('invalid', {
        champs: { code: 'Ce n’est pas le code affiché dans le terminal. Vérifiez-le, puis recopiez-le.' },
      })
    }
    const motDePasse = await hacherMotDePasse(input.administrateur.motDePasse)
    const etablissementId = uuidv7(ctx.now.getTime()) as EtablissementId
    const agentId = uuidv7(ctx.now.getTime())
    const acteur = { type: 'installation', etablissementId } as const
    await enTransaction(database, acteur, 'write', async (tx) => {
      // Held until the commit: of two installers at once, the second finds the work done.
      await verrouillerTentatives(tx, CLE_DE_L_INSTALLATION)
      await exigerUneInstallation(tx)
      await creerEtablissement(tx, etablissementId, input.etablissement, ctx.now)
      const { nom, prenom, identifiant } = input.administrateur
      await insererAgent(tx, {
        ...{ id: agentId, etablissementId, nom, prenom, motDePasse, creeA: ctx.now },
        identifiant: identifiantCanonique(identifiant),
        courriel: '',
        fonction: '',
        role: 'administrateur',
        services: [],
        doitChangerMotDePasse: false,
      })
      await inscrireAuJournal(tx, acteur, { evenement: 'agent-cree', objetId: agentId }, ctx.now)
      await oublierEchecs(tx, cles)
    })
    codeInstallation.consommer()
    ctx.about({ objectId: etablissementId })
    return { etablissementId }
  }
}
