import { eachWord, type MotiveWords } from './words.types.js';

export const en: MotiveWords = {
  cues: {
    growth: eachWord(
      ...['grow(?:th|ing)?', 'promot(?:ed|ion)', 'career', 'advance(?:ment)?', 'stagnat\\w+'],
      ...['challeng(?:e|es|ing)', 'apprenticeship', '(?:hit|reached) (?:the|a) ceiling'],
      ...['learn(?:ing)?', '(?:develop|improve|build) my(?:self| skills?)', 'never touched'],
      ...['develop(?:ment)? opportunit(?:y|ies)', 'mov(?:e|ing) up', 'step(?:ping)? up'],
      ...[
        'plateaued',
        'senior (?:level|role)',
        '(?:keep|keep on) developing',
        'good stretch',
        '(?:manager |job )?title',
      ],
      'lead(?:ing)? (?:the )?people|lead a team',
      '(?:become|into) an? (?:\\w+ )?(?:manager|lead|leader|supervisor|expert|architect|role)',
    ),
    stability: eachWord(
      ...['stab(?:le|ility)', 'steady', 'long[- ]term', 'security', 'permanent', 'settl(?:e|ing)'],
      ...['secure (?:job|position|work)', 'work[- ]life balance', 'laid off', 'lay-?offs?'],
      ...['(?:regular|fixed|predictable|set) (?:hours|schedule|shifts?)', 'nine to five', '9 to 5'],
      '(?:i can )?stay (?:for (?:years|a long time)|put)|somewhere i can stay',
      ...['contracts? end(?:ed)?', 'something regular', 'safe job', 'same team', 'home by \\w+'],
    ),
    pay: eachWord(
      ...['salary', 'wages?', 'income', 'compensation', 'bonus(?:es)?', 'commissions?', 'benefits'],
      ...['(?:good|better|higher|more|the|fair|base) pay', 'pay(?: rise| raise)', 'money'],
      ...[
        '(?:get )?paid (?:well|better|more|like)',
        'earn(?:ing)? (?:more|well)',
        '(?:health )?insurance',
        'health cover',
        'pension',
        'a raise',
      ],
    ),
  },
  seeks:
    /\b(?:i(?:'d| would)? (?:really )?(?:want(?:ed)?|like|love|hoped?|value|care about|look(?:ed)?|wish|prefer)|i(?:'m| am| was) (?:looking|hoping|drawn|after|attracted)|i'd been asking|matters?(?: most| a lot)?(?: to me)?|important to me|attracts? me|my (?:goal|aim|dream)|what i (?:want|value|look)|why i left)\b/iu,
  lessBefore:
    /(?:(?:\b(?:not|never|hardly)|n't)\b(?! pretend| lie)(?: \w+){0,3}?(?: (?:about|for|because of|after|by|chasing|driven by|care|need|the|want|looking))*|more than|rather than|instead of|less)(?: (?:the|a|an|about|for|my|just|higher|better|so much|much))*\s*$/iu,
  lessAfter:
    /^[^,]{0,30}?\b(?:(?:isn't|is not|aren't|are not|doesn't|does not|wasn't|was not)\b.{0,20}(?:matter|important|everything|first|main|reason|drives?)|comes? second|secondary|less important|(?:okay|ok|fine) with|do much for me)|^[- ]wise\b/iu,
  lackBefore:
    /\b(?:no|little|without|lack of|not enough|wasn't any|never any|no room for|no chance (?:of|for|to))(?: \w+)?\s*$/iu,
  lackAfter: /^ (?:was|were|is) (?:too )?(?:low|limited|unstable|poor|bad)/iu,
  beside:
    /\b(?:from|with) (?:my |an? |the |good |other )*(?:manager|boss|colleagues?|team ?mates?|people)\b/giu,
  notOneself: {
    growth:
      /\b(?:sales|customers?|clients?|company|shop|store|business|revenue|junior|staff|team)(?:'s|s)? (?:\w+ )?$/iu,
    stability:
      /\b(?:system|service|server|quality|sales|customers?|clients?|data)(?:'s|s)? (?:\w+ )?$/iu,
    pay: /\b(?:customers?|clients?|company|shop|store|business|staff|travel|car)(?:'s|s)? (?:\w+ )?$|\b(?:calculat\w+|check\w+|process\w+|enter\w+|analys\w+) (?:the |their )?$/iu,
  },
};
