import { describe, expect, it } from 'vitest'
import { courrierVuDEssai } from '#core/courriers/testing-vue.ts'
import type { ReclamationVue } from '../contract.ts'
import { etapeDemandee, etapeSuivante } from './etape.tsx'

const REFUSE = { code: 'dossier-clos' }
const courrier = (envoyeLe: string | null): ReclamationVue['courriers'][number] =>
  courrierVuDEssai({
    code: 'reclamations.accuse-reception',
    envoyeLe,
    etat: envoyeLe === null ? 'prepare' : 'envoye',
  })

type Cas = Partial<ReclamationVue['actions']> & {
  readonly estOrale?: boolean
  readonly estClos?: boolean
  readonly courriers?: ReclamationVue['courriers']
}

function vue({ estOrale = false, estClos = false, courriers = [], ...actions }: Cas): ReclamationVue {
  return {
    tronc: {
      id: 'd',
      type: 'reclamation',
      libelleType: 'Réclamation',
      numero: 'REC-2026-00001',
      etat: 'recu',
      libelleEtat: 'Reçue',
      estClos,
      etapes: [],
      version: 1,
      classe: 'ordinaire',
      objet: 'Attente',
      recuLe: '2026-11-05',
      assigne: null,
      services: [],
      echeances: [],
      faits: [],
      recits: [],
      personnes: [],
      liens: [],
      transitions: [],
      conflits: null,
      lectures: null,
    },
    canal: estOrale ? 'guichet' : 'courriel',
    receptionOrigine: 'saisie',
    estAnonyme: false,
    estOrale,
    copieRemiseA: null,
    pieces: [],
    courriers,
    griefs: [],
    provenances: [],
    transmissions: [],
    silence: { departLe: '2026-03-02', rejetLe: '2026-05-02', autreLecture: null, article: '', lectures: [] },
    actions: {
      accuserReception: REFUSE,
      envoyerLAccuse: REFUSE,
      noterEnregistrement: REFUSE,
      noterReponse: REFUSE,
      classerSansReponse: REFUSE,
      remettreCopie: REFUSE,
      qualifier: null,
      transmettre: REFUSE,
      orienter: REFUSE,
      rouvrir: REFUSE,
      ...actions,
    },
    canalAccuse: 'electronique',
  }
}

describe('la prochaine chose à faire', () => {
  it.each([
    [
      'remettre la copie d’une réclamation orale',
      { estOrale: true, remettreCopie: null, accuserReception: null },
      'copie',
    ],
    ['accuser réception', { accuserReception: null, noterReponse: null }, 'accuse'],
    [
      'noter l’envoi de l’accusé préparé',
      { accuserReception: null, envoyerLAccuse: null, courriers: [courrier(null)] },
      'envoi',
    ],
    ['noter la réponse', { noterReponse: null, courriers: [courrier('2026-11-07')] }, 'reponse'],
    ['rien, une fois close', { estClos: true, accuserReception: null }, null],
  ] as const satisfies readonly (readonly [string, Cas, string | null])[])('%s', (_cas, cas, attendue) =>
    expect(etapeSuivante(vue(cas))).toBe(attendue),
  )
})

describe('l’accusé demandé à l’enregistrement', () => {
  it('se prépare à l’arrivée sur le dossier', () =>
    expect(etapeDemandee(vue({ accuserReception: null }), 'accuse')).toBe('accuse'))
  it('ne se prépare pas deux fois quand la page est relue', () =>
    expect(etapeDemandee(vue({ accuserReception: null, courriers: [courrier(null)] }), 'accuse')).toBeNull())
  it('ne s’ouvre pas de lui-même', () =>
    expect(etapeDemandee(vue({ accuserReception: null }), undefined)).toBeNull())
})
