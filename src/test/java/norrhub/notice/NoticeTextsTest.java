package norrhub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every notice kind that stands as a constant anywhere in the house. */
class NoticeTextsTest {
  private static final Pattern BLANK_TO_FILL = Pattern.compile("\\{\\w*}");
  private static final List<NoticeKind> KINDS = kinds();

  @Test
  void everyCodeIsUnique() {
    assertThat(KINDS).extracting(NoticeKind::code).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void everyNoticeSpeaksEnglishAndSwedish() {
    assertThat(KINDS)
        .allSatisfy(
            kind -> {
              assertThat(kind.english()).hasSizeGreaterThan(20);
              assertThat(kind.swedish()).hasSizeGreaterThan(20);
              assertThat(kind.swedish()).isNotEqualTo(kind.english());
            });
  }

  @Test
  void bothTextsTellTheSameValuesAndNoOthers() {
    assertThat(KINDS)
        .allSatisfy(
            kind -> {
              assertThat(filledIn(kind.english())).isSubsetOf("{field}", "{value}");
              assertThat(filledIn(kind.swedish())).isEqualTo(filledIn(kind.english()));
            });
  }

  @Test
  void noTextForPartnersNamesAFileOrAKeyThatOnlyTheAdminHas() {
    Pattern admins = Pattern.compile("config/|routes/|\\.ya?ml|\\.jslt|norrhub\\.|\\b[a-z]+[A-Z]");
    assertThat(KINDS)
        .allSatisfy(
            kind -> {
              assertThat(kind.english()).doesNotContainPattern(admins);
              assertThat(kind.swedish()).doesNotContainPattern(admins);
            });
    assertThat(KINDS).anySatisfy(kind -> assertThat(kind.adminRemedy()).containsPattern(admins));
  }

  @Test
  void theHubIsCalledHubbenInSwedish() {
    assertThat(KINDS)
        .allSatisfy(kind -> assertThat(kind.swedish()).doesNotContainPattern("(?i)\\bnav(et)?\\b"));
  }

  private static Set<String> filledIn(String sentence) {
    return BLANK_TO_FILL
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<NoticeKind> kinds() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("norrhub")
            .stream()
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .filter(field -> field.getType().equals(NoticeKind.class))
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .flatMap(NoticeTextsTest::value)
            .toList();
  }

  private static Stream<NoticeKind> value(Field field) {
    try {
      field.setAccessible(true);
      return Stream.of((NoticeKind) field.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(field.toString(), e);
    }
  }
}
