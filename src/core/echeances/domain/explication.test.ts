import { describe, expect, it } from 'vitest'
import { calculerEcheances } from './calculer.ts'
import { METROPOLE } from './calendrier.ts'
import { expliquerEcheance, phraseDuTerme, texteDe } from './explication.ts'
import type { CodeDeFait, Fait } from './faits.ts'
import { jourCivil } from './jour-civil.ts'
import { reglagesEnVigueur } from './reglages.ts'
import { REGLES_DES_ACCUSES } from './regles/accuses-de-reception.ts'
import { REGLES_DES_RECLAMATIONS } from './regles/reclamations.ts'
import { obtenirRegle } from './regles/registre.ts'
import type { Regle } from './regles/regle.ts'
import { SILENCE_VAUT_REJET } from './regles/silence.ts'
import { typographier } from './typographie.ts'

const [D01, D02, D03] = REGLES_DES_ACCUSES
const [D04, D05] = REGLES_DES_RECLAMATIONS
const contexte = { fuseau: 'Europe/Paris', reglages: reglagesEnVigueur() }

function expliquer(regle: Regle, faits: readonly (readonly [CodeDeFait, string, Partial<Fait>?])[]) {
  const [echeance] = calculerEcheances({
    faits: faits.map(([code, jour, reste], i) => ({
      id: `f${i}`,
      code,
      survenuLe: jourCivil(jour),
      ...reste,
    })),
    regles: [regle],
    calendrier: METROPOLE,
    ...contexte,
  })
  if (echeance === undefined) throw new Error('no deadline')
  const phrases = expliquerEcheance(echeance, regle, contexte)
  // tests are typed with ordinary spaces; the typography is checked apart
  const lire = (role: string) =>
    phrases.filter((p) => p.role === role).map((p) => p.texte.replaceAll('\u00a0', ' '))
  return { echeance, phrases, lire }
}

describe('l’accusé de réception électronique d’un envoi du lundi 5 janvier 2026', () => {
  const { phrases, lire } = expliquer(D02, [['reception-electronique', '2026-01-05']])

  it('dit quand, comment c’est compté, d’où cela vient et ce qui arrive sinon', () => {
    expect(lire('terme')).toEqual([
      'Accusé de réception électronique : à envoyer au plus tard le lundi 19 janvier 2026.',
    ])
    expect(lire('calcul')).toEqual([
      'Le délai de 10 jours ouvrés part du lendemain de la réception (lundi 5 janvier 2026) ; les samedis, dimanches et jours fériés ne comptent pas.',
      'Ne comptent pas : 2 samedis et 2 dimanches.',
    ])
    expect(lire('texte')[0]).toContain('dans un délai de 10 jours ouvrés')
    expect(lire('source')).toEqual(['Source : CRPA, art. R. 112-11-2 (texte consolidé, lu le 3 avril 2026).'])
    expect(lire('effet')[0]).toMatch(
      /^Passé cette date : sans accusé de réception complet, les délais de recours/,
    )
    expect(lire('cible')).toEqual([])
    expect(lire('reserve')).toEqual([])
  })

  it('met une espace insécable devant les signes doubles', () => {
    for (const { texte } of phrases) expect(texte).not.toMatch(/ [:;?!»]|« /)
    expect(phrases[0]?.texte).toContain('électronique\u00a0: à envoyer')
  })
})

describe('la typographie', () => {
  it('rend insécables les espaces des guillemets et des signes doubles', () => {
    expect(typographier('Dit « oui » : vrai ; faux ? non !')).toBe(
      'Dit «\u00a0oui\u00a0»\u00a0: vrai\u00a0; faux\u00a0? non\u00a0!',
    )
  })
})

describe('les autres formes', () => {
  it('nomme le jour férié qui ne compte pas', () => {
    const { lire } = expliquer(D01, [['reception-electronique', '2026-05-13']])
    expect(lire('calcul')[1]).toBe('Ne compte pas : 1 jour férié (jeudi 14 mai 2026, Ascension).')
  })

  it('donne les deux lectures d’un point discuté', () => {
    const { lire } = expliquer(D01, [['reception-electronique', '2026-01-05']])
    expect(lire('lecture').map((texte) => texte.split(' : ')[0])).toEqual([
      'Lecture stricte',
      'Lecture retenue pour l’affichage',
    ])
  })

  it('sans date légale, annonce l’objectif du service comme un choix de l’établissement', () => {
    const { lire } = expliquer(D05, [['reception-papier', '2026-01-05']])
    expect(lire('terme')).toEqual([
      'Réponse à la réclamation : à envoyer sans attendre ; le texte ne fixe pas de date. Objectif du service : le mercredi 4 février 2026.',
    ])
    expect(lire('cible')).toEqual([
      'Objectif interne, choisi par l’établissement : 30 jours après la réception (lundi 5 janvier 2026), ramené au jour ouvré qui précède si besoin.',
    ])
    expect(lire('effet')[0]).toMatch(/^À défaut : le texte ne sanctionne pas/)
    expect(lire('calcul')).toEqual([])
  })

  it('dit « le jour même » quand l’objectif est immédiat, et compte en jours ouvrés quand il l’est', () => {
    expect(expliquer(D04, [['consignation-orale', '2026-01-05']]).lire('cible')[0]).toBe(
      'Objectif interne, choisi par l’établissement : le jour même de la consignation par écrit (lundi 5 janvier 2026).',
    )
    expect(expliquer(D03, [['reception-papier', '2026-01-05']]).lire('cible')[0]).toContain(
      '2 jours ouvrés après',
    )
  })

  it('dit ce qui est fait, et de combien c’était en retard', () => {
    const dansLeDelai = expliquer(D02, [
      ['reception-electronique', '2026-01-05'],
      ['accuse-reception-electronique-envoye', '2026-01-12'],
    ])
    expect(dansLeDelai.lire('terme')).toEqual([
      'Accusé de réception électronique : c’est fait, le lundi 12 janvier 2026 ; la date limite était le lundi 19 janvier 2026.',
    ])
    const enRetard = expliquer(D02, [
      ['reception-electronique', '2026-01-05'],
      ['accuse-reception-electronique-envoye', '2026-01-20'],
    ])
    expect(enRetard.lire('terme')[0]).toContain('1 jour après la date limite du lundi 19 janvier 2026')
  })

  it('dit pourquoi elle est sans objet', () => {
    const { lire } = expliquer(D02, [
      ['reception-electronique', '2026-01-05'],
      ['demande-abusive', '2026-01-06'],
    ])
    expect(lire('terme')[0]).toMatch(
      /^Accusé de réception électronique : sans objet, car l’accusé n’est pas dû/,
    )
  })

  it('annonce la réserve d’une règle à confirmer', () => {
    const aConfirmer: Regle = { ...D02, aConfirmer: true, reserve: 'Rédaction déduite d’un article miroir.' }
    expect(expliquer(aConfirmer, [['reception-electronique', '2026-01-05']]).lire('reserve')).toEqual([
      'À confirmer sur Légifrance : rédaction déduite d’un article miroir.',
    ])
  })

  it('reprend le jour demandé par l’ARS sans dire qu’il est légal', () => {
    const { lire } = expliquer(obtenirRegle('D56', jourCivil('2026-01-08')), [
      ['explications-demandees-par-l-ars', '2026-01-08', { jusquAu: jourCivil('2026-02-08') }],
    ])
    expect(lire('terme')[0]).toBe(
      'Explications à l’ARS : demandées par elle pour le dimanche 8 février 2026.',
    )
    expect(lire('calcul')[0]).toContain('écrit dans la demande de l’ARS (jeudi 8 janvier 2026)')
  })

  it('écrit le délai dans le texte de la règle', () => {
    expect(texteDe(SILENCE_VAUT_REJET)).toContain('pendant 2 mois sur une réclamation')
  })
})

describe('suspensions, mois et heures', () => {
  const suspensive: Regle = {
    ...D02,
    convention: 'CAL_D',
    duree: { nombre: 8, unite: 'jour' },
    suspension: {
      debut: 'accuse-enregistrement-envoye',
      fin: 'copie-remise',
      motif: 'pièces manquantes demandées',
      article: 'CRPA, art. L. 114-5',
    },
  }

  it('dit depuis quand le délai est suspendu et pourquoi', () => {
    const { lire } = expliquer(suspensive, [
      ['reception-electronique', '2026-02-03'],
      ['accuse-enregistrement-envoye', '2026-02-05'],
    ])
    expect(lire('terme')[0]).toContain('délai suspendu depuis le jeudi 5 février 2026')
    expect(lire('suspension')).toEqual([
      'Le délai est suspendu depuis le jeudi 5 février 2026 : pièces manquantes demandées (CRPA, art. L. 114-5).',
    ])
  })

  it('dit quand il a repris et le jour à viser', () => {
    const { lire } = expliquer(suspensive, [
      ['reception-electronique', '2026-02-03'],
      ['accuse-enregistrement-envoye', '2026-02-05'],
      ['copie-remise', '2026-02-16'],
    ])
    expect(lire('suspension')[0]).toContain('a repris le lundi 16 février 2026')
    expect(lire('calcul')[1]).toBe('Ne comptent pas : 11 jours de suspension.')
    expect(lire('cible')).toEqual([
      'Visez le vendredi 20 février 2026, dernier jour ouvré avant la date limite.',
    ])
  })

  it('explique le mois sans quantième, le délai franc et le report', () => {
    const franche: Regle = { ...D02, convention: 'FRANC_M', duree: { nombre: 2, unite: 'mois' } }
    expect(expliquer(franche, [['reception-electronique', '2025-12-31']]).lire('calcul')).toEqual([
      'Le délai de 2 mois se compte de quantième à quantième à partir de la réception (mercredi 31 décembre 2025).',
      'Le mois d’arrivée n’a pas de 31 : son dernier jour est retenu, le samedi 28 février 2026.',
      'Le délai est franc : son dernier jour est le lendemain de l’échéance, le dimanche 1er mars 2026.',
      'Ce jour étant un dimanche, le terme est reporté au lundi 2 mars 2026.',
    ])
  })

  it('donne l’heure d’un délai en heures, à l’horloge de l’établissement', () => {
    const enHeures: Regle = { ...D02, convention: 'H', duree: { nombre: 48, unite: 'heure' } }
    const { lire } = expliquer(enHeures, [
      ['reception-electronique', '2026-03-28', { survenuA: '2026-03-28T09:00:00Z' }],
    ])
    expect(lire('terme')[0]).toContain('au plus tard le lundi 30 mars 2026 à 11 h 00')
    expect(lire('calcul')).toEqual([
      'Les 48 heures courent depuis la réception (samedi 28 mars 2026 à 10 h 00).',
    ])
  })

  it('la phrase du terme se lit seule', () => {
    const { echeance } = expliquer(D02, [['reception-electronique', '2026-01-05']])
    expect(phraseDuTerme(echeance, D02, 'Europe/Paris')).toMatch(/^Accusé de réception électronique.+2026\.$/)
  })
})

describe('un accusé dû à qui s’est fait connaître', () => {
  const anonyme = [
    ['reception-papier', '2026-01-05'],
    ['auteur-inconnu', '2026-01-05'],
  ] as const
  it('dit d’abord pourquoi il est sans objet', () => {
    expect(expliquer(D03, anonyme).lire('terme')).toEqual([
      'Accusé de réception sur papier : sans objet, car l’auteur ne s’est pas fait connaître, il n’y a personne à qui l’envoyer.',
    ])
  })
  it('puis depuis quand il est dû de nouveau', () => {
    const { lire } = expliquer(D03, [...anonyme, ['auteur-connu', '2026-02-12']])
    expect(lire('levee')).toEqual([
      'C’est de nouveau dû depuis le jeudi 12 février 2026, car l’auteur s’est fait connaître. Le délai se compte toujours depuis la réception : le texte ne prévoit pas d’autre départ.',
    ])
    expect(expliquer(D03, [['reception-papier', '2026-01-05']]).lire('levee')).toEqual([])
  })
})
