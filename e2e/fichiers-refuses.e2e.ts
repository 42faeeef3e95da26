import PizZip from 'pizzip'
import { expect } from 'vitest'
import { seConnecter } from './pages/connexion.ts'
import { telecharger } from './pages/dossier.ts'
import { ecrireUneReclamation, lacher, nouvelleReclamation } from './pages/reception.ts'
import { fixture } from './support/courriel.ts'
import { parcours } from './support/parcours.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The first bytes of a Windows program, under the name of a document. */
const programme = {
  nom: 'lettre.pdf',
  type: 'application/pdf',
  octets: Buffer.concat([
    Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00', 'latin1'),
    Buffer.alloc(512),
  ]),
}

parcours(
  'un fichier qui n’est pas ce qu’il prétend est signalé, et le reste est gardé',
  async ({ visiter }) => {
    const camille = await visiter()
    const { page } = camille
    camille.tolerer(/status of 4\d\d/)
    await seConnecter(camille, 'camille')
    await nouvelleReclamation(page)
    await ecrireUneReclamation(page, {
      canal: 'Courrier',
      auteur: 'Ginette Sorel',
      objet: 'Lettre et programme',
      recit: 'Ce que dit la lettre.',
    })
    await lacher(page, [fixture('lettre-numerisee.pdf', 'application/pdf'), programme])
    const depots = page.getByRole('list', { name: 'Fichiers déposés' })
    await depots.getByRole('listitem').nth(1).waitFor()
    await depots.getByRole('button', { name: 'lettre-numerisee.pdf', exact: true }).waitFor()
    await depots
      .getByText(/programme|n’est pas un PDF|refusé/i)
      .first()
      .waitFor()
    await camille.controler('reception-fichier-refuse')
    expect(await page.getByLabel('Objet', { exact: true }).inputValue()).toBe('Lettre et programme')
    await page.getByRole('button', { name: 'Écarter' }).click()
    expect(await depots.getByRole('listitem').count()).toBe(1)
  },
)

parcours('un message automatique n’ouvre pas de dossier sans qu’on le dise', async ({ visiter }) => {
  const camille = await visiter()
  const { page } = camille
  await seConnecter(camille, 'camille')
  await nouvelleReclamation(page)
  await lacher(page, [fixture('reponse-automatique.eml', 'message/rfc822')])
  await page.getByText('Réponse automatique d’absence').waitFor()
  expect(await page.getByLabel('Objet', { exact: true }).inputValue()).toBe('')
  await camille.controler('reception-automatique')
  await page.getByRole('button', { name: 'Retirer ce message' }).click()
  await lacher(page, [fixture('sans-date-de-reception.eml', 'message/rfc822')])
  await page.getByText('La date annoncée par l’expéditeur ne fait pas foi.').waitFor()
  expect(await page.getByLabel('Date de réception').inputValue()).toBe('')
})

parcours('un modèle de courrier mal fait est refusé, et l’endroit est dit', async ({ visiter }) => {
  const helene = await visiter()
  const { page } = helene
  helene.tolerer(/status of 4\d\d/)
  await seConnecter(helene, 'helene', '/courriers/modeles')
  const accuse = page.getByRole('region', { name: 'Accusé de réception' })
  await accuse.getByText('modèle fourni', { exact: true }).waitFor()
  await helene.controler('modeles')
  const { octets } = await telecharger(page, () =>
    accuse.getByRole('link', { name: 'Télécharger pour Word' }).click(),
  )
  const archive = new PizZip(octets)
  const corps = archive.file('word/document.xml')?.asText() ?? ''
  expect(corps).toContain('{numero}')
  archive.file('word/document.xml', corps.replace('{numero}', '{numero} {numero_de_lit}'))
  const inconnu = archive.generate({ type: 'nodebuffer' })

  const champ = accuse.locator('input[type=file]')
  await champ.setInputFiles({ name: 'notre-modele.docx', mimeType: WORD, buffer: inconnu })
  const alerte = page.getByRole('alert').filter({ hasText: 'notre-modele.docx' })
  await alerte.getByText(/numero_de_lit/).waitFor()
  expect(await alerte.getByRole('listitem').allTextContents()).toHaveLength(1)
  expect(await alerte.getByRole('listitem').textContent(), 'l’endroit du défaut').toMatch(
    /\(corps du document, paragraphe «/,
  )
  await helene.controler('modele-refuse')

  await champ.setInputFiles({
    name: 'casse.docx',
    mimeType: WORD,
    buffer: Buffer.from('PK\x03\x04 ceci n’est pas Word'),
  })
  await page
    .getByRole('alert')
    .filter({ hasText: /Word|\.docx/ })
    .first()
    .waitFor()
  await helene.controler('modele-casse')
  await accuse.getByText('modèle fourni', { exact: true }).waitFor()
})
