import { lier } from '#core/journal/index.ts'
import { outsideTransaction } from '#platform/http/index.ts'
import { abandonner } from './abandonner.ts'
import { ajouterSignataire } from './ajouter-signataire.ts'
import { cloreSignataire } from './clore-signataire.ts'
import { comparerVersions } from './comparer-versions.ts'
import { constaterEnvoi } from './constater-envoi.ts'
import { contract } from './contract.ts'
import { convertirEnPdf } from './convertir-en-pdf.ts'
import { demanderVisa } from './demander-visa.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { deposerModele } from './deposer-modele.ts'
import { deposerPdf } from './deposer-pdf.ts'
import { deposerVersion } from './deposer-version.ts'
import { envoyerParCourriel } from './envoyer-par-courriel.ts'
import { essayerModele } from './essayer-modele.ts'
import { joindrePreuve } from './joindre-preuve.ts'
import { listerFichiers } from './lister-fichiers.ts'
import { listerModeles } from './lister-modeles.ts'
import { listerSignataires } from './lister-signataires.ts'
import { noterEnvoi } from './noter-envoi.ts'
import { rendreVisa } from './rendre-visa.ts'
import { retirerModele } from './retirer-modele.ts'
import { signer } from './signer.ts'
import { signerSurPapier } from './signer-sur-papier.ts'
import { suivreRecommande } from './suivre-recommande.ts'
import { telechargerModele } from './telecharger-modele.ts'

/** The operations on letters, their templates and their signatories, ready for the server. */
export const routesDesCourriers = (d: DependancesDesCourriers) =>
  lier('courriers', contract, {
    listerModeles: listerModeles(d),
    deposerModele: outsideTransaction(deposerModele(d)),
    telechargerModele: outsideTransaction(telechargerModele(d)),
    essayerModele: outsideTransaction(essayerModele(d)),
    retirerModele: retirerModele(d),
    deposerVersion: outsideTransaction(deposerVersion(d)),
    comparerVersions: outsideTransaction(comparerVersions(d)),
    demanderVisa: demanderVisa(d),
    rendreVisa: rendreVisa(d),
    signer: outsideTransaction(signer(d)),
    signerSurPapier: outsideTransaction(signerSurPapier(d)),
    convertirEnPdf: outsideTransaction(convertirEnPdf(d)),
    deposerPdf: outsideTransaction(deposerPdf(d)),
    noterEnvoi: noterEnvoi(d),
    listerFichiers: listerFichiers(d),
    envoyerParCourriel: outsideTransaction(envoyerParCourriel(d)),
    constaterEnvoi: constaterEnvoi(d),
    suivreRecommande: suivreRecommande(d),
    joindrePreuve: outsideTransaction(joindrePreuve(d)),
    abandonner: abandonner(d),
    listerSignataires: listerSignataires(d),
    ajouterSignataire: ajouterSignataire(d),
    cloreSignataire,
  })
