import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReclamationVue } from '#cases/reclamations/contract.ts'
import { reclamationSaisie } from '#cases/reclamations/testing/factories.ts'
import { tinyPdf } from '#platform/documents/pdf.testing.ts'
import type { MailSender } from '#platform/mail/index.ts'
import { type ApplicationDeTest, LUNDI, ouvrirApplication } from './testing/application-de-test.ts'

const COUPEE: MailSender = {
  unavailable: null,
  send: () => Promise.resolve({ outcome: 'unknown', reason: 'La connexion s’est coupée.' }),
}
const JOUR = 24 * 3_600_000

describe('une lettre dont on apprend le départ après la clôture', () => {
  let app: ApplicationDeTest
  beforeAll(async () => {
    app = await ouvrirApplication({ messagerie: COUPEE })
  })
  afterAll(() => app.fermer())
  beforeEach(() => {
    app.maintenant = LUNDI
  })

  const voir = (id: string) => app.faire<ReclamationVue>('responsable', 'reclamations.obtenir', { id })
  const courrier = async (id: string, courrierId: string) => {
    const { version } = (await voir(id)).courriers.find((c) => c.id === courrierId) ?? { version: 0 }
    return { id: courrierId, version }
  }
  const envoyer = async (id: string, courrierId: string) => {
    const fichier = { nom: 'lettre.pdf', contenu: Buffer.from(tinyPdf()) }
    await app.faire('charge', 'courriers.deposerPdf', await courrier(id, courrierId), { fichier })
    const message = { objet: 'Votre réclamation', message: 'Bonjour' }
    await app.faire('charge', 'courriers.envoyerParCourriel', {
      ...(await courrier(id, courrierId)),
      ...message,
    })
  }
  const clore = async (id: string) => {
    const { version } = (await voir(id)).tronc
    const classement = { id, version, motif: 'retiree', precision: 'Elle y renonce.' }
    await app.faire('responsable', 'reclamations.classerSansReponse', classement)
  }
  const constater = async (id: string, courrierId: string) => {
    app.maintenant = new Date(LUNDI.getTime() + 2 * JOUR)
    const cible = await courrier(id, courrierId)
    await app.faire('charge', 'courriers.constaterEnvoi', { ...cible, estParti: true })
  }
  const clos = (id: string) =>
    app.lignes<{ etat: string; clos_le: string }>(
      'select etat, clos_le::text from dossiers.dossier where id = $1',
      [id],
    )

  it('laisse à la réclamation le jour de sa clôture : l’accusé', async () => {
    const { id } = await app.faire(
      'charge',
      'reclamations.enregistrer',
      reclamationSaisie({ canal: 'courriel' }),
    )
    const { courrierId } = await app.faire<{ courrierId: string }>(
      'charge',
      'reclamations.accuserReception',
      { id, version: (await voir(id)).tronc.version, canal: 'electronique', piecesManquantes: '' },
    )
    await envoyer(id, courrierId)
    await clore(id)
    await constater(id, courrierId)
    expect(await clos(id)).toEqual([{ etat: 'clos', clos_le: '2026-01-05' }])
    expect((await voir(id)).courriers.map((c) => c.envoyeLe)).toEqual(['2026-01-05'])
  })

  it('ne la clôt pas une seconde fois : l’avis d’une transmission entière', async () => {
    const { id } = await app.faire(
      'charge',
      'reclamations.enregistrer',
      reclamationSaisie({ canal: 'courriel' }),
    )
    const { id: correspondantId } = await app.faire('charge', 'structures.creerCorrespondant', {
      nature: 'etablissement',
      nom: 'Centre hospitalier de Bellerive',
      adresse: ['1 RUE DU PONT', '99998 BELLERIVE'],
      courriel: '',
    })
    await app.faire('charge', 'reclamations.transmettre', {
      id,
      version: (await voir(id)).tronc.version,
      correspondantId,
      estTotale: true,
      objet: 'Le séjour a eu lieu chez vous.',
      avecDonneesDeSante: false,
      estAccordee: false,
      pieces: [],
      canal: 'papier',
      canalDeLAvis: 'electronique',
    })
    const [vers, avis] = (await voir(id)).transmissions[0]?.lettres ?? []
    const poste = { mode: 'poste', envoyeLe: '2026-01-05' }
    await app.faire('charge', 'courriers.noterEnvoi', {
      ...(await courrier(id, vers?.courrierId ?? '')),
      ...poste,
    })
    await envoyer(id, avis?.courrierId ?? '')
    await clore(id)
    await constater(id, avis?.courrierId ?? '')
    expect(await clos(id)).toEqual([{ etat: 'clos', clos_le: '2026-01-05' }])
    const codes = (await voir(id)).tronc.faits.map((f) => f.code)
    expect(codes).toContain('avis-de-transmission-envoye')
    expect(codes).not.toContain('demande-transmise')
  })
})
