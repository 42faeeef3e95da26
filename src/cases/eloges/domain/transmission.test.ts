import { describe, expect, it } from 'vitest'
import {
  type Envoi,
  refusDAnnuler,
  refusDeRemettre,
  refusDeTransmettre,
  type TransmissionFaite,
} from './transmission.ts'

const faite = (plus: Partial<TransmissionFaite> = {}): TransmissionFaite => ({
  structureId: 'pneumologie',
  aCourriel: 'Lea@ch.example',
  envoi: 'parti',
  estAnnulee: false,
  estRemise: false,
  ...plus,
})
const a = { structureId: 'pneumologie', courriel: ' lea@ch.example ' }

describe('transmettre', () => {
  it.each<[string, Partial<TransmissionFaite>, string | null]>([
    ['est refusé à qui l’a déjà reçu', {}, 'deja-transmis'],
    ['est refusé à qui l’a peut-être reçu', { envoi: 'incertain' }, 'deja-transmis'],
    ['recommence quand le courriel n’est pas parti', { envoi: 'echec' }, null],
    ['recommence après une annulation', { envoi: 'a-copier', estAnnulee: true }, null],
    ['va à une autre équipe', { structureId: 'cardiologie' }, null],
    ['va à une autre adresse', { aCourriel: 'cadre@ch.example' }, null],
  ])('%s', (_quoi, plus, attendu) => expect(refusDeTransmettre([faite(plus)], a)?.code ?? null).toBe(attendu))

  it('recommence à la main autant qu’on veut', () =>
    expect(refusDeTransmettre([faite({ aCourriel: '' })], { ...a, courriel: '' })).toBeNull())
})

describe('annuler', () => {
  it.each<[string, Partial<TransmissionFaite>, string | null]>([
    ['est possible pour ce qui n’est pas parti par courriel', { envoi: 'a-copier' }, null],
    ['est possible pour un courriel qui n’est pas parti', { envoi: 'echec' }, null],
    ['est refusé une fois le courriel parti', {}, 'deja-partie'],
    ['est refusé dans le doute', { envoi: 'incertain' }, 'deja-partie'],
    ['est refusé deux fois', { envoi: 'a-copier', estAnnulee: true }, 'deja-annulee'],
    ['est refusé quand l’équipe l’a', { envoi: 'a-copier', estRemise: true }, 'deja-remise'],
  ])('%s', (_quoi, plus, attendu) => expect(refusDAnnuler(faite(plus))?.code ?? null).toBe(attendu))
})

describe('dire qu’il est remis à l’équipe', () => {
  it.each<[string, Partial<TransmissionFaite>, string | null]>([
    ['se dit une fois', {}, null],
    ['ne se dit pas deux fois', { estRemise: true }, 'deja-remise'],
    ['ne se dit pas de ce qui est annulé', { estAnnulee: true }, 'deja-annulee'],
  ])('%s', (_quoi, plus, attendu) => expect(refusDeRemettre(faite(plus))?.code ?? null).toBe(attendu))

  it.each<Envoi>(['a-copier', 'parti', 'incertain'])('quel que soit l’envoi (%s)', (envoi) =>
    expect(refusDeRemettre(faite({ envoi }))).toBeNull(),
  )
})
