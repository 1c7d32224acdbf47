package norrhub.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import norrhub.mapping.Draft;
import norrhub.normalise.text.BoundedLines;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.vacancy.Occupation;
import org.springframework.stereotype.Component;

/**
 * Occupations as the source coded them. A code that its list cannot hold is kept as the vendor's
 * own word.
 */
@Component
final class OccupationRule implements Rule {
  private static final String FIELD = "occupations";
  private static final String VENDOR = "vendor";
  private static final int LONGEST = 200;
  private static final Map<String, Pattern> CODES =
      Map.of(
          "ssyk-2012", Pattern.compile("\\d{1,4}"),
          "isco-08", Pattern.compile("\\d{1,4}"),
          "esco",
              Pattern.compile("http://data\\.europa\\.eu/esco/.+|[0-9a-f-]{36}|\\d{4}(?:\\.\\d+)*"),
          "jobtech", Pattern.compile("\\w{4}_\\w{3}_\\w{3}"),
          "af-occupation-name", Pattern.compile("\\d{1,6}"));

  static final NoticeKind CODE_WRONG =
      new NoticeKind(
          "occupation-code-wrong",
          Severity.WARNING,
          "The occupation {value} is no code of the list it is said to be from; it is kept as your"
              + " own word only. Check the code and its list.",
          "Yrket {value} är ingen kod ur den lista som anges; det behålls bara som ert eget ord."
              + " Kontrollera koden och listan.");

  static final NoticeKind TOO_LONG =
      new NoticeKind(
          "occupation-too-long",
          Severity.WARNING,
          "{field} is longer than 200 characters and was cut: {value}. Send the occupation's name or"
              + " code alone.",
          "{field} är längre än 200 tecken och kortades: {value}. Skicka bara yrkets namn eller"
              + " kod.");
  static final NoticeKind TOO_MANY =
      new NoticeKind(
          "occupations-too-many",
          Severity.WARNING,
          "The vacancy names {value} occupations; the first 50 are published. Send those that the"
              + " work is.",
          "Annonsen anger {value} yrken; de första 50 publiceras. Skicka de yrken som arbetet"
              + " gäller.");

  private static final int MOST = 50;

  @Override
  public List<NoticeKind> notices() {
    return List.of(CODE_WRONG, TOO_LONG, TOO_MANY);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    List<Finding> findings = new ArrayList<>();
    BoundedLines bounded = new BoundedLines(context.lines(), TOO_LONG, findings);
    List<JsonNode> written = draft.list(FIELD);
    if (written.size() > MOST) {
      findings.add(TOO_MANY.about(FIELD, String.valueOf(written.size())));
    }
    List<Occupation> occupations =
        written.stream()
            .limit(MOST)
            .flatMap(node -> occupation(node, bounded, findings).stream())
            .distinct()
            .toList();
    vacancy.occupations(occupations);
    return findings;
  }

  /** A label without a code is the vendor's own word too. */
  private static Optional<Occupation> occupation(
      JsonNode node, BoundedLines lines, List<Finding> findings) {
    JsonNode named = node.isObject() ? node.path("label") : node;
    Optional<String> label = lines.of(named, "occupations.label", LONGEST);
    String scheme = lines.of(node.path("scheme"), "occupations.scheme", LONGEST).orElse(VENDOR);
    Optional<String> code = lines.of(node.path("code"), "occupations.code", LONGEST);
    return code.or(() -> label)
        .map(text -> new Occupation(checked(scheme, text, findings), text, label));
  }

  private static String checked(String scheme, String code, List<Finding> findings) {
    Pattern pattern = CODES.get(scheme);
    boolean fits = pattern != null && pattern.matcher(code).matches();
    if (!fits && !scheme.equals(VENDOR)) {
      findings.add(CODE_WRONG.about(FIELD, scheme + " " + code));
    }
    return fits ? scheme : VENDOR;
  }
}
