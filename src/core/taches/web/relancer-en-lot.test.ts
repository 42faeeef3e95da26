import { describe, expect, it } from 'vitest'
import type { callOperation } from '#platform/web/client.ts'
import { offlineError, ProblemError } from '#platform/web/problem-error.ts'
import { contract } from '../contract.ts'
import { relancerLesServices } from './relancer-en-lot.ts'

const tache = (id: string) => ({
  id,
  version: 1,
  destinataire: { nom: `Chef ${id}`, fonction: '', courriel: `${id}@ch-valmont.example` },
  relanceProposee: { niveau: 'rappel', depuisLe: '2026-01-13' },
})
const PARTI = { envoi: 'parti', raison: null }
const REFUS = new ProblemError({ code: 'stale', status: 409, message: 'Modifié entre-temps.' })

/** The server of one dossier: what it answers to each reminder, in order. */
const serveur = (...reponses: readonly (object | Error)[]) => {
  const suite = [...reponses]
  const appeler = async (operation: unknown) => {
    if (operation === contract.lister)
      return { taches: reponses.map((_r, i) => tache(`t${i + 1}`)), courrielIndisponible: null }
    const reponse = suite.shift()
    if (reponse instanceof Error) throw reponse
    return reponse
  }
  return appeler as typeof callOperation
}

describe('la relance de plusieurs dossiers', () => {
  it('est faite quand chaque courriel est parti', async () =>
    expect(await relancerLesServices('d', serveur(PARTI, PARTI))).toBeNull())

  it.each([
    [
      'echec',
      'La messagerie ne répond pas.',
      /^Chef t1\u00a0: relance notée, mais le courriel n’est pas parti/,
    ],
    [
      'incertain',
      'La connexion s’est coupée.',
      /^Chef t1\u00a0: relance notée, son courriel est peut-être parti/,
    ],
  ])(
    'est à reprendre quand le courriel finit en %s : elle est notée quand même',
    async (envoi, raison, attendu) => {
      const echec = await relancerLesServices('d', serveur({ envoi, raison }))
      expect(echec).toMatchObject({ etat: 'a-reprendre', raisons: [expect.stringMatching(attendu)] })
      expect(echec?.raisons[0]).toContain(raison)
      expect(echec?.raisons[0]).toContain('Remplacer le lien')
    },
  )

  it('dit ce qui est parti quand la suite a été refusée', async () =>
    expect(await relancerLesServices('d', serveur(PARTI, REFUS))).toEqual({
      etat: 'a-reprendre',
      raisons: ['Chef t1\u00a0: courriel parti.', 'Chef t2\u00a0: pas relancé. Modifié entre-temps.'],
    }))

  it('garde le premier échec quand la suite réussit', async () => {
    const issue = await relancerLesServices('d', serveur({ envoi: 'echec', raison: 'Refusé.' }, PARTI))
    expect(issue?.raisons).toEqual([
      expect.stringContaining('Chef t1\u00a0: relance notée'),
      'Chef t2\u00a0: courriel parti.',
    ])
  })

  it('ne dit pas que rien n’est fait quand la réponse s’est perdue', async () =>
    expect(await relancerLesServices('d', serveur(offlineError()))).toMatchObject({
      etat: 'a-reprendre',
      raisons: [expect.stringContaining('on ne sait pas si la relance est partie')],
    }))

  it('est refusée quand rien n’a été fait', async () =>
    expect(await relancerLesServices('d', serveur(REFUS, REFUS))).toMatchObject({ etat: 'refuse' }))
})
