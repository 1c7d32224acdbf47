package norrhub.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import norrhub.mapping.Draft;
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

  private final CleanLines lines;

  OccupationRule(CleanLines lines) {
    this.lines = lines;
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(CODE_WRONG);
  }

  @Override
  public List<Finding> apply(Draft draft, Intake intake, VacancyBuilder vacancy) {
    List<Finding> findings = new ArrayList<>();
    List<Occupation> occupations =
        draft.list(FIELD).stream()
            .flatMap(node -> occupation(node, findings).stream())
            .distinct()
            .toList();
    vacancy.occupations(occupations);
    return findings;
  }

  /** A label without a code is the vendor's own word too. */
  private Optional<Occupation> occupation(JsonNode node, List<Finding> findings) {
    Optional<String> label = lines.of(node.isObject() ? node.path("label") : node);
    String scheme = lines.of(node.path("scheme")).orElse(VENDOR);
    Optional<String> code = lines.of(node.path("code")).or(() -> label);
    return code.filter(text -> text.length() <= LONGEST)
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
