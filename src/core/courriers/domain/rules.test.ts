import { describe, expect, it } from 'vitest'
import { type CourrierLu, etatDuCourrier, type SituationDuCourrier } from './etat.ts'
import {
  type ActionDeCourrier,
  modesPossibles,
  prochaineAction,
  refusDAction,
  refusDeJourDEnvoi,
  refusDeSuite,
} from './rules.ts'

const MAINTENANT = new Date('2026-03-03T09:00:00Z')
const ilYA = (minutes: number): Date => new Date(MAINTENANT.getTime() - minutes * 60_000)

const lu = (c: Partial<CourrierLu> = {}): CourrierLu => ({
  estAbandonne: false,
  visa: null,
  estSigne: false,
  envoi: null,
  ...c,
})

describe('un courrier', () => {
  it.each<[string, Partial<CourrierLu>, string]>([
    ['est préparé au début', {}, 'prepare'],
    ['est au visa tant que personne n’a décidé', { visa: { agentId: 'a', decision: null } }, 'visa-demande'],
    ['est visé', { visa: { agentId: 'a', decision: 'donne' } }, 'vise'],
    ['est rendu', { visa: { agentId: 'a', decision: 'refuse' } }, 'visa-refuse'],
    ['est signé, visa ou non', { estSigne: true, visa: { agentId: 'a', decision: 'donne' } }, 'signe'],
    ['est en cours d’envoi', { envoi: { etat: 'en-cours', tenteA: ilYA(1) } }, 'en-envoi'],
    [
      'devient à vérifier quand l’envoi n’a pas fini',
      { envoi: { etat: 'en-cours', tenteA: ilYA(4) } },
      'a-verifier',
    ],
    ['est à vérifier', { envoi: { etat: 'a-verifier', tenteA: ilYA(1) } }, 'a-verifier'],
    ['est parti', { envoi: { etat: 'envoye', tenteA: ilYA(9) } }, 'envoye'],
    [
      'est encore à envoyer quand rien n’est parti',
      { envoi: { etat: 'non-parti', tenteA: ilYA(9) } },
      'prepare',
    ],
    ['est abandonné', { estAbandonne: true }, 'abandonne'],
  ])('%s', (_cas, c, attendu) => expect(etatDuCourrier(lu(c), MAINTENANT)).toBe(attendu))
})

const situation = (s: Partial<SituationDuCourrier> = {}): SituationDuCourrier => ({
  etat: 'prepare',
  estClos: false,
  exigences: { visa: 'facultatif', signature: 'facultative' },
  canal: 'electronique',
  estSigne: false,
  estVise: false,
  estDemandeAMoi: false,
  estDeMoi: false,
  peutSigner: true,
  signatureSurPapier: false,
  aUnPdf: true,
  aUneAdresse: true,
  messagerieOuverte: true,
  ...s,
})
const STRICTE = { visa: 'requis', signature: 'requise' } as const
const SIGNE = { etat: 'signe', estSigne: true } as const

describe('ce qui est refusé', () => {
  it.each<[string, ActionDeCourrier, Partial<SituationDuCourrier>, string]>([
    ['corriger une lettre signée', 'reimporter', SIGNE, 'courrier-signe'],
    ['corriger une lettre partie', 'reimporter', { etat: 'envoye' }, 'courrier-deja-envoye'],
    ['corriger dans un dossier clos', 'reimporter', { estClos: true }, 'dossier-clos'],
    [
      'demander un visa sans objet',
      'demanderVisa',
      { exigences: { visa: 'aucun', signature: 'aucune' } },
      'visa-sans-objet',
    ],
    ['demander un visa déjà donné', 'demanderVisa', { etat: 'vise', estVise: true }, 'visa-deja-donne'],
    ['demander un visa sur une lettre signée', 'demanderVisa', SIGNE, 'courrier-signe'],
    [
      'viser ce que j’ai écrit',
      'rendreVisa',
      { etat: 'visa-demande', estDemandeAMoi: true, estDeMoi: true },
      'visa-de-sa-lettre',
    ],
    ['viser ce qu’on ne demande pas', 'rendreVisa', { estDemandeAMoi: true }, 'visa-non-demande'],
    ['viser à la place d’un autre', 'rendreVisa', { etat: 'visa-demande' }, 'visa-demande-a-un-autre'],
    ['signer avant le visa requis', 'signer', { exigences: STRICTE }, 'visa-manquant'],
    ['signer deux fois', 'signer', SIGNE, 'courrier-deja-signe'],
    ['signer sans délégation', 'signer', { peutSigner: false }, 'sans-delegation'],
    [
      'signer une lettre qui ne se signe pas',
      'signer',
      { exigences: { visa: 'aucun', signature: 'aucune' } },
      'signature-sans-objet',
    ],
    ['signer sur papier avant le visa requis', 'signerSurPapier', { exigences: STRICTE }, 'visa-manquant'],
    [
      'refaire le PDF de ce qui est signé sur papier',
      'faireLePdf',
      { ...SIGNE, signatureSurPapier: true },
      'signe-sur-papier',
    ],
    ['envoyer avant le visa requis', 'noterEnvoi', { exigences: STRICTE }, 'visa-manquant'],
    [
      'envoyer avant la signature requise',
      'noterEnvoi',
      { exigences: STRICTE, etat: 'vise', estVise: true },
      'signature-manquante',
    ],
    ['envoyer deux fois', 'noterEnvoi', { etat: 'envoye' }, 'courrier-deja-envoye'],
    ['envoyer ce qui est peut-être parti', 'envoyerParCourriel', { etat: 'a-verifier' }, 'envoi-a-verifier'],
    ['envoyer pendant un envoi', 'envoyerParCourriel', { etat: 'en-envoi' }, 'envoi-en-cours'],
    ['envoyer par courriel une lettre postale', 'envoyerParCourriel', { canal: 'papier' }, 'courrier-postal'],
    ['envoyer par courriel sans PDF', 'envoyerParCourriel', { aUnPdf: false }, 'pdf-absent'],
    [
      'envoyer par courriel une image',
      'envoyerParCourriel',
      { ...SIGNE, aUnPdf: false, signatureSurPapier: true },
      'numerisation-en-image',
    ],
    ['envoyer sans adresse', 'envoyerParCourriel', { aUneAdresse: false }, 'sans-adresse-electronique'],
    ['envoyer sans messagerie', 'envoyerParCourriel', { messagerieOuverte: false }, 'messagerie-absente'],
    ['constater quand rien n’est douteux', 'constater', {}, 'rien-a-verifier'],
    ['abandonner ce qui est parti', 'abandonner', { etat: 'envoye' }, 'courrier-deja-envoye'],
    ['abandonner ce qui est peut-être parti', 'abandonner', { etat: 'a-verifier' }, 'envoi-a-verifier'],
    ['abandonner deux fois', 'abandonner', { etat: 'abandonne' }, 'courrier-abandonne'],
  ])('%s', (_cas, action, s, code) => expect(refusDAction(action, situation(s))).toBe(code))

  it.each<[string, ActionDeCourrier, Partial<SituationDuCourrier>]>([
    ['constater un envoi douteux, même dossier clos', 'constater', { etat: 'a-verifier', estClos: true }],
    [
      'envoyer une lettre visée et signée',
      'envoyerParCourriel',
      { exigences: STRICTE, ...SIGNE, estVise: true },
    ],
    ['redemander un visa refusé', 'demanderVisa', { etat: 'visa-refuse' }],
    ['abandonner une lettre signée', 'abandonner', SIGNE],
  ])('sauf %s', (_cas, action, s) => expect(refusDAction(action, situation(s))).toBeNull())
})

describe('la prochaine chose à faire', () => {
  it.each<[string, Partial<SituationDuCourrier>, string | null]>([
    ['envoyer, quand rien d’autre n’est exigé', {}, 'envoyer'],
    ['demander le visa requis', { exigences: STRICTE }, 'demanderVisa'],
    ['attendre le visa d’un autre', { exigences: STRICTE, etat: 'visa-demande' }, null],
    ['rendre le visa qu’on me demande', { etat: 'visa-demande', estDemandeAMoi: true }, 'rendreVisa'],
    [
      'demander à un autre le visa de ma lettre',
      { etat: 'visa-demande', estDemandeAMoi: true, estDeMoi: true },
      'demanderVisa',
    ],
    ['corriger la lettre rendue', { etat: 'visa-refuse' }, 'reimporter'],
    ['signer, si je le peux', { exigences: STRICTE, etat: 'vise', estVise: true }, 'signer'],
    [
      'faire signer, sinon',
      { exigences: STRICTE, etat: 'vise', estVise: true, peutSigner: false },
      'signerSurPapier',
    ],
    ['envoyer ce qui est signé', { exigences: STRICTE, ...SIGNE, estVise: true }, 'envoyer'],
    ['dire ce qu’il est advenu', { etat: 'a-verifier' }, 'constater'],
    ['rien, une fois parti', { etat: 'envoye' }, null],
  ])('est de %s', (_cas, s, attendue) => expect(prochaineAction(situation(s))).toBe(attendue))
})

describe('le jour d’un envoi', () => {
  const lettre = { prepareLe: '2026-03-02', signeLe: '2026-03-03' }
  it.each([
    ['dans l’avenir', '2026-03-06', 'envoi-dans-l-avenir'],
    ['avant que la lettre soit écrite', '2026-03-01', 'envoi-avant-preparation'],
    ['avant qu’elle soit signée', '2026-03-02', 'envoi-avant-signature'],
    ['le jour de la signature', '2026-03-03', null],
  ])('%s', (_cas, jour, attendu) => expect(refusDeJourDEnvoi(jour, lettre, '2026-03-05')).toBe(attendu))
  it('ne mêle pas les adresses et les voies', () => {
    expect(modesPossibles('papier')).toEqual(['poste', 'recommande', 'main-propre'])
    expect(modesPossibles('electronique')).toEqual(['courriel', 'main-propre'])
  })
})

describe('le suivi d’un recommandé', () => {
  const suivis = { depose: null, avise: null, distribue: null, retourne: null }
  it.each([
    ['avant l’envoi', 'depose', '2026-03-01', suivis, 'suite-avant-envoi'],
    ['dans l’avenir', 'distribue', '2026-03-09', suivis, 'envoi-dans-l-avenir'],
    [
      'distribué après son retour',
      'distribue',
      '2026-03-05',
      { ...suivis, retourne: '2026-03-04' },
      'recommande-deja-retourne',
    ],
    [
      'revenu après sa distribution',
      'retourne',
      '2026-03-05',
      { ...suivis, distribue: '2026-03-04' },
      'recommande-deja-distribue',
    ],
    ['distribué le lendemain', 'distribue', '2026-03-03', suivis, null],
    [
      'distribué avant son avis de passage',
      'distribue',
      '2026-03-03',
      { ...suivis, avise: '2026-03-04' },
      'suite-avant-la-precedente',
    ],
    [
      'revenu avant son dépôt',
      'retourne',
      '2026-03-02',
      { ...suivis, depose: '2026-03-03' },
      'suite-avant-la-precedente',
    ],
    [
      'avisé après sa distribution',
      'avise',
      '2026-03-05',
      { ...suivis, distribue: '2026-03-04' },
      'suite-apres-la-suivante',
    ],
    [
      'déposé après son avis de passage',
      'depose',
      '2026-03-05',
      { ...suivis, avise: '2026-03-04' },
      'suite-apres-la-suivante',
    ],
    [
      'distribué le jour de son avis de passage',
      'distribue',
      '2026-03-04',
      { ...suivis, depose: '2026-03-02', avise: '2026-03-04' },
      null,
    ],
    ['corrigé', 'avise', '2026-03-03', { ...suivis, avise: '2026-03-05', depose: '2026-03-02' }, null],
  ] as const)('%s', (_cas, suite, le, connus, attendu) =>
    expect(refusDeSuite(suite, le, { envoyeLe: '2026-03-02', suivis: connus }, '2026-03-05')).toBe(attendu),
  )
})
