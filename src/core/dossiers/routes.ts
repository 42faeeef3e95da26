import { type Contexte, lier } from '#core/journal/index.ts'
import { ajouterPersonne } from './ajouter-personne.ts'
import { assigner } from './assigner.ts'
import { classer } from './classer.ts'
import { completerRecit } from './completer-recit.ts'
import { contract } from './contract.ts'
import { declarerConflit } from './declarer-conflit.ts'
import { delier } from './delier.ts'
import { enregistrerBrouillon } from './enregistrer-brouillon.ts'
import { exporter } from './exporter.ts'
import { franchir } from './franchir.ts'
import { leverConflit } from './lever-conflit.ts'
import { lierDossier } from './lier.ts'
import { lister } from './lister.ts'
import { listerBrouillons } from './lister-brouillons.ts'
import { modifier } from './modifier.ts'
import { noter } from './noter.ts'
import { obtenirOrigine } from './obtenir-origine.ts'
import { rectifierFait } from './rectifier-fait.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { retirerPersonne } from './retirer-personne.ts'
import { situer } from './situer.ts'
import { supprimerBrouillon } from './supprimer-brouillon.ts'

const typesVus = (d: DependancesDesDossiers) => async (_ctx: Contexte) => ({
  types: d.registre.types.map((type) => ({
    code: type.code,
    libelle: type.libelle,
    pluriel: type.pluriel,
    etats: Object.entries(type.etats).map(([code, { libelle }]) => ({ code, libelle })),
  })),
})

export const routesDesDossiers = (d: DependancesDesDossiers) =>
  lier('dossiers', contract, {
    lister: lister(d),
    exporter: exporter(d),
    situer,
    obtenirOrigine: obtenirOrigine(d),
    listerTypes: typesVus(d),
    assigner,
    modifier,
    classer,
    completerRecit,
    ajouterPersonne: ajouterPersonne(d),
    retirerPersonne: retirerPersonne(d),
    lier: lierDossier,
    delier,
    noter,
    rectifierFait: rectifierFait(d),
    franchir: franchir(d),
    declarerConflit,
    leverConflit,
    listerBrouillons,
    enregistrerBrouillon,
    supprimerBrouillon,
  })
