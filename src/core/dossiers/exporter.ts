import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf } from '#platform/contract.ts'
import type { Download } from '#platform/http/index.ts'
import type { contract } from './contract.ts'
import { celluleCsv } from './domain/csv.ts'
import { phraseDAttente } from './domain/labels.ts'
import { aujourdHui } from './ecriture.ts'
import { versLigne } from './lignes.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { type DossierListe, listerDossiers, listerDossiersParIds } from './store-listes.ts'
import { chercherIds } from './store-recherche.ts'

const LIGNES_MAX = 10_000
const SEUIL_SANS_OBJET = 0
const TITRES = [
  'Numéro',
  'Type',
  'Objet',
  'Auteur',
  'Services',
  'Reçu le',
  'État',
  'Prochaine échéance',
  'À faire',
  'En attente de',
  'Attribué à',
]

const versFrancais = (jour: string | null): string =>
  jour === null ? '' : jour.split('-').toReversed().join('/')

/** The list as Excel opens it: UTF-8 with its mark, semicolons, French dates, no cell ever read as a formula. */
export function exporter(d: DependancesDesDossiers) {
  return async (ctx: Contexte, criteres: InputOf<typeof contract.exporter>): Promise<Download> => {
    const { agentId, etablissementId } = agentDe(ctx)
    const jour = aujourdHui(ctx)
    const lecteur = { agentId, etablissementId, aujourdHui: jour }
    const saisi = criteres.recherche?.trim() ?? ''
    const dossiers: DossierListe[] =
      saisi === ''
        ? await listerDossiers(ctx.tx, criteres, lecteur, null, LIGNES_MAX)
        : await listerDossiersParIds(
            ctx.tx,
            await chercherIds(ctx.tx, etablissementId, saisi),
            criteres,
            lecteur,
            { depart: 0, limite: LIGNES_MAX },
          )
    ctx.about({ details: { lignes: dossiers.length } })
    const lignes = dossiers.map((dossier) => {
      const l = versLigne(dossier, d.registre, jour, SEUIL_SANS_OBJET)
      const type = d.registre.obtenir(l.type).libelle
      const echeance = versFrancais(l.prochaineEcheanceLe)
      return [
        l.numero,
        type,
        l.objet,
        l.auteur,
        l.services.join(', '),
        versFrancais(l.recuLe),
        l.libelleEtat,
        echeance,
        l.prochaineEcheance ?? '',
        l.attentes.map(phraseDAttente).join(', '),
        l.assigneNom ?? '',
      ]
    })
    const csv = [TITRES, ...lignes].map((cellules) => cellules.map(celluleCsv).join(';')).join('\r\n')
    const content = Buffer.from(`\uFEFF${csv}\r\n`, 'utf8')
    return {
      content,
      type: 'text/csv; charset=utf-8',
      fileName: `dossiers-${jour}.csv`,
      inline: false,
      size: content.length,
    }
  }
}
