import type { Server } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { createSmtpSender, type MailSender } from '#platform/mail/index.ts'

/** How the server behaves with what comes: takes it, refuses the addressee, or cuts once it has the message. */
type Humeur = 'prend' | 'refuse' | 'coupe'

export interface MessagerieDeTest {
  readonly courriel: MailSender
  /** what arrived, oldest first */
  readonly recus: Email[]
  humeur: Humeur
  fermer(): Promise<void>
}

/** A real mail server on this machine, and the sender that speaks to it. */
export async function ouvrirMessagerie(): Promise<MessagerieDeTest> {
  const etat: { humeur: Humeur } = { humeur: 'prend' }
  const recus: Email[] = []
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_adresse, _session, suite) =>
      etat.humeur === 'refuse'
        ? suite(Object.assign(new Error('Boîte inconnue'), { responseCode: 550 }))
        : suite(),
    onData(flux, _session, suite) {
      const morceaux: Buffer[] = []
      flux.on('data', (morceau: Buffer) => morceaux.push(morceau))
      flux.on('end', () => {
        void PostalMime.parse(Buffer.concat(morceaux)).then((lu) => {
          recus.push(lu)
          if (etat.humeur === 'coupe') for (const connexion of serveur.connections) connexion.close()
          else suite()
        })
      })
    },
  })
  await new Promise<void>((pret) => {
    serveur.listen(0, '127.0.0.1', () => pret())
  })
  const net: Server = serveur.server
  const adresse = net.address()
  const port = typeof adresse === 'object' && adresse !== null ? adresse.port : 0
  return {
    courriel: createSmtpSender({
      server: { host: '127.0.0.1', port, secure: false, requireTls: false, user: null, password: null },
      from: { name: 'Relations avec les usagers', address: 'usagers@ch-valmont.example' },
    }),
    recus,
    get humeur() {
      return etat.humeur
    },
    set humeur(humeur: Humeur) {
      etat.humeur = humeur
    },
    fermer: () =>
      new Promise((ferme) => {
        serveur.close(() => ferme())
      }),
  }
}
