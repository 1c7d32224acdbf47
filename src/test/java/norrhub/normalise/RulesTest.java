package norrhub.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.notice.NoticeKind;
import norrhub.platform.HubDirectories;
import norrhub.vocabulary.Vocabularies;
import norrhub.vocabulary.VocabularySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class RulesTest {
  private static final Path VOCABULARY = Path.of("config/vocabulary");

  @Test
  void everyRuleTellsAllItsNotices() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(HubDirectories.class, () -> home(Path.of("config")));
      context.registerBean(ConfigFiles.class, () -> new ConfigFiles(name -> Optional.empty()));
      context.scan("norrhub.vocabulary", "norrhub.normalise");
      context.refresh();

      assertThat(context.getBeansOfType(Rule.class).values())
          .hasSizeGreaterThan(10)
          .allSatisfy(
              rule ->
                  assertThat(rule.notices()).containsExactlyInAnyOrderElementsOf(kindsOf(rule)));
    }
  }

  @Test
  void theFingerprintChangesWithTheVocabularyOnly(@TempDir Path config) throws Exception {
    Files.createDirectories(config.resolve("vocabulary"));
    try (var files = Files.list(VOCABULARY)) {
      for (Path file : files.toList()) {
        Files.copy(file, config.resolve("vocabulary").resolve(file.getFileName()));
      }
    }
    VocabularySource source = Vocabularies.of(config);
    String before = Drafts.NORMALISER.fingerprint(source.now());
    assertThat(before).isEqualTo(Drafts.NORMALISER.fingerprint(Drafts.VOCABULARY));

    Path terms = config.resolve("vocabulary/terms.yaml");
    Files.writeString(terms, Files.readString(terms).replace("- löpande\n", "- fortlöpande\n"));
    source.reload();
    assertThat(Drafts.NORMALISER.fingerprint(source.now())).isNotEqualTo(before);
  }

  private static HubDirectories home(Path config) {
    return new HubDirectories(config, Path.of("routes"), Path.of("data"));
  }

  private static List<NoticeKind> kindsOf(Rule rule) {
    return Arrays.stream(rule.getClass().getDeclaredFields())
        .filter(field -> field.getType().equals(NoticeKind.class))
        .map(RulesTest::kind)
        .toList();
  }

  private static NoticeKind kind(Field field) {
    try {
      return (NoticeKind) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(field.toString(), e);
    }
  }
}
