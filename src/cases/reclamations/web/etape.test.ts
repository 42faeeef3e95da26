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

const reponse = (etat: 'prepare' | 'vise'): ReclamationVue['courriers'][number] =>
  courrierVuDEssai({ code: 'reclamations.reponse', envoyeLe: null, etat })

type Cas = Partial<ReclamationVue['actions']> & {
  readonly etat?: string
  readonly estOrale?: boolean
  readonly estClos?: boolean
  readonly courriers?: ReclamationVue['courriers']
}

function vue({
  estOrale = false,
  estClos = false,
  etat = 'recu',
  courriers = [],
  ...actions
}: Cas): ReclamationVue {
  return {
    tronc: {
      id: 'd',
      type: 'reclamation',
      libelleType: 'Réclamation',
      numero: 'REC-2026-00001',
      etat,
      libelleEtat: 'Reçue',
      estClos,
      etapes: [],
      version: 1,
      classe: 'ordinaire',
      priorite: 'normale',
      objet: 'Attente',
      recuLe: '2026-11-05',
      etiquettes: [],
      miseDeCote: null,
      assigne: null,
      affaire: null,
      protection: null,
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
      preparerReponse: REFUSE,
      envoyerLaReponse: REFUSE,
      noterReponse: REFUSE,
      clore: REFUSE,
      restituer: REFUSE,
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
    [
      'relever les griefs, l’accusé parti',
      {
        noterReponse: null,
        preparerReponse: { code: 'griefs-a-relever' },
        courriers: [courrier('2026-11-07')],
      },
      'griefs',
    ],
    [
      'poser les constats qui manquent',
      { noterReponse: null, preparerReponse: { code: 'griefs-incomplets' } },
      'analyse',
    ],
    ['rédiger la réponse', { noterReponse: null, preparerReponse: null }, 'reponse'],
    [
      'faire avancer la réponse prête',
      { noterReponse: null, preparerReponse: null, envoyerLaReponse: null, courriers: [reponse('prepare')] },
      'envoi-de-la-reponse',
    ],
    [
      'la rédiger de nouveau quand elle est périmée',
      {
        noterReponse: null,
        preparerReponse: null,
        envoyerLaReponse: { code: 'reponse-perimee' },
        courriers: [reponse('vise')],
      },
      'reponse',
    ],
    ['clore, la réponse partie', { etat: 'repondu', clore: null }, 'cloture'],
    ['dire ce qui empêche de clore', { etat: 'repondu', clore: { code: 'griefs-incomplets' } }, 'cloture'],
    ['rien, pour qui ne clôt pas', { etat: 'repondu', clore: { code: 'permission-manquante' } }, null],
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
