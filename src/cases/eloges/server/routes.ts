import { lier } from '#core/journal/index.ts'
import { outsideTransaction } from '#platform/http/index.ts'
import { contract } from '../contract.ts'
import { annulerTransmission } from './commands/annuler-transmission.ts'
import { enregistrer } from './commands/enregistrer.ts'
import { noterAccord } from './commands/noter-accord.ts'
import { remettre } from './commands/remettre.ts'
import { transmettre } from './commands/transmettre.ts'
import { compter } from './queries/compter.ts'
import { exporterLesComptes } from './queries/exporter-les-comptes.ts'
import { imprimerFiche } from './queries/imprimer-fiche.ts'
import { type DependancesDesEloges, obtenir } from './queries/obtenir.ts'

export const routes = (d: DependancesDesEloges) =>
  lier('eloges', contract, {
    enregistrer: enregistrer(d.dossiers),
    obtenir: obtenir(d),
    noterAccord,
    transmettre: outsideTransaction(transmettre(d)),
    annulerTransmission,
    remettre,
    imprimerFiche: outsideTransaction(imprimerFiche),
    compter,
    exporterLesComptes: outsideTransaction(exporterLesComptes),
  })
