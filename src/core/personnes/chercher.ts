import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { cleDuCourriel, debutsDeNom } from './domain/cles.ts'
import { chercherPersonnes } from './store.ts'
import { versPersonneVue } from './vers-personne-vue.ts'

type Op = typeof contract.chercher

const LIMITE = 10

/** Suggestions while typing a name or an e-mail address: two homonyms are two rows, told apart by birth and town. */
export async function chercher(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const saisi = entree.texte.trim()
  const courriel = cleDuCourriel(entree.courriel ?? '')
  const estUnCourriel = saisi.includes('@')
  const criteres = {
    debutsDeNom: estUnCourriel ? [] : debutsDeNom(saisi),
    debutDeCourriel: estUnCourriel ? cleDuCourriel(saisi) : null,
    courriel: courriel === '' ? null : courriel,
  }
  return { personnes: (await chercherPersonnes(ctx.tx, criteres, LIMITE)).map(versPersonneVue) }
}
