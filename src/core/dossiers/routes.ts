import { agentDe, type Contexte, lier } from '#core/journal/index.ts'
import { outsideTransaction } from '#platform/http/index.ts'
import { ajouterPersonne } from './ajouter-personne.ts'
import { assigner } from './assigner.ts'
import { classer } from './classer.ts'
import { completerRecit } from './completer-recit.ts'
import { contract } from './contract.ts'
import { creerAffaire } from './creer-affaire.ts'
import { creerEtiquette } from './creer-etiquette.ts'
import { declarerConflit } from './declarer-conflit.ts'
import { delier } from './delier.ts'
import { enregistrerBrouillon } from './enregistrer-brouillon.ts'
import { enregistrerListe } from './enregistrer-liste.ts'
import { etiqueter } from './etiqueter.ts'
import { exporter } from './exporter.ts'
import { franchir } from './franchir.ts'
import { garderNotePersonnelle } from './garder-note-personnelle.ts'
import { joindreAffaire } from './joindre-affaire.ts'
import { leverConflit } from './lever-conflit.ts'
import { leverMiseDeCote } from './lever-mise-de-cote.ts'
import { lierDossier } from './lier.ts'
import { lireNotePersonnelle } from './lire-note-personnelle.ts'
import { lister } from './lister.ts'
import { listerAffaires } from './lister-affaires.ts'
import { listerBrouillons } from './lister-brouillons.ts'
import { listerChronologieDAffaire } from './lister-chronologie-d-affaire.ts'
import { listerEtiquettes } from './lister-etiquettes.ts'
import { listerListes } from './lister-listes.ts'
import { mettreDeCote } from './mettre-de-cote.ts'
import { modifier } from './modifier.ts'
import { modifierAffaire } from './modifier-affaire.ts'
import { modifierListe } from './modifier-liste.ts'
import { noter } from './noter.ts'
import { obtenirAffaire } from './obtenir-affaire.ts'
import { obtenirOrigine } from './obtenir-origine.ts'
import { prioriser } from './prioriser.ts'
import { quitterAffaire } from './quitter-affaire.ts'
import { rangerListes } from './ranger-listes.ts'
import { rectifierFait } from './rectifier-fait.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { renommerEtiquette } from './renommer-etiquette.ts'
import { retirerEtiquette } from './retirer-etiquette.ts'
import { retirerPersonne } from './retirer-personne.ts'
import { situer } from './situer.ts'
import { supprimerBrouillon } from './supprimer-brouillon.ts'
import { supprimerListe } from './supprimer-liste.ts'

const typesVus = (d: DependancesDesDossiers) => async (ctx: Contexte) => ({
  types: d.registre.types.map((type) => ({
    code: type.code,
    libelle: type.libelle,
    pluriel: type.pluriel,
    etats: Object.entries(type.etats).map(([code, { libelle }]) => ({ code, libelle })),
    feuilles: d.feuilles
      .filter((f) => f.type === type.code && d.peut(agentDe(ctx).role, f.permission))
      .map(({ code, libelle }) => ({ code, libelle })),
  })),
})

export const routesDesDossiers = (d: DependancesDesDossiers) =>
  lier('dossiers', contract, {
    lister: lister(d),
    listerListes: listerListes(d),
    enregistrerListe: enregistrerListe(d),
    modifierListe: modifierListe(d),
    supprimerListe: supprimerListe(d),
    rangerListes,
    listerAffaires,
    creerAffaire,
    obtenirAffaire,
    modifierAffaire,
    joindreAffaire,
    quitterAffaire,
    listerChronologieDAffaire: listerChronologieDAffaire(d),
    lireNotePersonnelle,
    garderNotePersonnelle,
    listerEtiquettes: listerEtiquettes(d),
    creerEtiquette,
    renommerEtiquette,
    retirerEtiquette,
    etiqueter,
    mettreDeCote,
    leverMiseDeCote,
    exporter: outsideTransaction(exporter(d)),
    situer,
    obtenirOrigine: obtenirOrigine(d),
    listerTypes: typesVus(d),
    assigner,
    prioriser,
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
