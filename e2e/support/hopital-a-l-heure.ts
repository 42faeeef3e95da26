import { createServer } from 'node:net'
import { servirLEcran } from '#app/ecran.ts'
import { type ApplicationDeTest, ouvrirApplication } from '#app/testing/application-de-test.ts'
import { type MessagerieDeTest, ouvrirMessagerie } from '#app/testing/messagerie-de-test.ts'

/** The application in this process, on a port, with a clock one moves: days go by without waiting. */
export interface HopitalALHeure {
  readonly app: ApplicationDeTest
  readonly poste: MessagerieDeTest
  readonly adresse: string
  readonly fermer: () => Promise<void>
}

async function portLibre(): Promise<number> {
  const server = createServer()
  await new Promise<void>((pret) => {
    server.listen(0, '127.0.0.1', () => pret())
  })
  const address = server.address()
  await new Promise<void>((ferme) => {
    server.close(() => ferme())
  })
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Starts it with a mail server of this machine. The screens are those the other journeys have built. */
export async function ouvrirLHopitalALHeure(): Promise<HopitalALHeure> {
  const poste = await ouvrirMessagerie()
  const port = await portLibre()
  const adresse = `http://127.0.0.1:${port}`
  const app = await ouvrirApplication({ messagerie: poste.courriel, adresse, preparer: servirLEcran })
  await app.http.listen({ host: '127.0.0.1', port })
  return {
    app,
    poste,
    adresse,
    async fermer() {
      await app.fermer()
      await poste.fermer()
    },
  }
}
