import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { cleDuCourriel, debutsDeNom } from './domain/cles.ts'
import { chercherPersonnes, listerParCourriel } from './store.ts'
import { versPersonneVue } from './vers-personne-vue.ts'

type Op = typeof contract.chercher

const LIMITE = 10

/**
 * Suggestions while typing a name or an e-mail address: two homonyms are two rows, told apart by birth and town. Those who
 * have exactly the e-mail of a received message come first. Two statements at most.
 */
export async function chercher(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { tx } = ctx
  const saisi = entree.texte.trim()
  const courriel = cleDuCourriel(entree.courriel ?? '')
  const estUnCourriel = saisi.includes('@')
  const criteres = {
    debutsDeNom: estUnCourriel ? [] : debutsDeNom(saisi),
    debutDeCourriel: estUnCourriel ? cleDuCourriel(saisi) : null,
  }
  const exactes = courriel === '' ? [] : await listerParCourriel(tx, courriel, LIMITE)
  const dejaLa = new Set(exactes.map(({ id }) => id))
  const autres = (await chercherPersonnes(tx, criteres, LIMITE)).filter(({ id }) => !dejaLa.has(id))
  return { personnes: [...exactes, ...autres].slice(0, LIMITE).map(versPersonneVue) }
}
