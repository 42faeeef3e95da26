import { jourDe } from '#core/echeances/domain/jour-civil.ts'
import type { PieceDeTache } from '#core/pieces/index.ts'
import { type Html, html } from '#platform/html/index.ts'
import type { BrouillonLu } from '../brouillon.ts'
import { NATURE_DE_TACHE } from '../domain/labels.ts'
import type { ReponseEcrite } from '../domain/rules.ts'
import { CHAMP_DU_SUJET, type Erreurs, type FichierRefuse } from '../lien/formulaire.ts'
import type { DemandeDuLien } from '../lien/porteur.ts'
import type { SujetEnBase } from '../store.ts'
import { citation, leJour, leMoment, page, serviceFerme, taille } from './cadre.ts'
import { champ, zone } from './champs.ts'

const NBSP = '\u00a0'

export interface DemandeAMontrer extends DemandeDuLien {
  readonly pieces: readonly PieceDeTache[]
  /** as kept, or as just typed */
  readonly ecrit: BrouillonLu
  readonly erreurs?: Erreurs
  readonly refusees?: readonly FichierRefuse[]
  /** what someone else kept meanwhile */
  readonly conflit?: (ReponseEcrite & { readonly modifieA: Date }) | null
  /** what was typed is on this page and nowhere else */
  readonly perdu?: boolean
  readonly maintenant: Date
  readonly fuseau: string
}

/** What is asked, the boxes to answer in, and what was kept so far. */
export function pageDeDemande(a: DemandeAMontrer): string {
  const { etablissement, tache } = a
  return page(
    etablissement,
    NATURE_DE_TACHE[tache.nature],
    html`${resume(a)}${conflit(a)}${garde(a)}${serviceFerme(tache)}
<p>${intention(a)}</p>
<div class="card"><p class="quiet small">${tache.demandeur}, ${etablissement.serviceNom}, le ${leJour(tache.demandeeLe)}, au sujet du ${tache.objet}</p>
<p class="text">${tache.message}</p></div>
<form method="post" enctype="multipart/form-data" novalidate>
<input type="hidden" name="version" value="${a.ecrit.version}">
<div class="stack">${a.sujets.map((sujet) => blocDuSujet(a, sujet))}${reponseGenerale(a)}${blocDesPieces(a)}${blocDuRepondant(a)}</div>
${actions(a)}
</form>`,
  )
}

function intention({ tache, maintenant, fuseau }: DemandeAMontrer): Html {
  const quoi = tache.nature === 'explications' ? 'Réponse souhaitée' : 'Lecture souhaitée'
  const passe = tache.pourLe < jourDe(maintenant, fuseau)
  const jour = html`<strong>${leJour(tache.pourLe)}</strong>`
  if (tache.nature === 'restitution')
    return html`${quoi} pour le ${jour}. Lisez, puis confirmez en bas de page${NBSP}; un commentaire est bienvenu, sans être nécessaire.`
  return passe
    ? html`${quoi} pour le ${jour}. Ce jour est passé${NBSP}: votre réponse reste utile, envoyez-la dès que possible.`
    : html`${quoi} pour le ${jour}. Vous pouvez l’écrire en plusieurs fois${NBSP}: enregistrez le brouillon, puis revenez par le même lien.`
}

/** Errors first, each leading to its field. */
function resume({ erreurs = {}, refusees = [], perdu = false }: DemandeAMontrer): Html | null {
  const champs = Object.entries(erreurs)
  if (champs.length === 0 && refusees.length === 0) return null
  return html`<div class="summary" role="alert"><p><strong>${champs.length + refusees.length === 1 ? 'Un point est à corriger.' : 'Des points sont à corriger.'}</strong>${perdu ? ' Votre texte est encore là, mais il n’est pas enregistré.' : ' Votre texte est enregistré comme brouillon.'}</p>
<ul>${champs.map(([nom, phrase]) => html`<li><a href="${`#${nom}`}">${phrase}</a></li>`)}${refusees.map(({ nom, message }) => html`<li><a href="#pieces">«${NBSP}${nom}${NBSP}»${NBSP}: ${message}</a></li>`)}</ul></div>`
}

function conflit({ conflit: autre, fuseau }: DemandeAMontrer): Html | null {
  if (autre === undefined || autre === null) return null
  return html`<div class="notice soon" role="alert"><p><strong>Quelqu’un d’autre a écrit dans cette réponse le ${leMoment(autre.modifieA, fuseau)}.</strong> Votre texte est dans les cases, le sien sous chacune. Gardez ce qu’il faut des deux, puis enregistrez${NBSP}: c’est votre texte qui restera.</p></div>`
}

function garde({ ecrit, erreurs = {}, refusees = [], conflit: autre, fuseau }: DemandeAMontrer): Html | null {
  if (ecrit.modifieA === null || Object.keys(erreurs).length > 0 || refusees.length > 0) return null
  if (autre !== undefined && autre !== null) return null
  return html`<p class="notice ok" role="status">Brouillon enregistré le ${leMoment(ecrit.modifieA, fuseau)}. Il n’est pas encore envoyé.</p>`
}

const autreDe = (a: DemandeAMontrer, sien: (autre: ReponseEcrite) => string, mien: string): string | null => {
  if (a.conflit === undefined || a.conflit === null) return null
  const texte = sien(a.conflit)
  return texte === mien ? null : texte
}

function blocDuSujet(a: DemandeAMontrer, { sujetId, rang, titre, citation: passage }: SujetEnBase): Html {
  const nom = `${CHAMP_DU_SUJET}${sujetId}`
  const valeur = a.ecrit.reponses[sujetId] ?? ''
  const explique = a.tache.nature === 'explications'
  const reponse =
    explique &&
    zone({
      nom,
      libelle: `Votre réponse au point ${rang}`,
      valeur,
      erreur: a.erreurs?.[nom],
      autre: autreDe(a, (autre) => autre.reponses[sujetId] ?? '', valeur),
    })
  return html`<section class="card" aria-labelledby="${`titre-${rang}`}"><h2 id="${`titre-${rang}`}">${rang}. ${titre}</h2>
${explique ? citation(passage) : html`<p class="text">${passage}</p>`}${reponse}</section>
`
}

function reponseGenerale(a: DemandeAMontrer): Html {
  const libelle =
    a.tache.nature === 'restitution'
      ? 'Commentaire (facultatif)'
      : a.sujets.length === 0
        ? 'Votre réponse'
        : 'Ce que vous souhaitez ajouter'
  const { reponse: valeur } = a.ecrit
  const autre = autreDe(a, ({ reponse }) => reponse, valeur)
  return html`<section class="card">${zone({ nom: 'reponse', libelle, valeur, erreur: a.erreurs?.['reponse'], autre })}</section>
`
}

function blocDesPieces({ pieces }: DemandeAMontrer): Html {
  return html`<section class="card" aria-labelledby="pieces"><h2 id="pieces" tabindex="-1">Pièces jointes</h2>
${
  pieces.length > 0 &&
  html`<ul class="files">${pieces.map(
    (p) =>
      html`<li><span>${p.nom} <span class="quiet">(${taille(p.taille)})</span></span> <button class="small" type="submit" name="retirer" value="${p.id}" aria-label="${`Retirer ${p.nom}`}">Retirer</button></li>`,
  )}</ul>`
}
<div class="field"><label for="fichiers">Joindre des fichiers</label>
<input type="file" id="fichiers" name="fichiers" multiple aria-describedby="fichiers-aide">
<p class="hint" id="fichiers-aide">Protocole, planning, compte rendu d’événement… Ils sont joints quand vous enregistrez le brouillon ou passez à la suite.</p></div></section>
`
}

function blocDuRepondant(a: DemandeAMontrer): Html {
  const { nom, fonction } = a.ecrit
  return html`<section class="card" aria-labelledby="vous"><h2 id="vous">Qui répond</h2>
<p class="quiet small">Si ce message vous a été transmis, remplacez ce nom par le vôtre.</p>
<div class="two">${champ({
    nom: 'nom',
    libelle: 'Prénom et nom',
    valeur: nom,
    erreur: a.erreurs?.['nom'],
    completion: 'name',
    autre: autreDe(a, (autre) => autre.nom, nom),
  })}${champ({
    nom: 'fonction',
    libelle: 'Fonction',
    valeur: fonction,
    erreur: a.erreurs?.['fonction'],
    completion: 'organization-title',
    autre: autreDe(a, (autre) => autre.fonction, fonction),
  })}</div></section>
`
}

function actions({ tache }: DemandeAMontrer): Html {
  const suite =
    tache.nature === 'explications' ? 'Relire et envoyer la réponse' : 'Relire et confirmer la lecture'
  return html`<div class="actions"><button class="main" type="submit" name="geste" value="relire">${suite}</button>
<button type="submit" name="geste" value="garder">Enregistrer le brouillon</button></div>`
}
