import { heureDe } from '#core/echeances/domain/instant.ts'
import { formaterJour, jourCivil, jourDe } from '#core/echeances/domain/jour-civil.ts'
import type { PieceDeTache } from '#core/pieces/index.ts'
import type { EtablissementEnBase } from '#core/structures/index.ts'
import { documentOf, type Html, html } from '#platform/html/index.ts'
import type { TacheEnBase } from '../store.ts'

const NBSP = '\u00a0'

type Maison = Pick<EtablissementEnBase, 'nom' | 'serviceNom' | 'telephone'>

/** A page of a link: whose it is above, whom to call below. */
export function page(maison: Maison, titre: string, corps: Html): string {
  return documentOf({
    title: `${titre} – ${maison.nom}`,
    banner: html`<strong>${maison.nom}</strong><br>${maison.serviceNom}`,
    body: html`<h1>${titre}</h1>
${corps}
<p class="quiet small">Une question${NBSP}? Appelez «${NBSP}${maison.serviceNom}${NBSP}» au ${telephone(maison.telephone)}.</p>`,
  })
}

const telephone = (numero: string): Html =>
  html`<a href="${`tel:${numero.replace(/[^+\d]/g, '')}`}">${numero.replaceAll(' ', NBSP)}</a>`

/** « mercredi 4 mars 2026 ». */
export const leJour = (jour: string): string => formaterJour(jourCivil(jour))

/** « mercredi 4 mars 2026 à 14:32 », in the zone of the establishment. */
export const leMoment = (instant: Date, fuseau: string): string =>
  `${formaterJour(jourDe(instant, fuseau))} à${NBSP}${heureDe(instant, fuseau).replace(':', `${NBSP}h${NBSP}`)}`

const UNITES = ['octets', 'Ko', 'Mo', 'Go'] as const

/** « 2,4 Mo ». */
export function taille(octets: number): string {
  if (octets < 2) return `${octets}${NBSP}octet`
  const rang = Math.min(UNITES.length - 1, Math.floor(Math.log2(Math.max(octets, 1)) / 10))
  const valeur = (octets / 1024 ** rang).toLocaleString('fr-FR', {
    maximumFractionDigits: rang === 0 ? 0 : 1,
  })
  return `${valeur}${NBSP}${UNITES[rang] ?? ''}`
}

export const nomsDesPieces = (pieces: readonly PieceDeTache[]): Html =>
  html`<ul class="files">${pieces.map((p) => html`<li><span>${p.nom} <span class="quiet">(${taille(p.taille)})</span></span></li>`)}</ul>`

/** A service that closed after it was asked: its people may still answer. */
export const serviceFerme = ({ structureNom, structureFermeLe }: TacheEnBase): Html | null =>
  structureFermeLe === null
    ? null
    : html`<p class="notice soon">Le service «${NBSP}${structureNom}${NBSP}» a fermé le ${leJour(structureFermeLe)}, après cette demande. Si vous y travailliez, votre réponse reste utile${NBSP}; sinon, dites-le-nous par téléphone.</p>`

/** The passage quoted from what the person wrote, when there is one. */
export const citation = (texte: string): Html | null =>
  texte === '' ? null : html`<blockquote><mark>${texte}</mark></blockquote>`
