import { eachWord, type MotiveWords } from './words.types.js';

export const fr: MotiveWords = {
  cues: {
    growth: eachWord(
      ...[
        'évolu(?:er|tion)',
        'progress(?:er|ion)',
        'apprendre',
        'grandir',
        'promotions?',
        'défis?',
      ],
      ...['carrière', 'responsabilités', 'monter en (?:compétences?|grade)', 'développer mes'],
    ),
    stability: eachWord(
      ...['stables?', 'stabilité', 'long terme', "sécurité de l['’]emploi", 'cdi', 'équilibre'],
      ...[
        'durable',
        'tranquille',
        "jusqu['’]à la retraite",
        'horaires (?:fixes|réguliers)',
        'rester longtemps',
      ],
    ),
    pay: eachWord(
      ...['salaires?', 'rémunérations?', 'payée?', 'payait mieux', 'paie', 'primes?', 'argent'],
      ...['gagner (?:plus|mieux|ma vie)', 'meilleur fixe', 'treizième mois', 'mutuelle'],
    ),
  },
  seeks:
    /je (?:veux|voudrais|souhaite|cherche|recherche|préfère)|j['’](?:aimerais|espère|ai envie)|je suis venue? pour|important pour moi|compte pour moi|m['’]attire|me motive/iu,
  lessBefore:
    /(?:n['’]est pas|ne (?:cherche|veux|suis) pas|pas (?:pour|à cause d)|plus que|plutôt que|moins|j['’]ai refusé)(?: \p{L}+['’]?){0,3}\s?(?:l['’])?$/iu,
  lessAfter:
    /^[^,]{0,20}?(?:(?:n['’]est|n['’]était|ne sont) pas.{0,20}(?:important|moteur|principal|premier|essentiel)|passe après|vient (?:après|ensuite)|est secondaire|, ?non merci|,? ?ça ne m['’]attire pas)/iu,
  lackBefore: /(?:pas|aucune?|peu|manque|plus)(?: (?:de|d['’]|assez))*\s?(?:d['’])?$/iu,
  lackAfter: /^ (?:était|est)(?: trop)? (?:bas|limitée?|faible|instable)/iu,
  beside: /(?:avec|auprès de) (?:mes |des |les )?(?:collègues|responsables)/giu,
  notOneself: {
    growth: /(?:équipe|clients?|clientèle|entreprise|magasin|ventes)(?: \p{L}+)?\s$/iu,
    stability:
      /(?:système|service|serveur|qualité|clientèle|données|ventes|ambiance)(?: \p{L}+)?\s$/iu,
    pay: /(?:clients?|clientèle|entreprise|magasin|équipe)(?: \p{L}+)?\s$/iu,
  },
};
