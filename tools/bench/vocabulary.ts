/** What letters to a hospital are made of, most frequent first: the narratives draw from it log-uniformly. */
export const WORDS: readonly string[] =
  `service patient attente mère urgences médecin jour père heures hôpital infirmière chambre personnel consultation demande
douleur réponse rendez-vous soins équipe mari famille dossier accueil fille fils nuit matin traitement opération courrier
téléphone explication examen docteur secrétariat résultat information prise charge situation sortie intervention couloir
lit repas séjour salle retard personne visite appel problème brancard ordonnance facture radiographie scanner
prothèse accompagnant aide-soignante interne chirurgien anesthésie bloc réveil cadre santé parole regard ton
respect dignité intimité pudeur écoute annonce diagnostic erreur confusion identité bracelet étage ascenseur
parking signalétique fauteuil roulant toilettes propreté ménage linge draps oreiller couverture froid chaleur
bruit sommeil sonnette alarme surveillance chute fracture hématome escarre pansement perfusion cathéter sonde
prélèvement sang tension fièvre infection antibiotique allergie réaction médicament comprimé dose oubli
morphine antalgique souffrance gémissement larmes angoisse peur colère incompréhension déception gratitude
remerciement gentillesse patience compétence dévouement sourire professionnalisme bienveillance délai report
annulation convocation lettre message standard numéro bureau entrées admission mutuelle carte vitale paiement
remboursement dépassement honoraires devis reste régie trésor avis huissier relance contestation erreur
montant date signature formulaire copie photocopie archives communication transmission compte-rendu imagerie
clé disque internet portail espace mot passe identifiant connexion écran ordinateur badge
vêtements lunettes dentier appareil auditif bijou alliance montre téléphone-portable sac perte vol inventaire dépôt coffre
objets effets personnels plainte commissariat assurance indemnisation préjudice expertise avocat médiateur
commission usagers représentant association défense droits charte loi article recours tribunal
maternité accouchement césarienne péridurale sage-femme nourrisson bébé allaitement biberon berceau couveuse
pédiatrie enfant école parents grands-parents tuteur curatelle mandataire confiance directives anticipées décès
funérailles chambre-mortuaire corps recueillement aumônier laïcité religion interprète langue surdité handicap
autonomie domicile ehpad convalescence rééducation kinésithérapeute ergothérapeute assistante sociale
transport ambulance taxi véhicule brancardier trajet kilomètres distance province train covoiturage
cardiologie infarctus stent pacemaker arythmie essoufflement pneumologie asthme oxygène apnée appareillage
gériatrie mémoire alzheimer désorientation contention barrières neurologie accident vasculaire cérébral séquelles
oncologie cancer chimiothérapie radiothérapie tumeur biopsie ganglion rechute rémission orthopédie hanche genou
cheville poignet épaule vis plaque plâtre attelle béquilles ophtalmologie cataracte rétine
dermatologie eczéma cicatrice psychiatrie hospitalisation contrainte isolement soignants vigile agression insulte
violence menace tutoiement moquerie discrimination racisme obésité âge sexe genre précarité logement sans-abri
nourriture plateau régime diabète sucre sel viande végétarien allergène bouchée fausse-route hydratation
eau verre carafe canicule climatisation fenêtre volet store lumière télévision chaîne forfait
tabac terrasse jardin distributeur cafétéria boutique horaires visites week-end férié vacances été
hiver grève effectif manque moyens débordement fatigue épuisement remplaçant vacataire stagiaire étudiant
vaccin certificat arrêt travail employeur prolongation kiné podologue dentiste stomatologie extraction
gastro-entérologie coloscopie endoscopie jeûne préparation hernie vésicule appendicite péritonite stomie
dialyse rein greffe donneur transfusion laboratoire analyse bilan potassium hémoglobine`
    .split(/\s+/)
    .filter((word, rank, all) => all.indexOf(word) === rank)

/** Frequent family names; the long tail is made of syllables. */
export const NAMES: readonly string[] =
  `Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David Bertrand
Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefebvre Faure André Mercier Blanc Guérin Boyer
Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson
Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard
Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud
Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy
Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet
Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard Baron Bertin Bailly Hervé Schneider
Fernandez Collet Léger Bouvier Julien Prévost Millet Perrot Daniel Cousin Germain Breton Besson Langlois Rémy Pelletier Diallo
Benali Nguyen Traoré Haddad Cissé Yilmaz Da-Silva Ferreira Kowalski Bensaïd`.split(/\s+/)

export const FIRST_NAMES: readonly string[] =
  `Marie Jean Jeanne Pierre Françoise Michel Monique André Catherine Philippe Nathalie Alain Isabelle Bernard Jacqueline Daniel
Sylvie Christian Martine Patrick Nicole Christophe Anne Nicolas Christine Laurent Sophie Julien Valérie Thomas Sandrine Olivier
Céline Éric Aurélie Stéphane Émilie Sébastien Camille Frédéric Léa Pascal Manon Antoine Chloé Maxime Élodie Alexandre Inès
Kévin Fatima Mohamed Aïcha Ahmed Yasmine Karim Linh Mamadou Aminata Ana`.split(/\s+/)

/** Subjects of complaints, then of praises. */
export const SUBJECTS: readonly string[] = [
  'Attente aux urgences',
  'Rendez-vous annulé sans prévenir',
  'Douleur non prise en charge',
  'Perte d’une prothèse auditive',
  'Facturation d’une chambre particulière',
  'Propos déplacés à l’accueil',
  'Chute dans la chambre',
  'Accès au dossier médical sans réponse',
  'Sortie prématurée',
  'Annonce d’un diagnostic par téléphone',
  'Erreur d’identité sur une ordonnance',
  'Repas non adapté au régime',
  'Remerciements à toute l’équipe',
  'Merci pour l’accueil de mon père',
]

const SYLLABLES =
  'ba co di fe gu ja ke li mo nu pa ro si te vu xa ze bri cla dro fle gra plo qui tra vel mar son tin bel'.split(
    ' ',
  )

/** Rare words: names, places, drugs, typing mistakes. The same rank always gives the same word, unlike any other. */
export function rareWord(rank: number): string {
  let rest = rank
  let word = ''
  do {
    word += SYLLABLES[rest % SYLLABLES.length] ?? ''
    rest = Math.floor(rest / SYLLABLES.length)
  } while (rest > 0)
  return `${word}${['ne', 'rat', 'lo', 'vic'][rank % 4] ?? ''}`
}

export const RARE_WORDS = 20_000

/** The word of a rank of frequency: the list above, then the long tail. */
export const wordOf = (rank: number): string => WORDS[rank] ?? rareWord(rank)
