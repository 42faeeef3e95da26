import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { type contract, ROLES_DANS_LE_DOSSIER } from './contract.ts'
import {
  CHAMPS_DE_FUSION,
  motifEstRequis,
  proposerChoix,
  refusDeFusionner,
  valeurDe,
} from './domain/fusion.ts'
import { REFUS_DE_FUSION } from './domain/labels.ts'
import { masquerMatricule } from './domain/nir.ts'
import { rapprocher } from './domain/rapprochement.ts'
import { compterConsentementsDe, type DossierDUneFiche, listerDossiersDesFiches } from './store-fusions.ts'
import { listerComparables, type PersonneComparable } from './store-rapprochements.ts'
import { versPersonneVue } from './vers-personne-vue.ts'

type Op = typeof contract.apercevoirFusion

const dossierVu = ({ personneId: _elle, role, ...dossier }: DossierDUneFiche) => ({
  ...dossier,
  role: ROLES_DANS_LE_DOSSIER.find((un) => un === role) ?? 'temoin',
})

/** The two records, or `not-found`: both must be seen. One statement. */
export async function lireLesDeux(
  ctx: Contexte,
  { id, autreId }: { readonly id: string; readonly autreId: string },
): Promise<{ gardee: PersonneComparable; absorbee: PersonneComparable }> {
  const lues = await listerComparables(ctx.tx, [id, autreId])
  const gardee = lues.find(({ personne }) => personne.id === id)
  const absorbee = lues.find(({ personne }) => personne.id === autreId)
  if (gardee === undefined || absorbee === undefined) throw new AppError('not-found')
  return { gardee, absorbee }
}

/** What a merge would keep, field by field, and which dossiers would move. Three statements. */
export async function apercevoirFusion(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { gardee, absorbee } = await lireLesDeux(ctx, entree)
  ctx.about({ objectId: entree.id, details: { autreId: entree.autreId } })
  const [une, autre] = [gardee.comparable, absorbee.comparable]
  const rapprochement = rapprocher(une, autre)
  const refus = refusDeFusionner({
    ids: [entree.id, entree.autreId],
    matricules: [une.matricule, autre.matricule],
    rapprochement,
    motif: 'à écrire',
  })
  const fiches = {
    gardee: { ...gardee.personne, matricule: une.matricule },
    absorbee: { ...absorbee.personne, matricule: autre.matricule },
  }
  const choix = proposerChoix(fiches.gardee, fiches.absorbee)
  const lire = (champ: (typeof CHAMPS_DE_FUSION)[number], cote: 'gardee' | 'absorbee'): string => {
    const valeur = valeurDe(champ, fiches[cote])
    return champ === 'identifiant' && valeur !== '' ? masquerMatricule(valeur) : valeur
  }
  const dossiers = await listerDossiersDesFiches(ctx.tx, [entree.id, entree.autreId])
  return {
    gardee: versPersonneVue(gardee.personne),
    absorbee: versPersonneVue(absorbee.personne),
    rapprochement:
      rapprochement === null
        ? null
        : {
            ...rapprochement,
            indices: [...rapprochement.indices],
            contradictions: [...rapprochement.contradictions],
          },
    champs: CHAMPS_DE_FUSION.map((champ) => ({
      champ,
      gardee: lire(champ, 'gardee'),
      absorbee: lire(champ, 'absorbee'),
      propose: choix[champ],
    })),
    dossiersGardes: dossiers.filter((d) => d.personneId === entree.id).map(dossierVu),
    dossiersDeplaces: dossiers.filter((d) => d.personneId === entree.autreId).map(dossierVu),
    consentementsDeplaces: await compterConsentementsDe(ctx.tx, entree.autreId),
    motifRequis: motifEstRequis(rapprochement),
    refus: refus === null ? null : REFUS_DE_FUSION[refus.code],
  }
}
