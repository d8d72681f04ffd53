package dev.carillon.conversation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds in spoken sentences the wish never to be called again, and an emergency, in English,
/// Spanish, French and German. Other than in a text ([OptOutWords]) the wish stands among other
/// words, so a rule asks for its whole phrase: "don't stop calling me" and "don't call me before
/// noon" are none. What a recording says of emergencies ("if this is an emergency, dial 911") is
/// none either.
public final class SpokenAlarms {
  private static final String OPENS =
      "(?:^|.*\\b(?:please|and|to|just|you|so|should|must|but|said|now|kindly|ever|bitte|por"
          + " favor) )";
  private static final String ME = "(?:me|us|here|this number|my (?:phone|number|house|home|cell))";
  private static final String CLOSES =
      "(?: (?:please|now|again|any ?more|ever|at all|thanks|thank you|and .*|okay|ok))*$";
  private static final String CALLING =
      "(?:calling|phoning|ringing|texting|contacting|bothering|harassing)";
  private static final String CALL = "(?:call|phone|ring|text|contact|bother)";

  private static final List<Pattern> OPT_OUT =
      patterns(
          OPENS + "(?:stop|quit) " + CALLING + "(?: " + ME + ")?" + CLOSES,
          OPENS + "(?:do not|dont|never|not(?: to)?) (?:ever )?" + CALL + " " + ME + CLOSES,
          OPENS
              + "(?:do not|dont|never|not(?: to)?) (?:ever )?"
              + CALL
              + " (?:again|any ?more)"
              + CLOSES,
          "(?!.*\\b(?:dont|not|never) (?:take|remove|delete|get)).*"
              + "\\b(?:take|remove|get|delete) (?:me|us|my (?:name|number)|this number)"
              + " (?:off|from|out of|of) (?:your|the|this|that|any|all|every)"
              + " (?:\\w+ ){0,3}(?:lists?|database|records|system)\\b.*",
          OPENS + "(?:remove|delete) (?:my|this) number" + CLOSES,
          ".*\\bput me on (?:your|the|a) do not call list\\b.*",
          ".*\\bi (?:do not|dont) want (?:any(?: more)?|these|your|further|more) (?:phone )?"
              + "(?:calls|texts)\\b.*",
          ".*\\bi (?:do not|dont) want to be (?:called|contacted|phoned)"
              + "(?: by you)?(?: again| any ?more)?$",
          "(?:.*\\bplease )?no more calls" + CLOSES,
          ".*\\bi (?:just )?want to be left alone$",
          OPENS + "leave (?:me|us) alone" + CLOSES,
          OPENS + "(?:unsubscribe me|opt me out|lose my number)" + CLOSES,
          ".*\\bi (?:want|would like|wish) to opt out\\b.*",
          "(?:.*\\bpor favor )?(?:ya )?(?:no|nunca) (?:me )?(?:llamen?|llames)(?:me)?"
              + "(?: (?:mas|nunca mas|otra vez|por favor))*$",
          ".*\\bno (?:me )?vuelva[ns]? a llamar(?:me)?\\b.*",
          "(?:.*\\bpor favor )?dejen? de llamar(?:me)?(?: por favor)?$",
          ".*\\b(?:quit|borr|elimin|saqu)en?me de (?:su|la|esta) lista\\b.*",
          ".*\\bne me? ?(?:r?appelez|telephonez|contactez) plus\\b.*",
          ".*\\barretez de (?:m ?|me )(?:r?appeler|telephoner|contacter)\\b.*",
          ".*\\b(?:retirez|enlevez|supprimez|rayez) (?:moi|mon numero) de (?:votre|vos|la)"
              + " listes?\\b.*",
          ".*\\brufen sie (?:mich|hier|uns) (?:bitte )?(?:nie wieder|nicht mehr|nie mehr)\\b.*",
          ".*\\b(?:nehmen|streichen) sie (?:mich|meine nummer) (?:bitte )?(?:von|aus) (?:ihrer|der)"
              + " liste\\b.*",
          ".*\\bhoren sie auf mich anzurufen\\b.*");

  private static final String SOMEBODY =
      "\\b(?:i am|im|hes|he is|shes|she is|we are|(?:my|our) \\w+ (?:is|just)|someone is|somebody"
          + " is) (?:now |just )?";
  private static final List<Pattern> EMERGENCY =
      patterns(
          ".*" + SOMEBODY + "having (?:a |an )?(?:heart attack|stroke|seizure)\\b.*",
          ".*" + SOMEBODY + "(?:choking|unconscious|not breathing)\\b.*",
          ".*" + SOMEBODY + "bleeding (?:badly|heavily|a lot|out|to death)\\b.*",
          ".*\\b(?:i|he|she|we) (?:cant|cannot|can not) breathe\\b.*",
          "(?:(?:please|help|oh my god|oh god|quick|hurry) )*(?:call|dial|get|send) (?:me )?"
              + "(?:911|9 1 1|nine one one|an ambulance|the police|the fire department)\\b.*",
          ".*\\b(?:i|we) need (?:you to call )?(?:911|9 1 1|nine one one|an ambulance)\\b.*",
          ".*\\b(?:can|could|will) (?:you|someone|somebody) (?:please )?(?:call|dial|get|send)"
              + " (?:911|9 1 1|nine one one|an ambulance|the police)\\b.*",
          ".*\\b(?:my|our|the) (?:house|home|kitchen|apartment|building|garage|car) is on"
              + " fire\\b.*",
          ".*\\bthere is a fire in (?:my|our|the) (?:house|home|kitchen|apartment|building)\\b.*",
          ".*\\b(?:someone|somebody|a man) is breaking into my (?:house|home|apartment)\\b.*",
          ".*\\b(?:i|he|she) (?:just |have |has )?(?:been|got) (?:just )?(?:shot|stabbed)\\b.*",
          ".*\\bi (?:want|am going|am about) to (?:kill myself|end my life)\\b.*",
          ".*\\bim (?:going|about) to (?:kill myself|end my life)\\b.*",
          "(?:.*\\b(?:help|please|listen) )?(?:this is|its) an emergency(?: .*)?$",
          ".*\\bllamen? (?:a |al )?(?:una ambulancia|911|la policia)\\b.*",
          ".*\\b(?:me|le) esta dando un infarto\\b.*",
          ".*\\bno puedo respirar\\b.*",
          ".*\\bappelez (?:une ambulance|les secours|le (?:911|15|112))\\b.*",
          ".*\\b(?:je fais|il fait|elle fait) une crise cardiaque\\b.*",
          ".*\\brufen sie (?:bitte )?(?:einen|den) (?:krankenwagen|notarzt)\\b.*",
          ".*\\b(?:ich habe|er hat|sie hat) einen herzinfarkt\\b.*");

  /// Told of another time, in a condition, in jest, or by a recording that sends one elsewhere.
  private static final Pattern NOT_NOW =
      Pattern.compile(
          "\\b(?:if|in case|unless|when you|hang up and|for (?:an? )?(?:\\w+ )?emergenc(?:y|ies)"
              + "|in an? emergency|years? ago|last (?:year|month|week|night)|used to|kidding|joking"
              + "|as a joke|almost|nearly|dont|do not|no need|si es|si se trata|en cas|im notfall"
              + "|wenn)\\b");

  private static final Pattern SENTENCE = Pattern.compile("[.!?;]+(?:\\s+|$)");
  private static final Pattern CLAUSE = Pattern.compile("[,:\u2014]+\\s*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`´]");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SpokenAlarms() {}

  /// The gravest thing that `said` means.
  public static SpokenAlarm heardIn(String said) {
    boolean optOut = false;
    for (var sentence : SENTENCE.split(said)) {
      var whole = normalised(sentence);
      if (!NOT_NOW.matcher(whole).find()
          && (any(EMERGENCY, whole) || clause(EMERGENCY, sentence))) {
        return SpokenAlarm.EMERGENCY;
      }
      optOut |= any(OPT_OUT, whole) || clause(OPT_OUT, sentence);
    }
    return optOut ? SpokenAlarm.OPT_OUT : SpokenAlarm.NONE;
  }

  private static boolean clause(List<Pattern> rules, String sentence) {
    for (var part : CLAUSE.split(sentence)) {
      if (any(rules, normalised(part))) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(List<Pattern> rules, String words) {
    return rules.stream().anyMatch(rule -> rule.matcher(words).matches());
  }

  private static List<Pattern> patterns(String... rules) {
    return List.of(rules).stream().map(Pattern::compile).toList();
  }

  private static String normalised(String text) {
    var folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var plain = APOSTROPHES.matcher(MARKS.matcher(folded).replaceAll("")).replaceAll("");
    return NO_LETTERS.matcher(plain).replaceAll(" ").strip();
  }
}
