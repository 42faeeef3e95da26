import { describe, expect, it } from 'vitest'
import { REGLES } from '#core/echeances/domain/regles/registre.ts'
import { etapesDe, FAITS_COMMUNS, type TypeDeDossier } from '../domain/definition.ts'
import { refusDeTransition } from '../domain/rules.ts'

const TOUJOURS = (): boolean => true

/**
 * What every type of dossier must satisfy, in one line of its own tests. `parCommande`: states that commands of the module
 * alone reach and leave, which its own tests prove.
 */
export function verifierTypeDeDossier(
  type: TypeDeDossier,
  permissions: readonly string[],
  parCommande: readonly string[] = [],
): void {
  const etats = Object.keys(type.etats)
  const transitions = Object.entries(type.transitions)
  const finaux = etats.filter((e) => type.etats[e]?.final)

  describe(`le type « ${type.libelle} »`, () => {
    it('a un préfixe de trois capitales', () => expect(type.prefixe).toMatch(/^[A-Z]{3}$/))
    it('commence dans un état qui existe et n’est pas final', () =>
      expect(type.etats[type.etatInitial]?.final).toBe(false))
    it('peut se terminer', () => expect(finaux).not.toEqual([]))
    it('atteint chacun de ses états par une étape ou une commande du module', () => {
      const atteints = new Set([type.etatInitial, ...transitions.map(([, t]) => t.vers), ...parCommande])
      // states without a generic transition must at least be left by one, or a command could trap the dossier there
      const orphelins = etats.filter(
        (e) => !atteints.has(e) && !transitions.some(([, t]) => t.depuis.includes(e)),
      )
      expect(orphelins).toEqual([])
    })
    it('ne part que d’états qui existent', () => {
      for (const [, t] of transitions) for (const depuis of t.depuis) expect(etats).toContain(depuis)
    })
    it('ne demande que des permissions déclarées', () => {
      for (const [, t] of transitions) expect(permissions).toContain(t.permission)
    })
    it('nomme chaque fait qu’il enregistre', () => {
      const connus = [...Object.keys(type.faits), ...Object.keys(FAITS_COMMUNS)]
      for (const fait of [...type.faitsDeReception, ...transitions.map(([, t]) => t.fait)])
        expect(connus).toContain(fait)
    })
    it('dit en français chacun de ses refus', () => {
      for (const [code, t] of transitions) {
        for (const etat of t.depuis) {
          const refus = refusDeTransition(type, code, { etat, faits: [] }, TOUJOURS)
          if (refus !== null) expect(type.refus[refus.code]).toBeTruthy()
        }
      }
    })
    it('n’applique que des règles qui existent', () => {
      const connues = REGLES.map((r) => r.code)
      for (const code of type.regles) expect(connues).toContain(code)
    })
    it('montre ses étapes dans l’ordre', () => {
      expect(etapesDe(type, type.etatInitial).map((e) => e.etat)).toEqual(etats)
      expect(etapesDe(type, type.etatInitial).filter((e) => e.situation === 'courante')).toHaveLength(1)
    })
  })
}
