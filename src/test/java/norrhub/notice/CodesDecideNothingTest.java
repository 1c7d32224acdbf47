package norrhub.notice;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A notice's code is a name for people and scripts. What the hub decides by is a typed fact or a
 * column of its own, however many notices are kept and whatever they are called.
 */
@AnalyzeClasses(packages = "norrhub", importOptions = DoNotIncludeTests.class)
class CodesDecideNothingTest {
  /** Those that print, store or look up a code, and nothing else. */
  private static final Set<String> MAY_READ_A_CODE =
      Set.of(
          "norrhub.notice.Notice",
          "norrhub.notice.NoticeKind",
          "norrhub.delivery.Told",
          "norrhub.delivery.LedgerEntries",
          "norrhub.delivery.DeliveryIntake",
          "norrhub.delivery.Refusal",
          "norrhub.ingest.StoredFindings",
          "norrhub.mapping.GoldenSample",
          "norrhub.admin.endpoint.NoticesEndpoint",
          "norrhub.ingest.StandingNotices",
          "norrhub.admin.preview.PreviewSummary",
          "norrhub.admin.preview.FieldByField");

  private static final Pattern TEXT =
      Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\]|\\\\.)*\"", Pattern.DOTALL);

  /** A condition on the column, in SQL. */
  private static final Pattern CONDITION =
      Pattern.compile(
          "\\bcode\\s*(=|<>|!=|~|\\bin\\b|\\blike\\b|\\bsimilar\\b)", Pattern.CASE_INSENSITIVE);

  /** The code of a notice that is defined, as the first argument behind the factory's bracket. */
  private static final Pattern DEFINITION =
      Pattern.compile(
          "(?:new NoticeKind|\\boncePerDelivery|\\berror|\\bwarning|\\binfo)\\(\\s*\"([a-z][a-z0-9-]*-[a-z0-9-]*)\"");

  @ArchTest
  void nobodyAsksANoticeForItsCodeButWhoPrintsOrStoresIt(JavaClasses house) {
    noClasses()
        .that(describe("are not listed here", type -> !MAY_READ_A_CODE.contains(type.getName())))
        .should()
        .callMethodWhere(
            describe(
                "a notice's code is read",
                (JavaMethodCall call) ->
                    call.getTargetOwner().isEquivalentTo(NoticeKind.class)
                        && call.getName().equals("code")))
        .check(house);
  }

  @ArchTest
  void noCodeIsWrittenAnywhereButInItsDefinition(JavaClasses house) throws IOException {
    List<String> sources = sources();
    List<String> codes =
        sources.stream()
            .flatMap(source -> DEFINITION.matcher(source).results())
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(codes).contains("part-empty", "withdrawal-not-proven", "delivery-incomplete");

    List<String> twice = new ArrayList<>();
    for (String code : codes) {
      Pattern quoted = Pattern.compile("[\"'`]" + Pattern.quote(code) + "[\"'`]");
      long times = sources.stream().flatMap(source -> quoted.matcher(source).results()).count();
      if (times != 1) {
        twice.add(code + " " + times + " times");
      }
    }
    assertThat(twice).isEmpty();
  }

  @ArchTest
  void noQueryChoosesByTheCodeOfANotice(JavaClasses house) throws IOException {
    List<String> texts =
        sources().stream()
            .filter(source -> source.contains("delivery_notice"))
            .flatMap(source -> TEXT.matcher(source).results().map(MatchResult::group))
            .toList();
    assertThat(texts).anyMatch(text -> text.contains("from delivery_notice"));
    assertThat(texts).noneMatch(text -> CONDITION.matcher(text).find());
  }

  /** What runs; how old data were carried over once is in the migrations. */
  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.add(Files.readString(file));
      }
    }
    return sources;
  }
}
